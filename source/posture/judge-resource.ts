import type {Cluster} from '../model/cluster.js';
import type {NodePool} from '../model/node-pool.js';
import type {Registry} from '../model/registry.js';
import {severities, type Severity} from '../model/severity.js';
import type {
	Check,
	JudgeContext,
	JudgedKind,
	JudgedResource,
	Outcome,
	Verdict,
} from './check.js';
import {checksByKind} from './checks/index.js';
import {unknownBecause} from './outcome.js';
import type {ResourcePosture} from './posture.js';
import {scoreOf} from './score.js';

/**
Outcomes are shared, so verdicts can be: one object for each check and outcome, as long as the outcome lives.
*/
const verdicts = new Map<string, WeakMap<Outcome, Verdict>>();

const verdictOf = (checkId: string, own: Severity, outcome: Outcome): Verdict => {
	let ofCheck = verdicts.get(checkId);
	if (ofCheck === undefined) {
		ofCheck = new WeakMap();
		verdicts.set(checkId, ofCheck);
	}

	let verdict = ofCheck.get(outcome);
	if (verdict === undefined) {
		const severity = outcome.status === 'fail' ? outcome.severity ?? own : own;
		verdict = Object.freeze({checkId, outcome, severity});
		ofCheck.set(outcome, verdict);
	}

	return verdict;
};

/**
Runs one check. A check that throws, against its contract, is unknown and harms no other.
*/
const run = <Kind extends JudgedKind>(check: Check<Kind>, resource: JudgedResource[Kind], context: JudgeContext): Outcome => {
	try {
		return check.judge(resource, context);
	} catch (error) {
		return unknownBecause(`the check itself failed (${error instanceof Error ? error.name : 'no error object'})`);
	}
};

const count = (found: readonly Verdict[], status: Outcome['status']): number => {
	let sum = 0;
	for (const {outcome} of found) {
		sum += outcome.status === status ? 1 : 0;
	}

	return sum;
};

/**
Everything that a list of checks says of a resource. Never throws.
*/
export const judgeWith = <Kind extends JudgedKind>(checks: ReadonlyArray<Check<Kind>>, resource: JudgedResource[Kind], context: JudgeContext): ResourcePosture => {
	const found = checks.map(check => verdictOf(check.id, check.severity, run(check, resource, context)));
	const failed: Record<Severity, number> = {
		critical: 0, high: 0, medium: 0, low: 0, info: 0,
	};
	for (const {outcome, severity} of found) {
		if (outcome.status === 'fail') {
			failed[severity]++;
		}
	}

	return {
		key: resource.key,
		verdicts: found,
		failed,
		unknown: count(found, 'unknown'),
		passed: count(found, 'pass'),
		worst: severities.find(severity => failed[severity] > 0),
		score: scoreOf(found, checks),
	};
};

export const judgeCluster = (cluster: Cluster, context: JudgeContext): ResourcePosture => judgeWith(checksByKind.cluster, cluster, context);

export const judgePool = (pool: NodePool, context: JudgeContext): ResourcePosture => judgeWith(checksByKind.nodePool, pool, context);

export const judgeRegistry = (registry: Registry, context: JudgeContext): ResourcePosture => judgeWith(checksByKind.registry, registry, context);
