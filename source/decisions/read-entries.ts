import {
	isMap,
	isNode,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	type YAMLMap,
} from 'yaml';
import {didYouMean} from '../terminal/nearest.js';
import {sanitize} from '../terminal/sanitize.js';
import type {DecisionFault} from './decision.js';
import type {Part} from './part.js';
import {splitEntries} from './split-entries.js';

/**
An entry as it is written: a member's value and its line by the member's name.
*/
export type RawEntry = {
	readonly line: number;
	readonly members: ReadonlyMap<string, {readonly value: unknown; readonly line: number}>;
};

type Read = {readonly entries: readonly RawEntry[]; readonly faults: readonly DecisionFault[]; readonly broken: DecisionFault | undefined};

const shape = 'write "decisions:" and below it one entry each, beginning with "- resource:" or "- tag:"';

const firstLine = (text: string): string => sanitize(text.split('\n', 1)[0]!, 200).replace(/[.:]$/v, '');

type LineOf = (node: unknown) => number;

const isAlias = (node: unknown): boolean => isNode(node) && !isScalar(node) && !isSeq(node) && !isMap(node);

/**
A YAML node as plain data; a map below an entry means nothing, nor does an anchor's name in place of a value.
*/
const plain = (node: unknown): unknown => {
	if (isScalar(node)) {
		return node.value;
	}

	return isSeq(node) ? node.items.map(item => (isScalar(item) ? item.value : {})) : (isAlias(node) || isMap(node) ? {} : undefined);
};

const readEntry = (map: YAMLMap, lineOf: LineOf): RawEntry => ({
	line: lineOf(map),
	members: new Map(map.items.map(({key, value}) =>
		[isScalar(key) ? String(key.value) : '', {value: plain(value), line: lineOf(key)}] as const)),
});

const readList = (list: unknown, lineOf: LineOf): Read => {
	// An empty list decides nothing, and is no mistake.
	if (list === null || (isScalar(list) && list.value === null)) {
		return {entries: [], faults: [], broken: undefined};
	}

	if (!isSeq(list)) {
		return {entries: [], faults: [], broken: {line: lineOf(list), text: `"decisions" is not a list; ${shape}`}};
	}

	const entries: RawEntry[] = [];
	const faults: DecisionFault[] = [];
	for (const item of list.items) {
		if (isMap(item)) {
			entries.push(readEntry(item, lineOf));
		} else {
			faults.push({line: lineOf(item), text: 'this entry has no members; it needs a resource or a tag, a check, a reason, by and until.'});
		}
	}

	return {entries, faults, broken: undefined};
};

const readTop = (contents: unknown, lineOf: LineOf): Read => {
	if (contents === null || (isScalar(contents) && contents.value === null)) {
		return {entries: [], faults: [], broken: undefined};
	}

	if (!isMap(contents)) {
		return {entries: [], faults: [], broken: {line: lineOf(contents), text: `this is no decisions file; ${shape}`}};
	}

	const faults: DecisionFault[] = [];
	let list: unknown;
	for (const {key, value} of contents.items) {
		const word = isScalar(key) ? String(key.value) : '';
		if (word === 'decisions') {
			list = value;
		} else {
			faults.push({line: lineOf(key), text: `"${sanitize(word, 60)}" means nothing here; the file has one member, decisions.${didYouMean(word, ['decisions'])}`});
		}
	}

	if (list === undefined) {
		return {entries: [], faults: [], broken: {line: faults[0]?.line ?? 1, text: `there are no decisions in this file; ${shape}`}};
	}

	const read = readList(list, lineOf);
	return {...read, faults: [...faults, ...read.faults]};
};

const readPart = ({text, before, isList}: Part): Read => {
	const lines = new LineCounter();
	const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, uniqueKeys: true});
	const lineAt = (offset: number): number => before + Math.max(1, lines.linePos(offset).line);
	const lineOf = (node: unknown): number => lineAt(isNode(node) ? node.range?.[0] ?? 0 : 0);
	const [error] = document.errors;
	if (error !== undefined) {
		return {entries: [], faults: [], broken: {line: lineAt(error.pos[0]), text: `this is not YAML (${firstLine(error.message)})`}};
	}

	return isList ? readList(document.contents, lineOf) : readTop(document.contents, lineOf);
};

/**
Reads the YAML of a decisions file, part by part: the generator yields between two parts, each a few milliseconds of work.
Never throws.
*/
export const readEntries = function * (text: string): Generator<void, Read, void> {
	const entries: RawEntry[] = [];
	const faults: DecisionFault[] = [];
	for (const part of yield * splitEntries(text)) {
		const read = readPart(part);
		if (read.broken) {
			return {entries: [], faults: [], broken: read.broken};
		}

		entries.push(...read.entries);
		faults.push(...read.faults);
		yield;
	}

	return {entries, faults, broken: undefined};
};
