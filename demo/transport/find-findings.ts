import {findingId} from '../documents/finding-id.js';
import {createBook} from '../fleet/finding-book.js';
import type {FindingSpec} from '../fleet/finding-spec.js';
import type {FindingUnit} from '../fleet/finding-units.js';
import type {World} from './world.js';

/**
The units on a resource, a resource group or a subscription and on what lies below it.
*/
export const unitsBelow = (world: World, scope: string): readonly FindingUnit[] => {
	const prefix = `${scope.toLowerCase()}/`;
	return world.units.filter(unit => unit.id.startsWith(prefix) || `${unit.subjectId}/`.startsWith(prefix));
};

/**
Open findings worst first, then those that are met or closed.
*/
export const allFindings = (units: readonly FindingUnit[]): {readonly length: number; readonly at: (index: number) => FindingSpec} => {
	const book = createBook(units);
	const closed = units.flatMap(unit => unit.closed());
	return {length: book.total + closed.length, at: index => (index < book.total ? book.at(index) : closed[index - book.total]!)};
};

/**
The finding with this id in any casing, open or not.
*/
export const findFinding = (world: World, id: string): FindingSpec | undefined => {
	const key = id.toLowerCase();
	const {length, at} = allFindings(world.units.filter(unit => key.startsWith(unit.id)));
	for (let index = 0; index < length; index++) {
		const finding = at(index);
		if (findingId(world.context.seed, finding).toLowerCase() === key) {
			return finding;
		}
	}

	return undefined;
};
