import type {JudgedKind} from '../../posture/check.js';
import type {ResourcePosture} from '../../posture/posture.js';
import {codeOf, type Code} from './code.js';

/**
The checks that were asked of a resource, in the order of their verdicts; one object for each different list.
*/
export type Shape = {readonly checks: readonly string[]; readonly positions: ReadonlyMap<string, number>};

const shapes = new Map<string, Shape>();

/**
Lists of checks are few (one for each kind and version of the program); the cap is for a file that was made to be different.
*/
const mostShapes = 1000;

/**
The one shape with these checks.
*/
export const shapeOf = (checks: readonly string[]): Shape => {
	const name = checks.join(' ');
	let shape = shapes.get(name);
	if (!shape) {
		shape = {checks, positions: new Map(checks.map((check, position) => [check, position]))};
		if (shapes.size < mostShapes) {
			shapes.set(name, shape);
		}
	}

	return shape;
};

/**
What is remembered of one resource. Immutable.
*/
export type ResourceRecord = {
	readonly name: string;
	readonly kind: JudgedKind;
	readonly shape: Shape;
	/**
	One code for each check of the shape.
	*/
	readonly codes: string;
	/**
	It is not gone: it can no longer be read.
	*/
	readonly isHidden: boolean;
};

export const codeIn = ({shape, codes}: ResourceRecord, checkId: string): Code | undefined => {
	const position = shape.positions.get(checkId);
	return position === undefined ? undefined : codes[position];
};

/**
Two processes that see the same write it twice.
*/
export const isSameRecord = (one: ResourceRecord, other: ResourceRecord): boolean =>
	one.shape === other.shape && one.codes === other.codes && one.name === other.name && one.kind === other.kind && one.isHidden === other.isHidden;

const hasShape = ({checks}: Shape, {verdicts}: ResourcePosture): boolean =>
	checks.length === verdicts.length && verdicts.every(({checkId}, index) => checks[index] === checkId);

/**
What is to be remembered of a resource after it was judged; the previous record where nothing is new.
*/
export const recordOf = (previous: ResourceRecord | undefined, posture: ResourcePosture, {name, kind}: Pick<ResourceRecord, 'kind' | 'name'>): ResourceRecord => {
	const {verdicts} = posture;
	const shape = previous && hasShape(previous.shape, posture) ? previous.shape : shapeOf(verdicts.map(({checkId}) => checkId));
	let codes = '';
	let index = 0;
	for (const verdict of verdicts) {
		const before = previous && (shape === previous.shape ? previous.codes[index] : codeIn(previous, verdict.checkId));
		codes += codeOf(before, verdict);
		index++;
	}

	const record: ResourceRecord = {
		name, kind, shape, codes, isHidden: false,
	};
	return previous && isSameRecord(previous, record) ? previous : record;
};
