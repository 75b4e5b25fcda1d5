import {findingId} from '../documents/finding-id.js';
import {createBook} from '../fleet/finding-book.js';
import type {ConfigurationFinding, FindingSpec} from '../fleet/finding-spec.js';
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

/**
Recommendations of a few units that are met or exempt, in order of ids.
*/
export const settledFindings = (world: World, units: readonly FindingUnit[]): readonly ConfigurationFinding[] => {
	const idOf = (finding: FindingSpec): string => findingId(world.context.seed, finding).toLowerCase();
	return units
		.flatMap(unit => unit.closed())
		.filter(finding => finding.kind === 'configuration')
		.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
};

// The story changes no recommendation: they are looked through once.
const exemptOf = new WeakMap<readonly FindingUnit[], readonly ConfigurationFinding[]>();

/**
All exempt recommendations, in order of ids.
*/
export const exemptFindings = (world: World): readonly ConfigurationFinding[] => {
	const {units} = world;
	let exempt = exemptOf.get(units);
	if (exempt === undefined) {
		exempt = settledFindings(world, units).filter(({isExempt}) => isExempt);
		exemptOf.set(units, exempt);
	}

	return exempt;
};
