import test from 'ava';
import fc from 'fast-check';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {NodePool} from '../../source/model/node-pool.js';
import {valueOf} from '../../source/model/known.js';
import {tabs} from '../../views/drill/tabs.js';
import {
	goToCandidates,
	placeString,
	resolveGoTo,
	type GoTo,
} from '../../views/go-to.js';
import {paneIds, type Place} from '../../views/navigation.js';
import {panes} from '../../views/panes/index.js';
import {
	basicRegistry,
	hardenedCluster,
	snapshotOf,
	weakCluster,
} from '../support/models.js';

const snapshot = snapshotOf();

const lastPlace = (found: GoTo | undefined): Place | undefined => (found?.type === 'trail' ? found.trail.at(-1) : undefined);
const placeFor = (text: string, fleet = snapshot): Place | undefined => lastPlace(resolveGoTo(fleet, text));
const keyFor = (text: string, fleet: Snapshot): string | undefined => {
	const place = placeFor(text, fleet);
	return place?.view === 'drill' ? place.key : undefined;
};

const named = (name: string, key = `/subscriptions/1/${name.toLowerCase()}`): Cluster => ({...weakCluster, name, key});
const poolNamed = (clusterName: string, name: string): NodePool => ({
	...(valueOf(weakCluster.nodePools)!)[0]!, clusterName, name, key: `/pools/${clusterName}/${name}`.toLowerCase(),
});

test('a kind goes to its pane on the whole screen, by each of its names, in any case', t => {
	for (const {id, names} of panes) {
		for (const name of names) {
			t.deepEqual(placeFor(` ${name.toUpperCase()} `), {view: 'pane', pane: id});
			t.deepEqual(placeFor(`${name}/`), {view: 'pane', pane: id});
		}
	}
});

test('a resource is found by its name alone, by kind and name, and with each of its tabs', t => {
	const {name, key} = hardenedCluster;
	const drill = {view: 'drill', kind: 'cluster', key} as const;
	t.deepEqual(placeFor(name), {...drill, tab: 'overview'});
	t.deepEqual(placeFor(`aks/${name.toUpperCase()}`), {...drill, tab: 'overview'});
	for (const {id} of tabs.cluster) {
		t.deepEqual(placeFor(`clusters/${name}/${id}`), {...drill, tab: id});
	}
});

test('a pool is named with its cluster, and its tab follows', t => {
	const [pool] = snapshot.nodePools as [NodePool];
	const drill = {view: 'drill', kind: 'nodePool', key: pool.key} as const;
	for (const text of [`${pool.clusterName}/${pool.name}`, `np/${pool.clusterName}/${pool.name}`, `pools/${pool.clusterName}/${pool.name}/posture`]) {
		t.deepEqual(placeFor(text), {...drill, tab: text.endsWith('posture') ? 'posture' : 'overview'});
	}
});

test('a pool named like a tab, and one whose cluster is named like a kind, are found', t => {
	const fleet = snapshotOf({nodePools: [poolNamed('prod', 'posture'), poolNamed('pools', 'blue')]});
	t.is(keyFor('np/prod/posture', fleet), '/pools/prod/posture');
	t.is(keyFor('pools/blue', fleet), '/pools/pools/blue');
	t.is(keyFor('np/pools/blue', fleet), '/pools/pools/blue');
});

test('a command comes before a resource of the same name, which its kind still reaches', t => {
	const fleet = snapshotOf({clusters: [named('help'), named('critical'), named('acr')]});
	t.deepEqual(resolveGoTo(fleet, 'help'), {type: 'command', command: 'help'});
	t.deepEqual(placeFor('critical', fleet), {view: 'judgements', show: 'critical'});
	t.deepEqual(placeFor('acr', fleet), {view: 'pane', pane: 'registries'});
	for (const name of ['help', 'critical', 'acr']) {
		t.is(keyFor(`clusters/${name}`, fleet), `/subscriptions/1/${name}`);
	}
});

test('what is called nothing goes nowhere', t => {
	for (const text of ['', '  ', '/', 'nothing', 'clusters/nothing', 'clusters//checks', '//', ':', 'np/aks-pay', 'constructor', '__proto__']) {
		t.is(resolveGoTo(snapshot, text), undefined, `'${text}'`);
	}
});

test('whatever is typed is understood or not, and nothing is thrown', t => {
	fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 40}), text => {
		const found = resolveGoTo(snapshot, text);
		t.true(found?.type !== 'trail' || found.trail[0].view === 'overview');
	}));
});

test('each candidate goes to what it is, also where two resources have one name', t => {
	const fleet = snapshotOf({clusters: [named('twin', '/subscriptions/1/twin'), named('twin', '/subscriptions/2/twin'), named('help')]});
	const own = goToCandidates(fleet).filter(({hint}) => hint.startsWith('cluster in '));
	t.deepEqual(own.map(({value}) => keyFor(value, fleet)), ['/subscriptions/1/twin', '/subscriptions/2/twin', '/subscriptions/1/help']);
	for (const {value, label} of goToCandidates(snapshot)) {
		t.truthy(resolveGoTo(snapshot, value), label);
	}
});

test('candidates say what they are in whole words', t => {
	const hints = new Set(goToCandidates(snapshot).map(({hint}) => hint));
	t.true(hints.has(`registry in ${basicRegistry.region}`));
	t.true(hints.has(`cluster in ${weakCluster.region}`));
	t.true(hints.has(`node pool in ${weakCluster.region}`));
});

test('the candidates of a fleet are made once', t => {
	t.is(goToCandidates(snapshot), goToCandidates({...snapshot, isPaused: true}));
	t.not(goToCandidates(snapshot), goToCandidates(snapshotOf({registries: []})));
});

test('the string of a place leads to the place', t => {
	const pool = snapshot.nodePools[0]!;
	const places: readonly Place[] = [
		...paneIds.map(pane => ({view: 'pane', pane} as const)),
		{view: 'judgements', show: 'unknown'},
		{
			view: 'drill', kind: 'cluster', key: weakCluster.key, tab: 'pools',
		},
		{
			view: 'drill', kind: 'nodePool', key: pool.key, tab: 'patching',
		},
		{
			view: 'drill', kind: 'registry', key: basicRegistry.key, tab: 'document',
		},
	];
	for (const place of places) {
		t.deepEqual(placeFor(placeString(snapshot, place)), place);
	}
});
