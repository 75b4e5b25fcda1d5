import type {Severity} from '../model/severity.js';
import type {JudgedKind, Verdict} from './check.js';
import {standingOf} from './standing.js';

/**
What a failure costs, and what a check is worth. Info never counts.
*/
export const severityWeight: Readonly<Record<Severity, number>> = {
	critical: 40, high: 15, medium: 5, low: 2, info: 0,
};

/**
The best score that a failure of a severity leaves: many good settings do not outweigh an open door.
*/
const ceiling: Readonly<Record<Severity, number>> = {
	critical: 49, high: 79, medium: 94, low: 99, info: 100,
};

/**
How much a kind of resource counts in the score of the fleet: pools are many, and part of a cluster; what surrounds
clusters and registries counts less than they do, and what runs inside a cluster least: there is much of it.
*/
export const kindWeight: Readonly<Record<JudgedKind, number>> = {
	cluster: 3, registry: 3, subscription: 2, nodePool: 1, diskEncryptionSet: 1, keyVault: 1, containerGroup: 1, service: 0.1, node: 0.05, image: 0.02, host: 0.2,
};

/**
Score of one resource, 0 to 100, whole numbers; absent where nothing that counts could be judged. `checks` stand in the
order of their verdicts.

	lost     = sum of severityWeight(severity of the failure) over the failed checks
	possible = lost + sum of severityWeight(severity of the check) over the passed checks
	score    = floor(min(100 · (1 − lost / possible), ceiling of the worst failure))

A failed check whose evidence makes it milder than the check itself costs the milder weight, out of the check's own worth:
it adds max(own, failure) to `possible`. Accepted failures, and checks that are unknown or not applicable, are in neither
sum: they earn nothing and excuse nothing, so a fact that could not be read never lifts the score above that of the same
fact read and good; their number stands beside the score. A failure that cannot be read any more goes on to cost what it
cost (`lastFailure`): blindness never raises the score. Mending a failure never lowers it.
*/
export const scoreOf = (verdicts: readonly Verdict[], checks: ReadonlyArray<{readonly severity: Severity}>): number | undefined => {
	let lost = 0;
	let possible = 0;
	let best = 100;
	let index = -1;
	for (const verdict of verdicts) {
		index++;
		const standing = standingOf(verdict);
		const failure = standing === 'fail' ? verdict.severity : (standing === 'unknown' ? verdict.lastFailure : undefined);
		const own = severityWeight[checks[index]?.severity ?? verdict.severity];
		if (failure !== undefined) {
			lost += severityWeight[failure];
			possible += Math.max(own, severityWeight[failure]);
			best = Math.min(best, ceiling[failure]);
		} else if (standing === 'pass') {
			possible += own;
		}
	}

	return possible === 0 ? undefined : Math.floor(Math.min(100 * (1 - (lost / possible)), best));
};

/**
Score of a fleet, 0 to 100: the mean of its resources' scores, weighted by `kindWeight`; absent where none has a score.
*/
export const fleetScore = (resources: Iterable<{readonly kind: JudgedKind; readonly score: number | undefined}>): number | undefined => {
	let sum = 0;
	let weight = 0;
	for (const {kind, score} of resources) {
		if (score === undefined) {
			continue;
		}

		sum += score * kindWeight[kind];
		weight += kindWeight[kind];
	}

	return weight === 0 ? undefined : Math.floor(sum / weight);
};
