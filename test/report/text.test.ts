import fc from 'fast-check';
import stringWidth from 'string-width';
import test from 'ava';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {ResourcePosture} from '../../source/posture/posture.js';
import {createJudge} from '../../source/posture/judge.js';
import {checkById} from '../../source/posture/checks/index.js';
import {textSummary} from '../../source/report/text.js';
import {fit, wrap} from '../../source/report/text/lines.js';
import {now, snapshotOf} from '../support/models.js';

const judged = (members: Partial<Snapshot> = {}): Snapshot => {
	const snapshot = snapshotOf(members);
	const run = createJudge()({
		clusters: snapshot.clusters,
		nodePools: snapshot.nodePools,
		registries: snapshot.registries,
		context: {
			now, latestNodeImages: snapshot.latestNodeImages, supportedVersions: snapshot.supportedVersions, containersPlans: new Map(),
		},
	});
	let step = run.next();
	while (step.done !== true) {
		step = run.next();
	}

	return {...snapshot, posture: step.value};
};

const titleOf = (checkId: string): string => checkById.get(checkId)?.title ?? checkId;
const lines = (snapshot: Snapshot, isWhole = true): readonly string[] => textSummary(snapshot, {now, isWhole, titleOf}).split('\n');

test('a fleet in words: who, when, score, severities, fleet, findings, age', t => {
	const snapshot = judged();
	const text = lines(snapshot);
	t.is(text[0], 'crowsnest  contoso  2026-11-24 12:00 UTC');
	t.is(text[2], 'Subscriptions  1 of 1 answered: Platform');
	t.is(text[3], `Posture        ${Math.round(snapshot.posture.score!)} of 100`);
	t.regex(text[4]!, new RegExp(`^Checks         failed: .*${snapshot.posture.failed.high} high.*; ${snapshot.posture.unknown} unknown; ${snapshot.posture.passed} passed$`, 'v'));
	t.is(text[5], `Fleet          3 clusters, ${snapshot.nodePools.length} node pools, 4 registries, 0 container groups`);
	t.regex(text[6]!, /^Findings {7}\d+ \w+/v);
	t.is(text[7], 'Data           newest read 30 s ago, oldest 30 s ago');
	t.false(text.some(line => line.includes('Gaps')));
	t.is(text.at(-1), '');
});

test('the worst resources come first, each with its failed checks, worst first', t => {
	const snapshot = judged();
	const text = lines(snapshot);
	const start = text.indexOf('Worst resources');
	const first = snapshot.posture.byKey.get(snapshot.clusters[0]!.key)!;
	t.regex(text[start + 1]!, /^ {2}1\. /v);
	const entries = text.slice(start + 1).filter(line => /^ {1,2}\d{1,2}\. /v.test(line));
	t.true(entries.length <= 10 && entries.length > 0);
	const failed = first.verdicts.filter(({outcome}) => outcome.status === 'fail').length;
	const place = text.findIndex(line => line.includes(`. ${snapshot.clusters[0]!.name}  cluster  Platform/`));
	t.true(place > start);
	t.is(text.slice(place + 1).findIndex(line => !/^ {5}(?:critical|high|medium|low|info) /v.test(line) && !line.startsWith(' '.repeat(6))), failed);
	const ranks = text.slice(place + 1, place + 1 + failed).map(line => ['critical', 'high', 'medium', 'low', 'info'].indexOf(line.trim().split(' ', 1)[0]!));
	t.deepEqual(ranks, ranks.toSorted((left, right) => left - right));
});

test('the demo cannot be taken for real', t => {
	t.regex(lines(judged({isDemo: true}))[0]!, /DEMO, nothing here is real/v);
});

test('what was denied and what failed is named, and is not counted as none', t => {
	const {sources, subscriptions} = snapshotOf();
	const denied = {
		...subscriptions[0]!, id: 'x', name: 'Legacy', coverage: {state: 'denied' as const, reason: 'Reader is missing on Legacy.'},
	};
	const error = {
		cause: 'unreachable' as const, reason: 'management.azure.com does not answer.', remedy: 'check the network', retryAt: undefined,
	};
	const snapshot = judged({
		subscriptions: [...subscriptions, denied],
		registries: [],
		sources: {
			...sources,
			registries: {
				...sources.registries, status: 'failed', readAt: undefined, error,
			},
			clusters: {
				...sources.clusters, status: 'old', readAt: now - 7_200_000, isKept: true, error,
			},
		},
	});
	const text = textSummary(snapshot, {now, isWhole: false});
	t.regex(text, /Subscriptions {2}1 of 2 answered: Platform\n {15}Legacy denied: Reader is missing on Legacy\./v);
	t.regex(text, /node pools, registries unknown, 0 container groups\n/v);
	t.regex(text, /oldest 2 h ago\n {15}not everything had answered when the time was over/v);
	t.regex(text, / {2}Registries {11}management\.azure\.com does not answer\. Way out: check the network/v);
	t.regex(text, /Shown as read 2 h ago, from the last\s+run\./v);
});

test('nothing read at all is told as such', t => {
	const empty = snapshotOf({
		tenant: {unknown: 'denied', reason: 'x'}, subscriptions: [], clusters: [], nodePools: [], registries: [], findings: [], readAt: undefined,
	});
	t.regex(textSummary(empty, {now}), /tenant unknown[\s\S]*Posture {8}unknown: nothing could be judged[\s\S]*nothing was read/v);
});

test('exact totals are preferred, and fewer findings than there are say so', t => {
	const bySeverity = {
		critical: 1200, high: 2, medium: 0, low: 0, info: 0,
	};
	t.regex(textSummary(judged({findingTotals: {total: 1202, bySeverity}}), {now}), /1,202 findings: 1,200 critical, 2 high\n/v);
	t.regex(textSummary(judged({findingsComplete: false}), {now}), /Findings {7}at least \d/v);
});

const hostile = fc.oneof(
	fc.string({unit: 'binary', maxLength: 300}),
	fc.string({unit: 'grapheme-composite', maxLength: 300}),
	fc.constantFrom('\u{1B}[31mred', '\u{1B}]8;;https://evil.example\u{7}x', 'a'.repeat(10_000), '\u{202E}reversed', '漢'.repeat(200), 'e\u{301}\u{301}\u{301}'),
);

test('however hostile the names are: plain lines of at most 100 columns', t => {
	const property = fc.property(hostile, hostile, (name, reason) => {
		const {sources, subscriptions, clusters} = snapshotOf();
		const {posture} = judged();
		const error = {
			cause: 'denied' as const, reason, remedy: reason, retryAt: undefined,
		};
		const snapshot: Snapshot = {
			...snapshotOf({
				tenant: name,
				subscriptions: [{...subscriptions[0]!, name, coverage: {state: 'failed', reason}}],
				clusters: clusters.map(cluster => ({...cluster, name, resourceGroup: name})),
				sources: {...sources, findings: {...sources.findings, error}},
			}),
			posture,
		};
		const text = textSummary(snapshot, {now, titleOf: () => name});
		t.true(text.split('\n').every(line => stringWidth(line) <= 100 && !/\p{Control}|\p{Bidi_Control}/v.test(line)));
	});
	fc.assert(property, {numRuns: 50});
});

test('cutting and wrapping keep to cells', t => {
	const property = fc.property(fc.string({unit: 'grapheme', maxLength: 200}), fc.integer({min: 2, max: 60}), (text, width) => {
		t.true(stringWidth(fit(text, width)) <= width);
		t.true(wrap('head ', text).every(line => stringWidth(line) <= 100));
	});
	fc.assert(property);
	t.is(fit('abcdef', 4), 'abc…');
	t.is(wrap('', 'word '.repeat(200)).length, 4);
});

test('a resource that was judged but is gone is left out', t => {
	const snapshot = judged();
	const ghost: ResourcePosture = {...snapshot.posture.byKey.values().next().value!, key: 'gone', worst: 'critical'};
	t.notThrows(() => textSummary({...snapshot, posture: {...snapshot.posture, byKey: new Map([['gone', ghost]])}}, {now}));
});
