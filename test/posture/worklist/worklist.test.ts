import test from 'ava';
import fc from 'fast-check';
import type {Cluster} from '../../../source/model/cluster.js';
import type {Finding} from '../../../source/model/finding.js';
import {unknown, type Fact} from '../../../source/model/known.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import type {Registry} from '../../../source/model/registry.js';
import type {Resource} from '../../../source/model/resource.js';
import {severities, type Severity} from '../../../source/model/severity.js';
import type {Outcome, Verdict} from '../../../source/posture/check.js';
import {checksByKind} from '../../../source/posture/checks/index.js';
import {fleetPosture} from '../../../source/posture/fleet-posture.js';
import {sumUp} from '../../../source/posture/judge-resource.js';
import {tallyChecks} from '../../../source/posture/check-tally.js';
import {createWorklist, type WorklistInput} from '../../../source/posture/worklist/create-worklist.js';
import {exposureOf} from '../../../source/posture/worklist/exposure.js';
import {groupIdOf, groupWorklist, ownerOf} from '../../../source/posture/worklist/groups.js';
import {exposureFactor, rankOf} from '../../../source/posture/worklist/rank.js';
import type {Puller} from '../../../source/posture/relations.js';
import {dependantsOf, reachOf} from '../../../source/posture/worklist/reach.js';
import {
	basicRegistry,
	findings,
	hardenedCluster,
	hardenedRegistry,
	ruledRegistry,
	weakCluster,
} from '../../support/models.js';
import {poolOf} from '../../support/posture.js';

/**
Runs a generator to its end, and says in how many steps.
*/
const finish = <Output>(steps: Generator<void, Output, void>): {readonly output: Output; readonly count: number} => {
	for (let count = 1; ; count++) {
		const step = steps.next();
		if (step.done) {
			return {output: step.value, count};
		}
	}
};

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
	fc.record({status: fc.constant('fail' as const), evidence: fc.constant([{path: 'properties.x', value: 'absent'}])}),
	fc.constant<Outcome>({status: 'pass', evidence: []}),
	fc.constant<Outcome>({status: 'unknown', reason: 'denied'}),
	fc.constant<Outcome>({status: 'not-applicable', because: {path: 'sku.name', value: 'Basic'}}),
);

const kinds = ['cluster', 'registry'] as const;

const judged = fc.constantFrom(...kinds).chain(kind => fc.record({
	kind: fc.constant(kind),
	name: fc.string({maxLength: 8}),
	owner: fc.constantFrom(undefined, 'shop', 'data'),
	verdicts: fc.tuple(...checksByKind[kind].map(check => fc.record({
		outcome,
		severity: fc.constantFrom<Severity>(...severities),
		isAccepted: fc.boolean(),
	}).map(({isAccepted, ...rest}): Verdict => ({
		checkId: check.id,
		...rest,
		...(isAccepted && rest.outcome.status === 'fail' && {
			accepted: {
				from: 'file', reason: 'known', by: undefined, until: undefined, at: 'decisions.yaml:1',
			} as const,
		}),
	})))),
}));

const fleet = fc.array(judged, {maxLength: 12}).map(all => all.map(({kind, name, owner, verdicts}, index) => {
	const model = kind === 'cluster' ? weakCluster : basicRegistry;
	const key = `/${kind}/${index}`;
	const resource: Resource = {
		...model, id: key, key, name, tags: owner === undefined ? {} : {Owner: owner},
	};
	return {kind, resource, posture: sumUp(key, verdicts, checksByKind[kind])};
}));

const inputOf = (all: ReadonlyArray<{readonly kind: 'cluster' | 'registry'; readonly resource: Resource; readonly posture: ReturnType<typeof sumUp>}>, shown: readonly Finding[] = []): WorklistInput => ({
	lists: kinds.map(kind => all.filter(item => item.kind === kind).map(({resource}) => resource)),
	posture: fleetPosture(all),
	findings: shown,
	decisions: [],
});

test('header, worklist, groups and the Checks view count the same on any fleet', t => {
	fc.assert(fc.property(fleet, fc.subarray([...findings]), (all, shown) => {
		const input = inputOf(all, shown);
		const {output: entries} = finish(createWorklist()(input));
		const ofChecks = entries.filter(({source}) => source === 'check');
		for (const severity of severities) {
			t.is(ofChecks.filter(entry => entry.severity === severity).length, input.posture.failed[severity]);
		}

		t.is(entries.length - ofChecks.length, shown.length);
		t.is(new Set(entries.map(({key}) => key)).size, entries.length);
		const {output: tallies} = finish(tallyChecks(input.posture));
		for (const by of ['check', 'resource'] as const) {
			const groups = groupWorklist(entries, by);
			t.is(groups.reduce((sum, {count}) => sum + count, 0), entries.length);
			for (const {group, count, severity, rank} of groups) {
				const lines = entries.filter(entry => groupIdOf(entry, by) === group);
				t.is(lines.length, count);
				t.is(Math.max(...lines.map(line => line.rank)), rank);
				t.is(severities.find(candidate => lines.some(line => line.severity === candidate)), severity);
			}
		}

		for (const [id, tally] of tallies) {
			t.is(tally.fail, ofChecks.filter(({topic}) => topic === id).length);
		}

		const sum = (standing: 'unknown' | 'accepted' | 'pass'): number => tallies.values().reduce((total, tally) => total + tally[standing], 0);
		t.deepEqual([sum('unknown'), sum('accepted'), sum('pass')], [input.posture.unknown, input.posture.accepted, input.posture.passed]);
	}), {numRuns: 60});
});

test('the highest rank stands first, equal ones in the same order whatever order the fleet is in', t => {
	fc.assert(fc.property(fleet, all => {
		const {output: entries} = finish(createWorklist()(inputOf(all)));
		t.true(entries.every((entry, index) => index === 0 || entries[index - 1]!.rank >= entry.rank));
		const reversed = inputOf(all.toReversed());
		const {output: turned} = finish(createWorklist()(reversed));
		const keys = entries.map(({key}) => key);
		t.deepEqual(turned.map(({key}) => key), keys);
	}), {numRuns: 40});
});

test('a resource that did not change keeps its lines, one that Azure lists twice has them once, and work is in small steps', t => {
	const verdicts = checksByKind.cluster.map(({id, severity}): Verdict => ({checkId: id, severity, outcome: {status: 'fail', evidence: []}}));
	const posture = sumUp(weakCluster.key, verdicts, checksByKind.cluster);
	const all = Array.from({length: 500}, (_, index) => ({kind: 'cluster' as const, resource: {...weakCluster, key: `/c/${index}`}, posture: {...posture, key: `/c/${index}`}}));
	const worklist = createWorklist();
	const first = finish(worklist(inputOf([...all, all[0]!])));
	t.is(first.output.length, 500 * checksByKind.cluster.length);
	t.true(first.count > 8);
	const changed = [{...all[0]!, posture: sumUp('/c/0', posture.verdicts.slice(1), checksByKind.cluster)}, ...all.slice(1)];
	const {output} = finish(worklist(inputOf(changed)));
	const before = new Set(first.output);
	t.is(output.filter(entry => !before.has(entry)).length, checksByKind.cluster.length - 1);
});

const ofCluster = (cluster: Cluster) => exposureOf(cluster);
const ofRegistry = (registry: Registry) => exposureOf(registry);
const ofPool = (pool: NodePool) => exposureOf(pool);

test('who can reach a resource, and the property that decides it', t => {
	const open = {
		...weakCluster, privateCluster: undefined, publicNetworkAccess: undefined, authorizedIpRanges: undefined,
	};
	t.is(ofCluster(open).state, 'open');
	t.is(ofCluster({...open, authorizedIpRanges: ['192.0.2.1/32']}).state, 'limited');
	t.is(ofCluster({...open, authorizedIpRanges: ['0.0.0.0/0']}).state, 'open');
	t.like(ofCluster({...open, privateCluster: true}), {state: 'closed', because: {path: 'properties.apiServerAccessProfile.enablePrivateCluster', value: 'true'}});
	t.is(ofCluster({...open, publicNetworkAccess: 'Disabled'}).state, 'closed');
	t.is(ofCluster({...open, privateCluster: unknown('malformed', 'not a switch')}).state, 'unknown');
	t.is(ofCluster({...open, authorizedIpRanges: unknown('malformed', 'no list')}).state, 'unknown');
	t.is(exposureOf(hardenedCluster).state, 'closed');
	t.is(exposureOf(basicRegistry).state, 'open');
	t.is(exposureOf(hardenedRegistry).state, 'closed');
	t.is(ofRegistry({
		...ruledRegistry, publicNetworkAccess: 'Enabled', defaultAction: 'Deny', ipRules: ['192.0.2.0/24'],
	}).state, 'limited');
	t.is(ofRegistry({
		...ruledRegistry, publicNetworkAccess: 'Enabled', defaultAction: 'Deny', ipRules: [],
	}).state, 'closed');
	t.is(ofRegistry({...basicRegistry, defaultAction: unknown('denied', 'no')}).state, 'unknown');
	const pool = poolOf('managed-cluster-weak-composed', 0);
	t.is(ofPool({...pool, publicIpPerNode: true}).state, 'open');
	t.is(ofPool({...pool, publicIpPerNode: undefined}).state, 'closed');
	t.is(ofPool({...pool, publicIpPerNode: unknown('malformed', 'no')}).state, 'unknown');
	t.is(exposureOf(findings[0]!).state, 'none');
});

test('rank is severity × exposure × reach, and what is unknown ranks as if it were exposed', t => {
	const closed = {state: 'closed', because: undefined} as const;
	const nothing = {things: 0, words: ''};
	t.is(rankOf('critical', closed, nothing), 40);
	t.is(rankOf('high', {...closed, state: 'open'}, {things: 9, words: ''}), 90);
	t.is(rankOf('high', {...closed, state: 'limited'}, {things: 99, words: ''}), 90);
	t.is(exposureFactor.unknown, exposureFactor.open);
	t.is(rankOf('low', closed, {things: undefined, words: ''}), rankOf('low', closed, {things: 10, words: ''}));
	t.true(rankOf('info', closed, nothing) > 0);
});

test('what hangs on a resource', t => {
	const cluster = {...weakCluster, nodePools: [poolOf('managed-cluster-weak-composed', 0, {count: 4}), {...poolOf('managed-cluster-weak-composed', 0), count: unknown('malformed', 'no number')}]};
	t.deepEqual(reachOf(cluster), {things: 5, words: '5 nodes in 2 pools'});
	t.is(reachOf({...cluster, nodePools: unknown('malformed', 'no list')} as typeof weakCluster).things, undefined);
	t.deepEqual(reachOf(basicRegistry, 1), {things: 1, words: '1 cluster pulls'});
	t.is(reachOf(basicRegistry).things, undefined);
	const cause = unknown('denied', 'no');
	const puller = {key: 'c', name: 'c', isPrivate: true};
	const pulled = (fact: Fact<readonly Puller[]>): number | undefined => dependantsOf(basicRegistry, {pullers: new Map([[basicRegistry.key, fact]])});
	t.is(pulled([puller, puller]), 2);
	t.is(pulled([]), 0);
	t.is(pulled(cause), undefined, 'what could not be read is not nothing');
	t.is(dependantsOf(basicRegistry, {}), undefined);
	t.is(dependantsOf(cluster, {}), undefined);
});

test('the owner is the first tag that names one, in any casing', t => {
	t.is(ownerOf({tags: {Team: 'shop', OWNER: 'data'}}), 'data');
	t.is(ownerOf({tags: {owner: ' ', team: 'shop'}}), 'shop');
	t.is(ownerOf({tags: {env: 'prod'}}), undefined);
});
