import type {DocumentFormat} from './document-lines.js';
import {membersOf, deepest} from './members.js';

type Collection = Record<string, unknown>;

const isCollection = (value: unknown): value is Collection => typeof value === 'object' && value !== null && !(value instanceof Date);

const entriesOf = (value: Collection): ReadonlyArray<readonly [name: string, value: unknown]> =>
	Array.isArray(value) ? value.map((item, index) => [String(index), item] as const) : membersOf(value);

/**
How many lines a value takes, its name's among them. `isInSequence`: it stands behind a dash, where YAML needs no line of its own.
*/
const linesOf = (value: unknown, format: DocumentFormat, isInSequence: boolean, depth: number): number => {
	if (!isCollection(value) || depth >= deepest || entriesOf(value).length === 0) {
		return 1;
	}

	let lines = format === 'json' ? 2 : (isInSequence ? 0 : 1);
	for (const [, member] of entriesOf(value)) {
		lines += linesOf(member, format, Array.isArray(value), depth + 1);
	}

	return lines;
};

const plainNames = (path: string): readonly string[] => path.split(/[.\[]/v).map(name => (name.endsWith(']') ? name.slice(0, -1) : name));

/**
`properties.agentPoolProfiles[0].name` as names, `metadata.annotations["kured.dev/x"]` too; brackets without a number mean every entry, so the
list itself.
*/
const namesOf = (path: string): readonly string[] => {
	const names = path.split(/\["(?<quoted>[^"]*)"\]/v).flatMap((part, index) => {
		if (index % 2 === 1) {
			return [part];
		}

		return part === '' && index > 0 ? [] : plainNames(index === 0 ? part : part.slice(1));
	});
	const end = names.findIndex(name => name === '' || name === '*');
	return end === -1 ? names : names.slice(0, end);
};

type Found = {readonly line: number; readonly isWhole: boolean; readonly depth: number};

const find = (document: unknown, names: readonly string[], format: DocumentFormat): Found => {
	let value = document;
	let line = 0;
	let isFirstOfDash = true;
	for (const [depth, name] of names.entries()) {
		const entries = isCollection(value) && depth < deepest ? entriesOf(value) : [];
		// Azure writes names in any casing, by way of the service that answers.
		const at = entries.findIndex(([entry]) => entry.toLowerCase() === name.toLowerCase());
		if (at === -1) {
			return {line, isWhole: false, depth};
		}

		// The first member of the document, and of an entry of a list, stands on its collection's own line in YAML.
		let next = line + (format === 'yaml' && isFirstOfDash ? 0 : 1);
		const isList = Array.isArray(value);
		for (const [, member] of entries.slice(0, at)) {
			next += linesOf(member, format, isList, depth + 1);
		}

		line = next;
		value = entries[at]![1];
		isFirstOfDash = isList;
	}

	return {line, isWhole: true, depth: names.length};
};

/**
Finds a member of a document in its lines, as `documentLines` writes them. Never throws.

@param path as evidence gives it; also without the `properties.` that some answers put before a pool's members
@returns the line, from 0, and whether the member is there: where it is not, the line is that of the deepest part that is.
Absent where not even the first part of the path is there.
*/
export const memberLine = (document: unknown, path: string, format: DocumentFormat): {readonly line: number; readonly isThere: boolean} | undefined => {
	const names = namesOf(path);
	const own = find(document, names, format);
	const nested = find(document, names[0]?.toLowerCase() === 'properties' ? names.slice(1) : ['properties', ...names], format);
	const found = own.isWhole || !nested.isWhole ? own : nested;
	const best = !found.isWhole && nested.depth - 1 > own.depth ? nested : found;
	return names.length === 0 || best.depth === 0 ? undefined : {line: best.line, isThere: best.isWhole};
};
