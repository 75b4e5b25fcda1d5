import {execFileSync} from 'node:child_process';
import {
	chmodSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import type {Answer} from '../support/azure-server/answer.js';
import {loadDocument} from '../support/azure-server/fleet.js';
import type {Fault} from '../support/azure-server/server.js';
import {openInside, testMark, type OpenedInside} from '../support/kubernetes-server/open-inside.js';
import {readAll} from '../support/kubernetes-server/open-reader.js';
import {kubernetesLists, type KubernetesList} from '../../source/kubernetes/kubernetes-reader.js';
import {createRunCommands} from '../../source/kubernetes/run-command.js';
import {runCommandScript} from '../../source/kubernetes/run-command-script.js';
import {SourceError} from '../../source/model/source-error.js';

const asksCommand: Fault['when'] = ({method, url}) => method === 'POST' && /\/runcommand$/iv.test(url.pathname);

const asksResult: Fault['when'] = ({method, url}) => method === 'GET' && /\/commandresults\//iv.test(url.pathname);

type Recorded = {readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body?: unknown};

/**
A recorded answer, whose location is the server's own.
*/
const recorded = (name: string, url: () => string): (() => Answer) => () => {
	const {status, headers: {location}, body} = loadDocument(`aks/${name}.json`) as Recorded;
	return {status, headers: {location: location!.replace('https://management.azure.com', () => url())}, body: body ?? ''};
};

const result = (logs: string): unknown => ({
	id: 'x', properties: {
		provisioningState: 'Succeeded', exitCode: 0, startedAt: '2026-08-29T11:47:54Z', finishedAt: '2026-08-29T11:47:55Z', logs,
	},
});

const open = async (t: ExecutionContext, last: Answer, polls = 2): Promise<OpenedInside> => {
	let url = '';
	const opened = await openInside(t, {
		cluster: {privateCluster: true},
		faults: () => [
			{when: asksCommand, give: () => recorded('recorded-run-command-accepted', () => url)()},
			{when: asksResult, times: polls, give: () => recorded('recorded-run-command-result-running', () => url)()},
			{when: asksResult, give: last},
		],
	});
	({url} = opened.azure);
	return opened;
};

const part = (name: string, text: string, code = 0): string => `\n${testMark} begin ${name}\n${text}\n\n${testMark} end ${name} ${code}\n`;

const detailOf = async (reading: Promise<unknown>): Promise<SourceError['detail'] | undefined> => {
	try {
		await reading;
		return undefined;
	} catch (error) {
		return error instanceof SourceError ? error.detail : undefined;
	}
};

test('accepted, polled, finished: once a session, with the Entra token and nothing but lists', async t => {
	const logs = [part('version', '{"gitVersion": "v1.33.4"}'), part('services', 'shop\tweb\t2026-01-01T00:00:00Z\t{"a":"b\\nc"}\t{"type":"ClusterIP"}\t{"loadBalancer":{}}'), part('gateways', 'error: the server doesn\'t have a resource type "gateways"', 1)].join('');
	const {reach, azure} = await open(t, {status: 200, body: result(logs)});
	const {reach: reached, reader} = await reach({runCommand: true});
	t.is(reached.way, 'run-command', JSON.stringify(reached.attempts));
	t.deepEqual(reached.attempts.map(({way}) => way), ['entra', 'kubeconfig']);
	t.like(await reader!.version(new AbortController().signal), {gitVersion: 'v1.33.4'});
	t.deepEqual(await readAll(reader!, 'services'), [{
		metadata: {
			namespace: 'shop', name: 'web', creationTimestamp: '2026-01-01T00:00:00Z', annotations: {a: 'b\nc'},
		},
		spec: {type: 'ClusterIP'},
		status: {loadBalancer: {}},
	}]);
	t.deepEqual(await reader!.list('gateways', new AbortController().signal).next(), {done: true, value: undefined}, 'it is not installed');

	const command_ = azure.requests.find(request => asksCommand(request));
	const {command, clusterToken} = JSON.parse(command_!.body) as {readonly command: string; readonly clusterToken: string};
	t.regex(clusterToken, /^[\w\-]+\.[\w\-]+\.[\w\-]+$/v);
	t.true(command.match(/kubectl \w+/gv)!.every(word => word === 'kubectl get'));
	t.true(azure.requests.filter(request => asksResult(request)).length >= 3);
	const {reader: kept} = await reach({runCommand: true});
	t.is(azure.requests.filter(request => asksCommand(request)).length, 1, 'the second look starts no second pod');
	t.true(Math.abs(reader!.readAt! - Date.now()) < 20_000);
	t.is(kept!.readAt, reader!.readAt, 'what was read by the run is as old as the run');
	const {reader: anew} = await reach({runCommand: true, runs: 1});
	t.is(azure.requests.filter(request => asksCommand(request)).length, 2, 'asked for again, it runs again');
	t.true(anew!.readAt! > reader!.readAt!);
});

test('it is not run before somebody asks for it, nor where it is disabled', async t => {
	const {reach, azure, cluster} = await open(t, {status: 200, body: result('')});
	const off = await reach();
	t.like(off.reach.attempts.at(-1), {way: 'run-command', cause: 'not-asked', remedy: 'crowsnest --run-command'});
	const disabled = await reach({runCommand: true}, {cluster: {...cluster, runCommandDisabled: true}});
	t.like(disabled.reach.attempts.at(-1), {way: 'run-command', cause: 'not-asked', reason: 'The run command is disabled on this cluster.'});
	t.is(azure.requests.length, 0);
});

test('what was cut off is unknown, what was not is known', async t => {
	const whole = part('version', '{}') + part('nodes', 'one\t2026-01-01T00:00:00Z\t{}\t{}\t{}\t[]\t[]\t{}');
	const {reach} = await open(t, {status: 200, body: result(`${whole}\n${testMark} begin services\nshop\tweb\t2026-01-01T00:00:00Z\t{}\t{"type"`)}, 0);
	const {reader} = await reach({runCommand: true});
	t.deepEqual(await readAll(reader!, 'nodes'), [{
		metadata: {
			name: 'one', creationTimestamp: '2026-01-01T00:00:00Z', labels: {}, annotations: {},
		},
		spec: {},
		status: {conditions: [], addresses: [], nodeInfo: {}},
	}]);
	for (const list of ['services', 'ingresses'] as const) {
		// eslint-disable-next-line no-await-in-loop
		const detail = await detailOf(readAll(reader!, list));
		t.is(detail?.cause, 'not-found');
		t.regex(detail!.reason, /^Azure cut off the output of the run command after 0 kB; this part is not in it\.$/v);
	}
});

test('what kubectl could not list says why', async t => {
	const logs = [
		part('nodes', 'Error from server (Forbidden): nodes is forbidden: User "x" cannot list resource "nodes"\u{1B}[31m', 1),
		part('services', 'map[not:json]'),
		part('daemonSets', 'Unable to connect to the server', 1),
		part('gateways', 'Unable to connect to the server', 1),
	].join('');
	const {reach} = await open(t, {status: 200, body: result(logs)}, 0);
	const {reader} = await reach({runCommand: true});
	t.deepEqual(await Promise.all(['nodes', 'services', 'daemonSets', 'gateways'].map(async list => {
		const detail = await detailOf(readAll(reader!, list as KubernetesList));
		return detail?.cause;
	})), ['denied', 'malformed', 'unreachable', 'unreachable']);
});

test('a run that fails, never ends or is refused is a reason', async t => {
	const failed = await open(t, {status: 200, body: loadDocument('aks/run-command-result-failed.json')}, 0);
	const {reach: {attempts}} = await failed.reach({runCommand: true});
	const said = {
		way: 'run-command', cause: 'unreachable', reason: 'The run command failed: ImagePullBackoff.', remedy: ':run-command aks-shop runs it again',
	} as const;
	t.like(attempts.at(-1), said);
	const kept = await failed.reach({runCommand: true});
	t.like(kept.reach.attempts.at(-1), said);
	t.is(failed.azure.requests.filter(request => asksCommand(request)).length, 1, 'a look that nobody has asked for starts no pod');
	await failed.reach({runCommand: true, runs: 1});
	t.is(failed.azure.requests.filter(request => asksCommand(request)).length, 2, 'what failed is tried again when somebody asks again');

	const refused = await openInside(t, {faults: () => [{when: asksCommand, give: loadDocument('errors/400-aks-run-command-blocked-by-policy-composed.json') as Answer}]});
	const denied = await refused.reach({runCommand: true});
	t.is(denied.reader, undefined);
	t.regex(denied.reach.attempts.at(-1)!.reason, /./v);

	const endless = await open(t, {status: 200, body: result('')}, Infinity);
	const runCommands = createRunCommands(endless.session, {pollInterval: 1, deadline: 300, mark: () => testMark});
	const late = await endless.reach({runCommand: true}, {runCommands});
	t.regex(late.reach.attempts.at(-1)!.reason, /^The run command was not done within/v);

	const dropped = await openInside(t, {faults: () => [{when: asksCommand, give: 'drop'}]});
	await dropped.reach({runCommand: true});
	t.is(dropped.azure.requests.filter(request => asksCommand(request)).length, 1, 'a line that was cut may have started a pod already');
});

/**
A kubectl that knows one row for each resource, in the columns that it is asked for.
*/
const kubectl = String.raw`#!/bin/sh
case "$*" in
*--raw*) echo '{"gitVersion": "v1.33.4"}';;
*"get nodes "*) printf 'one\t2026-01-01T00:00:00Z\t{"a":"b"}\t{"kubectl.kubernetes.io/last-applied-configuration":"{\\"kind\\":\\"Node\\"}","x":"y"}\t{}\t[]\t[]\t{}\n';;
*"get gateways"*) echo "error: the server doesn't have a resource type \"gateways\"" >&2; exit 1;;
*"get clusterrolebindings"*) printf '%s' "$*" | grep -q 'cluster-admin' && printf 'admins\t2026-01-01T00:00:00Z\t{"name":"cluster-admin"}\t[]\n';;
*"-o jsonpath={range .items"*) ;;
*) echo "unexpected: $*" >&2; exit 2;;
esac
`;

test('a shell runs the script', async t => {
	const folder = mkdtempSync(path.join(tmpdir(), 'crowsnest-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true});
	});
	const file = path.join(folder, 'kubectl');
	writeFileSync(file, kubectl);
	chmodSync(file, 0o755);
	const stdout = execFileSync('sh', ['-c', runCommandScript(testMark)], {encoding: 'utf8', env: {...process.env, PATH: `${folder}:${process.env.PATH!}`}});
	const {reach} = await open(t, {status: 200, body: result(stdout)}, 0);
	const {reader} = await reach({runCommand: true});
	t.like(await reader!.version(new AbortController().signal), {gitVersion: 'v1.33.4'});
	t.like(await readAll(reader!, 'nodes'), [{metadata: {name: 'one', labels: {a: 'b'}, annotations: {'kubectl.kubernetes.io/last-applied-configuration': '', x: 'y'}}}]);
	t.like(await readAll(reader!, 'clusterRoleBindings'), [{metadata: {name: 'admins'}, roleRef: {name: 'cluster-admin'}}]);
	const others = kubernetesLists.filter(one => !['nodes', 'clusterRoleBindings'].includes(one));
	for (const list of others) {
		// eslint-disable-next-line no-await-in-loop
		t.deepEqual(await readAll(reader!, list), [], list);
	}
});
