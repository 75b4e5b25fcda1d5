import {checks} from './checks/index.js';
import type {FleetPosture} from './posture.js';
import {standingOf, type Standing} from './standing.js';

/**
How many resources of a check's kind stand how.
*/
export type CheckTally = Readonly<Record<Standing, number>>;

/**
Resources between two yields.
*/
const batch = 64;

/**
Counts for every check of the catalogue how many resources fail, are unknown, are accepted, pass, or are none of its business.
Works in small steps. A check that has judged nothing has zeros.
*/
export function * tallyChecks({byKey}: FleetPosture): Generator<void, ReadonlyMap<string, CheckTally>, void> {
	const tallies = new Map<string, Record<Standing, number>>(checks.map(({id}) => [id, {
		fail: 0, unknown: 0, accepted: 0, pass: 0, 'not-applicable': 0,
	}]));
	let steps = 0;
	for (const {verdicts} of byKey.values()) {
		for (const verdict of verdicts) {
			const tally = tallies.get(verdict.checkId);
			if (tally) {
				tally[standingOf(verdict)]++;
			}
		}

		if (++steps % batch === 0) {
			yield;
		}
	}

	return tallies;
}
