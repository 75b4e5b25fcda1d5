/**
A part of the file that is YAML by itself.
*/
export type Part = {
	readonly text: string;
	/**
	Lines of the file before it.
	*/
	readonly before: number;
};

/**
Entries that are parsed at once: a few milliseconds' work.
*/
const entriesOfPart = 25;

const itemStart = /^ *-(?:[\r ]|$)/v;

const isNothing = (line: string): boolean => /^\s*(?:#.*)?$/v.test(line);

const indentOf = (line: string): number => line.length - line.trimStart().length;

/**
Cuts a long file between entries, because ten thousand take the parser half a second. In block style every line with a dash at
the indent of the first entry begins an entry: scalars of several lines stand deeper. The first part holds what stands
before the list; the others are lists. A file in which anything follows or interrupts the list stays whole.
*/
export const splitEntries = (text: string): readonly Part[] => {
	const whole = [{text, before: 0}];
	const lines = text.split('\n');
	const first = lines.findIndex(line => itemStart.test(line));
	if (first === -1 || lines.slice(0, first).some(line => !isNothing(line) && !/^decisions:\s*(?:#.*)?$/v.test(line))) {
		return whole;
	}

	const indent = indentOf(lines[first]!);
	const parts: Part[] = [];
	let start = 0;
	let entries = 0;
	for (let index = first; index < lines.length; index++) {
		const line = lines[index]!;
		if (indentOf(line) > indent || isNothing(line)) {
			continue;
		}

		if (!itemStart.test(line) || indentOf(line) < indent) {
			return whole;
		}

		if (entries === entriesOfPart) {
			parts.push({text: lines.slice(start, index).join('\n'), before: start});
			start = index;
			entries = 0;
		}

		entries++;
	}

	return [...parts, {text: lines.slice(start).join('\n'), before: start}];
};
