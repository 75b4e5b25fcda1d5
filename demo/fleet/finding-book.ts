import type {FindingSpec} from './finding-spec.js';
import type {FindingUnit} from './finding-units.js';
import {azureSeverities} from './recommendations.js';

/**
Open findings in one order: worst first, then by id. Places are found by arithmetic over counts, so a hundred thousand
findings cost no more memory than the resources that they are on.
*/
export type FindingBook = {
	readonly total: number;
	/**
	In the order of `azureSeverities`.
	*/
	readonly bySeverity: readonly number[];
	/**
	The finding at a place from 0 up to `total`, which is excluded.
	*/
	readonly at: (place: number) => FindingSpec;
};

/**
Index of the first unit whose running sum is beyond the place.
*/
const unitAt = (sums: Uint32Array, place: number): number => {
	let low = 0;
	let high = sums.length - 1;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (sums[middle]! > place) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}

	return low;
};

/**
Takes units in order of their ids.
*/
export const createBook = (units: readonly FindingUnit[]): FindingBook => {
	const sums = azureSeverities.map((_, severity) => {
		const running = new Uint32Array(units.length);
		let sum = 0;
		for (const [index, unit] of units.entries()) {
			sum += unit.open[severity]!;
			running[index] = sum;
		}

		return running;
	});
	const bySeverity = sums.map(running => running.at(-1) ?? 0);
	return {
		total: bySeverity.reduce((sum, count) => sum + count, 0),
		bySeverity,
		at(place) {
			let rest = place;
			let severity = 0;
			while (rest >= bySeverity[severity]!) {
				rest -= bySeverity[severity]!;
				severity++;
			}

			const running = sums[severity]!;
			const index = unitAt(running, rest);
			return units[index]!.at(severity, rest - (index === 0 ? 0 : running[index - 1]!));
		},
	};
};
