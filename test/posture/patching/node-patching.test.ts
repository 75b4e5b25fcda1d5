import test from 'ava';
import type {ClusterNode} from '../../../source/model/cluster-node.js';
import type {Kured} from '../../../source/model/inside.js';
import {unknown, valueOf} from '../../../source/model/known.js';
import {parseNodeImage} from '../../../source/model/node-image.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import {knownNodePatching} from '../../../source/posture/patching/known-node-patching.js';
import {nodePatching, type NodeSurroundings} from '../../../source/posture/patching/node-patching.js';
import {nodesOf} from '../../support/inside.js';
import {hardenedCluster} from '../../support/models.js';

const nodes = nodesOf(hardenedCluster);
const named = (name: string): ClusterNode => nodes.find(node => node.name === name)!;
const fresh = named('aks-system-30520393-vmss000000');
const image = valueOf(fresh.nodeImageVersion)!;
const [anyPool] = hardenedCluster.nodePools as readonly [NodePool];
const poolWith = (nodeOsUpgradeChannel: string): NodePool => ({...anyPool, nodeOsUpgradeChannel});

const around = (more: Partial<NodeSurroundings> = {}): NodeSurroundings => ({
	pool: poolWith('NodeImage'),
	cluster: {...hardenedCluster, upgradeChannel: 'stable'},
	newest: parseNodeImage(image),
	offered: undefined,
	kured: undefined,
	now: Date.parse('2026-08-21T10:00:00Z'),
	...more,
});

test('the nodes of the document: current, restarting, without a word of restarts, of no pool', t => {
	t.like(nodePatching(fresh, around()), {state: 'current', risk: 0, patchedAt: '2026-08-06T06:00:00Z'});
	t.like(nodePatching(named('aks-shop-30520393-vmss000000'), around()), {state: 'reboot-pending', because: 'it is being restarted'});
	t.like(nodePatching(named('virtual-node-aci-linux'), around({pool: undefined, newest: undefined})), {state: 'unknown', way: 'unknown', kubelet: {state: 'unknown'}});
	t.like(nodePatching(named('akswin000000'), around({newest: undefined})), {state: 'behind', isWindows: true, image: {missedPatchTuesday: '2026-07-14'}});
});

test('a restart that waits counts before an image that is behind, and the longer the more', t => {
	const waiting = (since: string): ClusterNode => ({...named('aks-shop-30520393-vmss00000a'), reboot: {state: 'needed', since, path: 'p'}});
	const [recent, long] = ['2026-08-20T10:00:00Z', '2026-08-01T10:00:00Z'].map(since => nodePatching(waiting(since), around()));
	t.like(recent, {state: 'reboot-pending', because: 'it waits for a restart for 1 d'});
	t.true(long!.risk > recent!.risk);
});

test('a node that patches itself nightly is unknown as long as nothing tells of its restarts', t => {
	const nightly = around({pool: poolWith('Unmanaged')});
	const quiet: ClusterNode = {...fresh, reboot: {state: 'not-reported', since: undefined, path: undefined}};
	t.is(nodePatching(quiet, nightly).state, 'unknown');
	const unread = unknown('malformed', 'Annotations are no object.');
	const unreadNode: ClusterNode = {...fresh, reboot: unread};
	t.is(nodePatching(unreadNode, nightly).because, 'Annotations are no object.');
	const restarted: ClusterNode = {...fresh, reboot: {state: 'none', since: undefined, path: 'p'}};
	t.is(nodePatching(restarted, nightly).state, 'current');
	// Under channels that replace images a restart has no meaning.
	t.is(nodePatching(quiet, around()).state, 'current');
	const kured: Kured = {
		namespace: 'kube-system', desired: 3, ready: 3, annotatesNodes: true, locks: [],
	};
	t.regex(nodePatching(quiet, {...nightly, kured}).because, /Kured has not marked it/v);
});

test('who holds the lock of Kured is being restarted, unless a person took it', t => {
	const held = (isManual: boolean): NodeSurroundings => {
		const kured: Kured = {
			namespace: 'kube-system', desired: 3, ready: 3, annotatesNodes: false, locks: [{node: fresh.name, since: '2026-08-21T09:58:00Z', isManual}],
		};
		return around({kured});
	};

	t.like(nodePatching(fresh, held(false)), {state: 'reboot-pending', restart: {state: 'in-progress', since: '2026-08-21T09:58:00Z'}});
	t.is(nodePatching(fresh, held(true)).state, 'current');
});

test('packages that SecurityPatch put on a running node are the last that was done, and keep its old image from counting', t => {
	const newest = parseNodeImage(image.replace('202608.05', '202610.05'));
	const now = Date.parse('2026-10-06T10:00:00Z');
	const later = around({newest, now});
	t.is(nodePatching(fresh, later).state, 'behind');
	const patched: ClusterNode = {...fresh, livePatch: {applied: '2026-10-01T00:00:00Z', wanted: '2026-10-01T00:00:00Z'}};
	t.like(nodePatching(patched, later), {state: 'current', patchedAt: '2026-10-01T00:00:00Z'});
});

test('a kubelet out of support adds to the risk, whatever the state', t => {
	const old: ClusterNode = {...fresh, kubeletVersion: '1.29.4'};
	t.like(nodePatching(old, around()), {state: 'current', kubelet: {state: 'over'}, risk: 20});
});

test('what is remembered of a node holds for the day and for what surrounds it', t => {
	const first = knownNodePatching(fresh, around());
	const same = around();
	t.is(knownNodePatching(fresh, same), knownNodePatching(fresh, {...same, now: same.now + 3_600_000}));
	t.not(knownNodePatching(fresh, {...same, now: same.now + 86_400_000}), first);
	const newest = parseNodeImage(image.replace('202608.05', '202609.05'));
	t.is(knownNodePatching(fresh, {...same, newest}).state, 'behind');
});
