import {chmodSync, existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {boxTitled} from '../support/boxes.js';
import {kubeconfigText} from '../support/kubernetes-server/kubeconfig.js';
import {otherCertificates} from '../support/kubernetes-server/certificates.js';
import {kubernetesAnswer} from '../support/kubernetes-server/server.js';
import {openLive} from '../support/live.js';
import {startLiveInside, type LiveInside} from '../support/live-inside.js';
import {commandsIn, runCommandFaults} from '../support/run-command-faults.js';
import {runProgram} from '../support/run-program.js';
import type {TerminalDriver} from '../support/terminal.js';

/**
What the screen says, its lines joined as if none had been broken.
*/
const said = (screen: readonly string[]): string => screen.map(line => line.replaceAll(/[─│╭╮╯╰▌]/gv, ' ')).join(' ').replaceAll(/\s+/gv, ' ');

/**
Opens the dashboard, and waits for its clusters.
*/
const open = async (t: ExecutionContext, live: LiveInside, args: readonly string[] = []): Promise<TerminalDriver> => {
	const dashboard = openLive(t, live, {columns: 160, rows: 45, args});
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters')?.title.endsWith(`1/${live.servers.length}`) === true);
	return dashboard;
};

const seeNodes = async (dashboard: TerminalDriver, name: string, says: RegExp): Promise<void> => {
	dashboard.press(':', ...`${name}/nodes`, 'enter');
	await dashboard.waitFor(screen => boxTitled(screen, `Clusters › ${name}`) !== undefined && says.test(said(screen)));
};

test.serial('each cluster is looked into by itself: its nodes, or the exact reason why not', async t => {
	const stranger = await otherCertificates();
	const live = await startLiveInside(t, [
		{name: 'aks-open'},
		{name: 'aks-stranger', kubernetes: {tls: {key: stranger.server.key, cert: stranger.server.cert}}},
		{name: 'aks-denied', kubernetes: {faults: [{when: ({url}) => url.pathname === '/api/v1/nodes', give: kubernetesAnswer('status-403-kubernetes-rbac-composed')}]}},
		{name: 'aks-away', isPrivate: true, kubeconfig: {cluster: {server: 'https://aks-away-1.privatelink.invalid:443'}}},
	]);
	const dashboard = await open(t, live, ['--inside']);
	await seeNodes(dashboard, 'aks-open', /\[4 Nodes 9\].* aks-nodepool1-24816391-vmss000000 .* 1\.19\.11/v);
	await seeNodes(dashboard, 'aks-stranger', /Its nodes are unknown: The certificate of 127\.0\.0\.1:\d+ is not signed by the cluster's own authority\. find out who answers there/v);
	await seeNodes(dashboard, 'aks-denied', /Its nodes are unknown: User \S+ may not list nodes in the core API group at the cluster scope \(Kubernetes RBAC, 403\)\. kubectl create clusterrole crowsnest --verb=list --resource=nodes/v);
	await seeNodes(dashboard, 'aks-away', /Its nodes are unknown: The cluster is private, and there is no line to it: The name aks-away-1\.privatelink\.invalid(?::443)? .*behind a private endpoint/v);

	// What is wrong with nodes says nothing of Services, and what is wrong with one cluster nothing of another.
	dashboard.press(':', ...'aks-denied/services', 'enter');
	await dashboard.waitFor(/\[5 Services [1-9]\d*\]/v);
	t.true(live.servers[1]!.requests.length === 0, 'a stranger is told nothing');
	t.true(live.servers.every(({requests}) => requests.every(({method}) => method === 'GET')));
	await dashboard.waitFor(/posture \d/v);
});

test.serial('nothing is asked of a cluster before I asks for it', async t => {
	const live = await startLiveInside(t, [{name: 'aks-open'}]);
	const dashboard = await open(t, live);
	await seeNodes(dashboard, 'aks-open', /Nobody has looked into this cluster\. .*listClusterUserCredential\/action/v);
	t.is(live.servers[0]!.requests.length, 0);
	t.false(live.server.requests.some(({url}) => /listclusterusercredential/iv.test(url.pathname)));
	dashboard.press('I');
	await dashboard.waitFor('[4 Nodes 9]');
});

type Kubeconfigs = {
	readonly title: string;
	/**
	What is written, and with which flags it is named.
	*/
	readonly write: (live: LiveInside, file: string, plugin: string) => readonly string[];
	readonly says: RegExp;
	readonly runs?: boolean;
};

const named = 'shop-tunnel';

const kubeconfigs: readonly Kubeconfigs[] = [
	{
		title: 'one that leads to a cluster, by the context that is named',
		write({servers}, file) {
			writeFileSync(file, kubeconfigText(servers[0]!, {name: 'aks-shop', user: {token: 'a-token-of-a-file'}}));
			return ['--context', 'aks-shop'];
		},
		says: /\[4 Nodes 9\]/v,
	},
	{
		title: 'a file that is none',
		write(_, file) {
			writeFileSync(file, 'Dear reader,\n- this: is not\n\u{1B}]0;evil\u{7} one');
			return [];
		},
		says: /Its nodes are unknown: The kubeconfig is none: contexts and clusters are missing\. kubectl config view shows/v,
	},
	{
		title: 'a file that is not there',
		write: () => [],
		says: /Its nodes are unknown: --kubeconfig: \S+ cannot be read \(ENOENT\)\./v,
	},
	{
		title: 'a context that is not in it, with the one that was meant',
		write({servers}, file) {
			writeFileSync(file, kubeconfigText(servers[0]!, {name: named}));
			return ['--context', 'shop-tunel'];
		},
		says: /Its nodes are unknown: There is no context shop-tunel in the kubeconfig\. Did you mean shop-tunnel\? it has shop-tunnel/v,
	},
	{
		title: 'a plug-in that nobody has allowed',
		write({servers}, file, plugin) {
			writeFileSync(file, kubeconfigText(servers[0]!, {name: 'aks-shop', user: {exec: {apiVersion: 'client.authentication.k8s.io/v1', command: plugin, args: []}}}));
			return [];
		},
		says: /Its nodes are unknown: The kubeconfig would run \S+, which nobody has allowed\. crowsnest --allow-exec \S.*, if you trust the kubeconfig/v,
	},
	{
		title: 'a plug-in that is allowed by name',
		write({servers}, file, plugin) {
			writeFileSync(file, kubeconfigText(servers[0]!, {name: 'aks-shop', user: {exec: {apiVersion: 'client.authentication.k8s.io/v1', command: plugin, args: []}}}));
			return ['--allow-exec', plugin];
		},
		says: /\[4 Nodes 9\]/v,
		runs: true,
	},
];

for (const {title, write, says, runs = false} of kubeconfigs) {
	test.serial(`a kubeconfig: ${title}`, async t => {
		const live = await startLiveInside(t, [{name: 'aks-shop'}]);
		const file = path.join(live.home.folder, 'kubeconfig');
		const plugin = path.join(live.home.folder, 'plugin');
		const ran = path.join(live.home.folder, 'ran');
		writeFileSync(plugin, `#!/bin/sh\ntouch '${ran}'\necho '{"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": {"token": "a-token-of-a-plugin"}}'\n`);
		chmodSync(plugin, 0o755);
		const flags = write(live, file, plugin);
		const dashboard = await open(t, live, ['--kubeconfig', file, ...flags]);
		await seeNodes(dashboard, 'aks-shop', says);
		t.is(existsSync(ran), runs);
		t.false(live.server.requests.some(({url}) => /listclusterusercredential/iv.test(url.pathname)), 'a kubeconfig takes no right of Azure');
		t.false(dashboard.chunks.some(({data}) => data.includes('evil')));
	});
}

test.serial('flags that make no sense alone are mistakes in use', async t => {
	for (const flags of [['--context', 'shop'], ['--allow-exec', 'tokens']] as const) {
		// eslint-disable-next-line no-await-in-loop
		const {code, stderr} = await runProgram(t, flags);
		t.is(code, 2);
		t.regex(stderr, /it speaks of a kubeconfig; name one with --kubeconfig FILE/v);
	}
});

test.serial('a private cluster is read by the run command when it is asked for by name, once each time', async t => {
	let name = 'aks-first-vmss000000';
	const live = await startLiveInside(t, [{name: 'aks-vault', isPrivate: true, kubeconfig: {cluster: {server: 'https://aks-vault-1.privatelink.invalid:443'}}}]);
	live.server.faults.push(...runCommandFaults(live.server, () => ({
		version: '{"gitVersion": "v1.33.4"}',
		nodes: `${name}\t2026-01-01T00:00:00Z\t{}\t{}\t{}\t[]\t[]\t{"kubeletVersion":"v1.33.4","osImage":"Ubuntu 22.04.5 LTS"}`,
	})));
	const dashboard = await open(t, live, ['--inside']);
	await seeNodes(dashboard, 'aks-vault', /there is no line to it/v);
	t.deepEqual(commandsIn(live.server), [], 'it is not run by itself');

	dashboard.press(':', ...'run-command aks-vault', 'enter');
	await dashboard.waitFor(/a pod starts there, and the activity log tells of it/v);
	await dashboard.waitFor('aks-first-vmss000000');
	t.is(commandsIn(live.server).length, 1);
	dashboard.press(':', ...'aks-vault/control-plane', 'enter');
	await dashboard.waitFor(/Reached +by the run command: a pod in the cluster/v);

	name = 'aks-second-vmss000000';
	dashboard.press('R');
	dashboard.press(':', ...'run-command aks-vault', 'enter');
	dashboard.press(':', ...'aks-vault/nodes', 'enter');
	await dashboard.waitFor('aks-second-vmss000000');
	t.is(commandsIn(live.server).length, 2);
	t.true(commandsIn(live.server).every(command => command.match(/kubectl \w+/gv)!.every(word => word === 'kubectl get')));
});
