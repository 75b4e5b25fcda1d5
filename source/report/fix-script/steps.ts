import type {Resource} from '../../model/resource.js';
import {severityRank} from '../../model/severity.js';
import type {Check, Verdict} from '../../posture/check.js';
import {checkById} from '../../posture/checks/index.js';
import {standingOf} from '../../posture/standing.js';
import {withOptionsOf} from './shell-words.js';
import {isOtherWay, stageOf} from './stage.js';

/**
One command, with every failed check of the resource that it mends.
*/
export type Step = {
	readonly command: string;
	/**
	What another step mends already, by other means: to be told, not to be run.
	*/
	readonly isOtherWay: boolean;
	readonly effects: readonly string[];
	readonly reasons: ReadonlyArray<{readonly check: Check; readonly verdict: Verdict}>;
};

const inOrder = (one: Verdict, other: Verdict): number => {
	const difference = stageOf(one.checkId) - stageOf(other.checkId);
	return difference === 0 ? severityRank(one.severity) - severityRank(other.severity) : difference;
};

/**
What is chosen when a pool is created is mended by one new pool that has all of it, not by a pool for each.
*/
const isNewPool = (command: string): boolean => command.startsWith('az aks nodepool add ');

/**
Adds a command to those of its resource: equal commands are one.
*/
const add = (steps: readonly Step[], step: Step): readonly Step[] => {
	const at = steps.findIndex(({command}) => command === step.command || (isNewPool(command) && isNewPool(step.command)));
	const same = steps[at];
	return same === undefined
		? [...steps, step]
		: steps.with(at, {
			command: same.command === step.command ? same.command : withOptionsOf(same.command, step.command),
			isOtherWay: same.isOtherWay && step.isOtherWay,
			effects: [...new Set([...same.effects, ...step.effects])],
			reasons: [...same.reasons, ...step.reasons],
		});
};

/**
The commands that mend a resource, in the order in which they can run. What passes, is unknown or was accepted needs none,
and a check of another version has none.
*/
export const stepsOf = (resource: Resource, verdicts: readonly Verdict[]): readonly Step[] => {
	const failures = new Map(verdicts.filter(verdict => standingOf(verdict) === 'fail').map(verdict => [verdict.checkId, verdict]));
	const ids = new Set(failures.keys());
	let steps: readonly Step[] = [];
	for (const verdict of failures.values().toArray().toSorted((one, other) => inOrder(one, other))) {
		const check = checkById.get(verdict.checkId);
		if (check === undefined) {
			continue;
		}

		// The verdict was made for this resource by this check, so their kinds agree.
		const {command, effect} = check.fix(resource as never);
		steps = add(steps, {
			command, isOtherWay: isOtherWay(check.id, ids), effects: [effect], reasons: [{check, verdict}],
		});
	}

	return steps;
};
