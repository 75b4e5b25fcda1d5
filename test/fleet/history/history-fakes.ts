import type {Look} from '../../../source/fleet/history/create-history.js';
import type {Severity} from '../../../source/model/severity.js';
import type {Outcome, Verdict} from '../../../source/posture/check.js';
import type {FleetPosture, ResourcePosture} from '../../../source/posture/posture.js';
import {sumUp} from '../../../source/posture/judge-resource.js';
import {cluster} from '../fleet-fakes.js';

/**
How a check stands: `pass`, `unknown`, `accepted`, or a severity with which it fails.
*/
export type Stand = 'pass' | 'unknown' | 'not-applicable' | 'accepted' | Severity;

const outcomes: Readonly<Record<'pass' | 'unknown' | 'not-applicable' | 'fail', Outcome>> = {
	pass: {status: 'pass', evidence: []},
	unknown: {status: 'unknown', reason: 'denied'},
	'not-applicable': {status: 'not-applicable', because: {path: 'p', value: 'v'}},
	fail: {status: 'fail', evidence: []},
};

const verdictOf = (checkId: string, stand: Stand): Verdict => {
	if (Object.hasOwn(outcomes, stand)) {
		return {checkId, outcome: outcomes[stand as keyof typeof outcomes], severity: 'medium'};
	}

	return stand === 'accepted'
		? {
			checkId, outcome: outcomes.fail, severity: 'medium', accepted: {
				from: 'file', reason: 'r', by: undefined, until: undefined, at: 'decisions.yaml:1',
			},
		}
		: {checkId, outcome: outcomes.fail, severity: stand as Severity};
};

/**
How the checks of each cluster stand: `{prod: {'check-a': 'pass'}}`.
*/
export type Estate = Readonly<Record<string, Readonly<Record<string, Stand>>>>;

export const keyOf = (name: string): string => cluster(name).key;

const clusters = new Map<string, ReturnType<typeof cluster>>();

const clusterOf = (name: string) => {
	const known = clusters.get(name) ?? cluster(name);
	clusters.set(name, known);
	return known;
};

/**
A fleet of clusters as it is judged; what reads as in `previous` keeps its identity.
*/
export const postureOf = (estate: Estate, previous?: FleetPosture): FleetPosture => {
	const byKey = new Map<string, ResourcePosture>();
	for (const [name, checks] of Object.entries(estate)) {
		const verdicts = Object.entries(checks).map(([checkId, stand]) => verdictOf(checkId, stand));
		const posture = sumUp(keyOf(name), verdicts, verdicts);
		const known = previous?.byKey.get(posture.key);
		byKey.set(posture.key, JSON.stringify(known) === JSON.stringify(posture) ? known! : posture);
	}

	const scores = byKey.values().map(({score}) => score ?? 0).toArray();
	return {
		byKey,
		failed: {
			critical: 0, high: 0, medium: 0, low: 0, info: 0,
		},
		unknown: 0,
		passed: 0,
		accepted: 0,
		score: scores.length === 0 ? undefined : Math.floor(scores.reduce((sum, score) => sum + score, 0) / scores.length),
	};
};

export const lookOf = (estate: Estate, at: number, more: Partial<Look> = {}): Look => ({
	posture: postureOf(estate),
	lists: {
		clusters: Object.keys(estate).map(name => clusterOf(name)), nodePools: [], registries: [], judgedSubscriptions: [], diskEncryptionSets: [], keyVaults: [],
	},
	absence: () => 'gone',
	isFull: true,
	at,
	...more,
});
