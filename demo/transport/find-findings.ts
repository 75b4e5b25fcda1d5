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

// The story adds findings where there are some.
const assessedOf = new WeakMap<readonly FindingUnit[], ReadonlyArray<{readonly subscriptionId: string; readonly total: number}>>();

/**
How many assessments, open or not, each subscription has that has any.
*/
export const assessedSubscriptions = ({units}: World): ReadonlyArray<{readonly subscriptionId: string; readonly total: number}> => {
	let rows = assessedOf.get(units);
	if (rows === undefined) {
		const totals = new Map<string, number>();
		for (const unit of units) {
			if (!unit.isAlert) {
				totals.set(unit.subscriptionId, (totals.get(unit.subscriptionId) ?? 0) + unit.closed().length + unit.open.reduce((sum, count) => sum + count, 0));
			}
		}

		rows = totals.entries().map(([subscriptionId, total]) => ({subscriptionId, total})).toArray();
		assessedOf.set(units, rows);
	}

	return rows;
};
