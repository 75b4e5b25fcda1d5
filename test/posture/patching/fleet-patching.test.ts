import test from 'ava';
import fc from 'fast-check';
import type {Cluster} from '../../../source/model/cluster.js';
import {unknown, valueOf} from '../../../source/model/known.js';
import {nodeImageKey, parseNodeImage} from '../../../source/model/node-image.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import {createFleetPatching, type FleetPatching, type PatchingInput} from '../../../source/posture/patching/fleet-patching.js';
import {countedNodes, patchStates} from '../../../source/posture/patching/patch-state.js';
import {finish as takeAll} from '../../../source/model/finish.js';
import {insideOf, nodesOf} from '../../support/inside.js';
import {automaticCluster, hardenedCluster, weakCluster} from '../../support/models.js';

const finish = (input: PatchingInput, patchingOf = createFleetPatching()): FleetPatching => takeAll(patchingOf(input));

const poolsIn = ({nodePools}: Cluster): readonly NodePool[] => valueOf(nodePools) ?? [];
const clusters = [weakCluster, hardenedCluster, automaticCluster];

const derive = (more: Partial<PatchingInput> = {}): FleetPatching => finish({
	clusters,
	nodePools: clusters.flatMap(cluster => poolsIn(cluster)),
	nodes: [],
	insides: new Map(),
	clusterRecords: new Map(),
	latestNodeImages: new Map(),
	supportedVersions: new Map(),
	asksForFips: () => false,
	now: Date.parse('2026-08-21T10:00:00Z'),
	...more,
});

const [pool] = poolsIn(hardenedCluster) as readonly [NodePool];

const withPool = (changes: Partial<NodePool>, more: Partial<PatchingInput> = {}) => {
	const one = {clusters: [{...hardenedCluster, upgradeChannel: 'none'}], nodePools: [{...pool, ...changes}]};
	return derive({...one, ...more}).clusters[0]!;
};

const callouts = (changes: Partial<NodePool>, more: Partial<PatchingInput> = {}): readonly string[] => withPool(changes, more).callouts.map(({id}) => id);

test('without any look inside, pools are counted by their images, and the riskiest cluster is told', t => {
	const {byCluster} = derive();
	const [weak, hardened, automatic] = clusters.map(({key}) => byCluster.get(key)!);
	t.like(weak!.counts, {behind: 5, current: 0});
	t.true(weak!.risk > hardened!.risk && hardened!.risk >= automatic!.risk);
	t.is(weak!.look.state, 'not-looked');
	t.like(weak!.window, {unknown: 'not-asked'});
});

test('a look inside counts its nodes, those of no pool with them', t => {
	const inside = insideOf(hardenedCluster);
	const {byCluster} = derive({nodes: nodesOf(hardenedCluster), insides: new Map([[hardenedCluster.key, inside]])});
	const hardened = byCluster.get(hardenedCluster.key)!;
	t.is(hardened.look.state, 'looked');
	t.is(hardened.counts['reboot-pending'], 1);
	t.true(hardened.strays.some(({node}) => node.name === 'virtual-node-aci-linux'));
});

test('a look that failed says why, and the pools still count', t => {
	const inside = insideOf(hardenedCluster, {nodes: unknown('denied', 'User may not list nodes.')});
	const {byCluster} = derive({insides: new Map([[hardenedCluster.key, inside]])});
	const hardened = byCluster.get(hardenedCluster.key)!;
	t.deepEqual(hardened.look, {state: 'failed', reason: 'User may not list nodes.'});
	t.true(countedNodes(hardened.counts) > 0);
});

test('nightly patches without Kured, with it, and where nobody looked', t => {
	const nightly = {nodeOsUpgradeChannel: 'Unmanaged', osType: 'Linux'} as const;
	const insides = (kured: Parameters<typeof insideOf>[1]) => ({insides: new Map([[hardenedCluster.key, insideOf(hardenedCluster, {nodes: [], ...kured})]])});
	t.like(withPool(nightly, insides({kured: undefined})).callouts.find(({id}) => id === 'nightly-without-kured'), {severity: 'high'});
	t.like(withPool(nightly).callouts.find(({id}) => id === 'nightly-without-kured'), {severity: 'unknown'});
	const kured = {
		namespace: 'kured', desired: 5, ready: 3, annotatesNodes: true, locks: [{node: 'manual', since: undefined, isManual: true}],
	};
	const found = callouts(nightly, insides({kured}));
	t.false(found.includes('nightly-without-kured'));
	t.true(found.includes('kured-held') && found.includes('kured-incomplete'));
	// An image alone says nothing of a kernel that waits.
	t.is(withPool({...nightly, nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202608.17.0'}).counts.current, 0);
});

test('no channel, an idle channel, a missed Patch Tuesday, and the marks of a pool', t => {
	const old = 'AKSUbuntu-2204gen2containerd-202605.12.0';
	t.true(callouts({nodeOsUpgradeChannel: 'None'}).includes('no-channel'));
	t.true(callouts({nodeOsUpgradeChannel: 'SecurityPatch', nodeImageVersion: old}).includes('channel-idle'));
	t.false(callouts({nodeOsUpgradeChannel: 'SecurityPatch', nodeImageVersion: old}).includes('no-channel'));
	const windows = {osType: 'Windows', nodeOsUpgradeChannel: 'SecurityPatch', nodeImageVersion: 'AKSWindows-2022-containerd-20348.3932.260612'} as const;
	t.true(['no-channel', 'missed-patch-tuesday'].every(id => callouts(windows).includes(id)));
	const open = {
		publicIpPerNode: true, sshAccess: undefined, fips: false, encryptionAtHost: undefined,
	};
	const marks = ['public-addresses', 'ssh-open', 'no-fips', 'no-host-encryption'];
	t.deepEqual(callouts(open, {asksForFips: () => true}).filter(id => marks.includes(id)), marks);
	const guarded = {
		publicIpPerNode: false, sshAccess: 'Disabled', fips: false, encryptionAtHost: true,
	};
	t.deepEqual(callouts(guarded).filter(id => marks.includes(id)), []);
	t.deepEqual(callouts({publicIpPerNode: unknown('denied', 'x'), sshAccess: unknown('denied', 'x'), encryptionAtHost: unknown('denied', 'x')}).filter(id => marks.includes(id)), []);
});

test('FIPS is asked for where another pool of the cluster has it', t => {
	const plain: NodePool = {...pool, key: `${pool.key}2`, fips: false};
	const {byPool} = derive({clusters: [hardenedCluster], nodePools: [{...pool, fips: true}, plain]});
	t.true(byPool.get(plain.key)!.callouts.some(({id}) => id === 'no-fips'));
});

test('a pool without a number of nodes counts as one and says so; an empty or stopped one counts none', t => {
	t.like(withPool({count: undefined}), {uncountedPools: 1});
	t.is(countedNodes(withPool({count: undefined}).counts), 1);
	t.is(countedNodes(withPool({count: 0}).counts), 0);
	t.is(countedNodes(withPool({powerState: 'Stopped'}).counts), 0);
});

test('what brings patches to a cluster, and when: the window of the node OS comes first', t => {
	const window = (name: string) => ({name, schedule: 'weekly', opensNext: '2026-08-22T00:00:00Z'});
	const records = {
		clusterKey: hardenedCluster.key, diagnosticSettings: [], activity: [], maintenance: [window('default'), window('aksManagedNodeOSUpgradeSchedule')], readAt: 0,
	};
	const {byCluster} = derive({clusters: [hardenedCluster], clusterRecords: new Map([[hardenedCluster.key, records]])});
	t.like(byCluster.get(hardenedCluster.key)!.window, {name: 'aksManagedNodeOSUpgradeSchedule'});
});

test('the newest image of the region decides', t => {
	const version = 'AKSUbuntu-2204gen2containerd-202605.12.0';
	const newest = (day: string) => ({latestNodeImages: new Map([[nodeImageKey('AKSUbuntu-2204gen2containerd', pool.region), parseNodeImage(`AKSUbuntu-2204gen2containerd-${day}.0`)]])});
	t.is(withPool({nodeImageVersion: version}, newest('202605.19')).state, 'current');
	t.like(withPool({nodeImageVersion: version}, newest('202608.17')), {state: 'behind', lag: 97});
});

test('the counts of a cluster are those of its pools and strays, whatever pools it has', t => {
	const anyPool = fc.record({
		count: fc.option(fc.nat(50), {nil: undefined}),
		nodeImageVersion: fc.constantFrom(undefined, 'AKSUbuntu-2204gen2containerd-202608.17.0', 'AKSUbuntu-2204gen2containerd-202601.17.0', 'custom'),
		nodeOsUpgradeChannel: fc.constantFrom(undefined, 'None', 'Unmanaged', 'SecurityPatch', 'NodeImage', 'Other'),
		osType: fc.constantFrom('Linux', 'Windows', undefined),
	});
	fc.assert(fc.property(fc.array(anyPool, {maxLength: 6}), list => {
		const nodePools = list.map((changes, index): NodePool => ({...pool, ...changes, key: `${pool.key}${index}`}));
		const {byCluster, byPool} = derive({clusters: [hardenedCluster], nodePools});
		const found = byCluster.get(hardenedCluster.key)!;
		for (const state of patchStates) {
			t.is(found.counts[state], byPool.values().map(({counts}) => counts[state]).reduce((sum, count) => sum + count, 0));
		}

		t.true(Number.isFinite(found.risk) && found.risk >= 0);
	}), {numRuns: 50});
});

test('a cluster is derived again only when something about it changed, and a fleet in which nothing did is the same object', t => {
	const patchingOf = createFleetPatching();
	const input: PatchingInput = {
		clusters,
		nodePools: clusters.flatMap(cluster => poolsIn(cluster)),
		nodes: nodesOf(hardenedCluster),
		insides: new Map([[hardenedCluster.key, insideOf(hardenedCluster)]]),
		clusterRecords: new Map(),
		latestNodeImages: new Map(),
		supportedVersions: new Map(),
		asksForFips: () => false,
		now: Date.parse('2026-08-21T10:00:00Z'),
	};
	const first = finish(input, patchingOf);
	t.is(finish({
		...input, nodes: [...input.nodes], nodePools: [...input.nodePools], now: input.now + 60_000,
	}, patchingOf), first);

	const [node, ...others] = input.nodes;
	const second = finish({...input, nodes: [{...node!, nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202001.01.0'}, ...others]}, patchingOf);
	t.not(second.byCluster.get(hardenedCluster.key), first.byCluster.get(hardenedCluster.key));
	t.is(second.byCluster.get(weakCluster.key), first.byCluster.get(weakCluster.key));

	const tomorrow = finish({...input, now: input.now + 86_400_000}, patchingOf);
	t.not(tomorrow.byCluster.get(weakCluster.key), second.byCluster.get(weakCluster.key));
	const asked = finish({...input, now: input.now + 86_400_000, asksForFips: key => key === poolsIn(weakCluster)[0]!.key}, patchingOf);
	t.not(asked.byCluster.get(weakCluster.key), tomorrow.byCluster.get(weakCluster.key));
	t.is(asked.byCluster.get(hardenedCluster.key), tomorrow.byCluster.get(hardenedCluster.key));
});
