import {entriesOfPart, type Part} from './part.js';
import {splitFlow} from './split-flow.js';

/**
Lines that are looked at in one go.
*/
const linesOfStep = 2000;

const itemStart = /^ *-(?:[\r ]|$)/v;

const isNothing = (line: string): boolean => /^\s*(?:#.*)?$/v.test(line);

const indentOf = (line: string): number => line.length - line.trimStart().length;

/**
Cuts a long file between entries, because ten thousand take the parser half a second. In block style every line with a dash at
the indent of the first entry begins an entry: scalars of several lines stand deeper. The first part holds what stands
before the list; the others are lists. A file in which anything follows or interrupts the list stays whole. A list in flow style is cut at its
commas.

@yields Between steps of a few milliseconds.
*/
export const splitEntries = function * (text: string): Generator<void, readonly Part[], void> {
	const flow = yield * splitFlow(text);
	if (flow) {
		return flow;
	}

	const whole = [{text, before: 0, isList: false}];
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
		if (index % linesOfStep === 0) {
			yield;
		}

		if (indentOf(line) > indent || isNothing(line)) {
			continue;
		}

		if (!itemStart.test(line) || indentOf(line) < indent) {
			return whole;
		}

		if (entries === entriesOfPart) {
			parts.push({text: lines.slice(start, index).join('\n'), before: start, isList: start > 0});
			start = index;
			entries = 0;
		}

		entries++;
	}

	return [...parts, {text: lines.slice(start).join('\n'), before: start, isList: start > 0}];
};
