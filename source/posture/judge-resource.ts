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
import {standingOf, type Standing} from './standing.js';

/**
Outcomes are shared, so verdicts can be: one object for each check and outcome, as long as the outcome lives.
*/
const sharedVerdicts = new Map<string, WeakMap<Outcome, Verdict>>();

const verdictOf = (checkId: string, own: Severity, outcome: Outcome): Verdict => {
	let ofCheck = sharedVerdicts.get(checkId);
	if (ofCheck === undefined) {
		ofCheck = new WeakMap();
		sharedVerdicts.set(checkId, ofCheck);
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

/**
What one check says of one resource, without memory and decisions. Never throws.
*/
export const evaluate = <Kind extends JudgedKind>(check: Check<Kind>, resource: JudgedResource[Kind], context: JudgeContext): Verdict =>
	verdictOf(check.id, check.severity, run(check, resource, context));

const count = (found: readonly Verdict[], standing: Standing): number => {
	let sum = 0;
	for (const verdict of found) {
		sum += standingOf(verdict) === standing ? 1 : 0;
	}

	return sum;
};

/**
Sums up the verdicts of one resource, which stand in the order of their checks.
*/
export const sumUp = (key: string, verdicts: readonly Verdict[], checks: ReadonlyArray<{readonly severity: Severity}>): ResourcePosture => {
	const failed: Record<Severity, number> = {
		critical: 0, high: 0, medium: 0, low: 0, info: 0,
	};
	for (const verdict of verdicts) {
		if (standingOf(verdict) === 'fail') {
			failed[verdict.severity]++;
		}
	}

	return {
		key,
		verdicts,
		failed,
		unknown: count(verdicts, 'unknown'),
		passed: count(verdicts, 'pass'),
		accepted: count(verdicts, 'accepted'),
		worst: severities.find(severity => failed[severity] > 0),
		score: scoreOf(verdicts, checks),
	};
};

/**
Everything that a list of checks says of a resource. Never throws.
*/
export const judgeWith = <Kind extends JudgedKind>(checks: ReadonlyArray<Check<Kind>>, resource: JudgedResource[Kind], context: JudgeContext): ResourcePosture =>
	sumUp(resource.key, checks.map(check => evaluate(check, resource, context)), checks);

export const judgeCluster = (cluster: Cluster, context: JudgeContext): ResourcePosture => judgeWith(checksByKind.cluster, cluster, context);

export const judgePool = (pool: NodePool, context: JudgeContext): ResourcePosture => judgeWith(checksByKind.nodePool, pool, context);

export const judgeRegistry = (registry: Registry, context: JudgeContext): ResourcePosture => judgeWith(checksByKind.registry, registry, context);
