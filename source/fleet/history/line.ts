import type {JudgedKind} from '../../posture/check.js';
import {checksByKind} from '../../posture/checks/index.js';
import {sanitize} from '../../terminal/sanitize.js';
import {isNumber, isText} from '../keep/shape.js';
import {areCodes} from './code.js';
import {shapeOf, type ResourceRecord, type Shape} from './record.js';

/**
The first line of the file. The version rises whenever an older program could misread what a newer one writes.
*/
export const historyHeader = {format: 'crowsnest history', version: 1} as const;

/**
One line of the file. Each tells the whole of what it is about, so that one that is lost is made good by the next, and one
that stands there twice does no harm. Times are in milliseconds since 1970.
*/
export type Line =
	/**
	The list of checks that a resource's codes follow.
	*/
	| {readonly type: 'shape'; readonly id: string; readonly shape: Shape}
	/**
	From then on a resource stands so; `isFirst`: that is no news, only where the memory begins.
	*/
	| {readonly type: 'resource'; readonly at: number; readonly key: string; readonly isFirst: boolean; readonly record: ResourceRecord}
	| {readonly type: 'gone'; readonly at: number; readonly key: string}
	/**
	Score of the fleet after a look, and whose run it was.
	*/
	| {readonly type: 'score'; readonly at: number; readonly run: string; readonly score: number}
	/**
	A run begins (`kinds`: what it judges), or ends.
	*/
	| {readonly type: 'start'; readonly at: number; readonly run: string; readonly process: number; readonly kinds: readonly string[]}
	| {readonly type: 'end'; readonly at: number; readonly run: string};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isClean = (value: unknown): value is string => isText(value) && sanitize(value, 1024) === value;

const isId = (value: unknown): value is string => isText(value) && /^[\w\-]{1,80}$/v.test(value);

const isTime = (value: unknown): value is number => isNumber(value) && value >= 0;

const isKind = (value: unknown): value is JudgedKind => isText(value) && Object.hasOwn(checksByKind, value);

const parseResource = (value: Readonly<Record<string, unknown>>, at: number, shapes: ReadonlyMap<string, Shape>): Line | undefined => {
	const {key, name, kind, shape: shapeId, codes, first, hidden} = value;
	if (key === '' || !isClean(key)) {
		return undefined;
	}

	if (value.gone === true) {
		return {type: 'gone', at, key};
	}

	const shape = isText(shapeId) ? shapes.get(shapeId) : undefined;
	if (!shape || !isClean(name) || !isKind(kind) || !isText(codes) || codes.length !== shape.checks.length || !areCodes(codes)) {
		return undefined;
	}

	return {
		type: 'resource', at, key, isFirst: first === true, record: {
			name, kind, shape, codes, isHidden: hidden === true,
		},
	};
};

const parseRun = (value: Readonly<Record<string, unknown>>, at: number): Line | undefined => {
	const {run, score, process, kinds, end} = value;
	if (!isId(run)) {
		return undefined;
	}

	if (isNumber(score)) {
		return {
			type: 'score', at, run, score: Math.min(100, Math.max(0, score)),
		};
	}

	if (end === true) {
		return {type: 'end', at, run};
	}

	return isNumber(process) && Array.isArray(kinds)
		? {
			type: 'start', at, run, process, kinds: kinds.filter(kind => isId(kind)),
		}
		: undefined;
};

/**
Reads one line; absent for what is torn, changed or from somewhere else. `shapes` takes the shapes that are met.
*/
export const parseLine = (text: string, shapes: Map<string, Shape>): Line | undefined => {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}

	if (!isObject(value)) {
		return undefined;
	}

	const {at, shape: id, checks} = value;
	if (isId(id) && Array.isArray(checks)) {
		if (checks.length > 1000 || checks.some(check => !isId(check))) {
			return undefined;
		}

		const shape = shapeOf(checks);
		shapes.set(id, shape);
		return {type: 'shape', id, shape};
	}

	if (!isTime(at)) {
		return undefined;
	}

	return 'key' in value ? parseResource(value, at, shapes) : parseRun(value, at);
};

/**
Writes one line, without its end.
*/
export const printLine = (line: Line, shapeId: (shape: Shape) => string): string => {
	switch (line.type) {
		case 'shape': {
			return JSON.stringify({shape: line.id, checks: line.shape.checks});
		}

		case 'resource': {
			const {at, key, isFirst, record: {name, kind, shape, codes, isHidden}} = line;
			return JSON.stringify({
				at, key, name, kind, shape: shapeId(shape), codes, ...(isFirst && {first: true}), ...(isHidden && {hidden: true}),
			});
		}

		case 'gone': {
			return JSON.stringify({at: line.at, key: line.key, gone: true});
		}

		case 'score': {
			return JSON.stringify({at: line.at, run: line.run, score: line.score});
		}

		case 'start': {
			const {at, run, process, kinds} = line;
			return JSON.stringify({
				at, run, process, kinds,
			});
		}

		case 'end': {
			return JSON.stringify({at: line.at, run: line.run, end: true});
		}
	}
};
