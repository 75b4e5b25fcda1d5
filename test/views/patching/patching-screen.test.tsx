import test from 'ava';
import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {unknown, valueOf} from '../../../source/model/known.js';
import {nodeImageKey, parseNodeImage} from '../../../source/model/node-image.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import {openApp} from '../../support/app.js';
import {insideOf, nodesOf} from '../../support/inside.js';
import {judgedSnapshotOf} from '../../support/judged.js';
import {hardenedCluster, snapshotOf, weakCluster} from '../../support/models.js';
import {asciiTheme, plainTheme} from '../../support/theme.js';

const sizes = [{columns: 80, rows: 24}, {columns: 120, rows: 40}] as const;

/**
The hardened cluster with pools of the names that the composed nodes have.
*/
const poolNames = ['system', 'shop', 'win', 'wn2', 'spot', 'new'] as const;
const [anyPool] = valueOf(hardenedCluster.nodePools)!;
const pools = poolNames.map((name): NodePool => ({
	...anyPool!, name, key: `${hardenedCluster.key}/agentpools/${name}`, osType: name.startsWith('w') ? 'Windows' : 'Linux', nodeOsUpgradeChannel: 'SecurityPatch',
}));
const cluster = {...hardenedCluster, nodePools: pools};
const nodes = nodesOf(cluster);
const looked = (): Partial<Snapshot> => ({
	clusters: [weakCluster, cluster],
	nodePools: [...valueOf(weakCluster.nodePools)!, ...pools],
	nodes,
	insides: new Map([[cluster.key, insideOf(cluster)]]),
	latestNodeImages: new Map([[nodeImageKey('AKSUbuntu-2204gen2containerd', cluster.region), parseNodeImage('AKSUbuntu-2204gen2containerd-202611.17.0')]]),
});

const go = (text: string): readonly string[] => [':', ...text, 'enter'];
/**
What a screen says, without its frames and how it is broken into lines.
*/
const wordsOf = (lines: readonly string[]): string => lines.join(' ').replaceAll(/[\s│]+/gv, ' ');
const lineWith = (lines: readonly string[], text: string): string => lines.find(line => line.includes(text)) ?? '';

for (const {columns, rows} of sizes) {
	test(`at ${columns}×${rows} every cluster has its bar and its numbers, riskiest first, and the legend says the signs`, async t => {
		const app = await openApp(t, {
			snapshot: judgedSnapshotOf(looked()), columns, rows, theme: plainTheme,
		});
		const lines = await app.press(...go('patching'));
		t.regex(lineWith(lines, 'RISK'), /RISK.*CLUSTER.*NODES.*BEHIND.*REBOOT.*UNKNOWN/v);
		t.regex(lineWith(lines, 'aks-old'), / ▒{14} .*5/v);
		t.regex(lineWith(lines, 'aks-pay'), /(?<!▒)▒{10}rr\?{2}/v);
		t.regex(lineWith(lines, '─ 1 of'), /1 of 2 clusters not looked into/v);
		t.regex(lines.at(-2)!, /█ (?:0 )?current {2}▒ (?:11 )?behind {2}r (?:1\+\? )?reboot(?: pending)? {2}\? (?:1 )?unknown/v);
		t.true(lines.every(line => line.length <= columns));
	});
}

test('Enter opens the pools of a cluster, then the nodes of a pool, then the node; esc comes back the same way', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf(looked()), theme: plainTheme});
	await app.press(...go('patching'), '/', ...'aks-pay', 'enter');
	let lines = await app.press('enter');
	t.regex(lines.join('\n'), /Patching: aks-pay/v);
	t.regex(lineWith(lines, ' no pool'), /\?{14}/v);
	await app.press('/', ...'pool:shop', 'enter');
	lines = await app.press('enter');
	t.regex(lineWith(lines, '[3 Nodes'), /Patching › aks-pay › aks-pay\/shop|3 Nodes 2/v);
	t.regex(lineWith(lines, 'aks-shop-30520393-vmss000000'), /restarts {2}cordoned/v);
	await app.press('/', ...'reboot', 'enter');
	lines = await app.press('enter');
	t.regex(lineWith(lines, 'State '), /reboot pending: it is being restarted/v);
	t.regex(lineWith(lines, 'Channel '), /SecurityPatch: AKS brings security patches/v);
	// Each step first clears its filter, then goes back.
	await app.press('esc', 'esc', 'esc', 'esc', 'esc');
	t.regex(wordsOf(await app.lines()), /Patching \/aks-pay ─/v);
});

test('without a look inside the view counts pools by their images, and the node tabs say which right and which way', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf(), theme: plainTheme});
	const lines = await app.press(...go('patching'));
	t.regex(lines.join('\n'), /r 0\+\? reboot pending.*3 of 3 clusters not looked into/v);
	// None that is seen is not none that there is.
	t.regex(lineWith(lines, 'aks-old'), /▒ +0 +5 +\? +0 /v);
	const tab = wordsOf(await app.press(...go('aks-old/nodes')));
	t.regex(tab, /Nobody has looked into this cluster\..*listClusterUserCredential\/ ?action.*--inside/v);
	const all = wordsOf(await app.press(...go('nodes')));
	t.regex(all, /Nobody has looked into a cluster\./v);
});

test('a cluster that could not be reached says by which way and why, not that it has no nodes', async t => {
	const refused = unknown('unreachable', 'No way into the cluster worked.');
	const inside = insideOf(cluster, {
		nodes: refused,
		reach: {
			way: undefined, server: 'x.example', attempts: [{
				way: 'entra', cause: 'unreachable', reason: 'The cluster is private and no line leads to it.', remedy: 'A peered network, a private link or a local tunnel does.',
			}],
		},
	});
	const app = await openApp(t, {snapshot: snapshotOf({clusters: [cluster], insides: new Map([[cluster.key, inside]])}), theme: plainTheme});
	const tab = wordsOf(await app.press(...go('aks-pay/nodes')));
	t.regex(tab, /Its nodes are unknown: No way into the cluster worked\. Entra ID: The cluster is private and no line leads to it\. A peered network/v);
});

test('a cluster that is being looked into says that, and shows its nodes when they come', async t => {
	const app = await openApp(t, {snapshot: snapshotOf({clusters: [cluster], nodePools: pools, insideAsked: new Set([cluster.key])}), theme: plainTheme});
	const lines = await app.press(...go('aks-pay/nodes'));
	t.regex(lines.join('\n'), /is being looked into/v);
	const list = await app.press(...go('nodes'));
	t.regex(list.join('\n'), /1 of 1 cluster being looked into/v);
	await app.press('[');
	const changed = await app.change(looked());
	t.regex(wordsOf(changed), /akswin000000 +behind/v);
});

test('the list of all nodes filters by state, condition and image age, and a virtual node is unknown', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf(looked()), theme: plainTheme});
	let lines = await app.press(...go('nodes'));
	t.regex(lineWith(lines, 'virtual-node-aci-linux'), /unknown +ready +not reported/v);
	lines = await app.press('/', ...'image>400d', 'enter');
	t.true(lines.some(line => line.includes('akswin000000')) && lines.every(line => !line.includes('akswn2')));
	lines = await app.press('esc', '/', ...'ready:no', 'enter');
	t.true(lines.some(line => line.includes('not ready')) && lines.every(line => !line.includes('akswin000000')));
});

test('the Patching tab of a pool says what its channel last did, what is called out and what a look would add', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf(looked()), theme: plainTheme});
	const text = wordsOf(await app.press(...go('np/aks-pay/shop/patching')));
	t.regex(text, /What it last did +SecurityPatch set, nothing applied for \d+ d/v);
	t.regex(text, /behind.*reboot pending/v);
	const old = wordsOf(await app.press(...go('np/aks-old/nodepool1/patching')));
	t.regex(old, /Restarts +unknown: nobody has looked inside/v);
});

test('on a terminal of ASCII the bars are of ASCII', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf(looked()), theme: asciiTheme, isAscii: true});
	const lines = await app.press(...go('patching'));
	t.regex(lineWith(lines, 'aks-old'), /={14}/v);
	t.regex(lineWith(lines, 'aks-pay'), /={10}rr\?\?/v);
	t.regex(lines.join('\n'), /^[\n\u{20}-\u{7E}]*$/v);
});
