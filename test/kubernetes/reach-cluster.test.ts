import {Buffer} from 'node:buffer';
import {
	chmodSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {inspect} from 'node:util';
import {createDefaultHttpClient} from '@azure/core-rest-pipeline';
import test, {type ExecutionContext} from 'ava';
import type {Fault} from '../support/azure-server/server.js';
import {forbidden} from '../support/azure-server/answer.js';
import {loadDocument} from '../support/azure-server/fleet.js';
import {
	credentialAnswer,
	kubeconfigText,
	localUser,
	type KubeconfigParts,
} from '../support/kubernetes-server/kubeconfig.js';
import {asksCredential, openInside, type OpenInsideOptions} from '../support/kubernetes-server/open-inside.js';
import {readAll} from '../support/kubernetes-server/open-reader.js';
import {documentLists, kubernetesAnswer, type KubernetesServer} from '../support/kubernetes-server/server.js';
import {logRequests} from '../../source/cli/log-requests.js';
import {openLog} from '../../source/log/log-file.js';
import type {KubeconfigChoice} from '../../source/kubernetes/reach-input.js';

const everything = {userCredential: true, localAccounts: true, runCommand: true};

const gives = (parts: (server: KubernetesServer) => KubeconfigParts = () => ({})): OpenInsideOptions['faults'] => server =>
	[{when: asksCredential, give: {status: 200, body: credentialAnswer(kubeconfigText(server, parts(server)))}}];

const writeKubeconfig = (t: ExecutionContext, text: string): KubeconfigChoice => {
	const folder = mkdtempSync(path.join(tmpdir(), 'crowsnest-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true});
	});
	const file = path.join(folder, 'kubeconfig');
	writeFileSync(file, text);
	return {file, context: undefined, allowExec: []};
};

test('with an Entra token, which nobody but the cluster gets', async t => {
	const {reach, kubernetes, azure} = await openInside(t, {faults: gives()});
	const {reach: reached, reader} = await reach({userCredential: true});
	t.deepEqual(reached, {way: 'entra', server: new URL(kubernetes.url).host, attempts: []});
	t.deepEqual(await readAll(reader!, 'nodes'), documentLists().nodes);
	t.like(await reader!.version(new AbortController().signal), {gitVersion: 'v1.33.4'});
	t.deepEqual(azure.requests.filter(({method}) => method === 'POST').map(({url}) => url.pathname.split('/').at(-1)), ['listClusterUserCredential', 'token']);
	t.is(kubernetes.requests.filter(({url}) => url.pathname === '/version').length, 1, 'the first question is not asked twice');
	const scope = azure.requests.map(({body}) => new URLSearchParams(body).get('scope')).find(one => one?.startsWith('6dae42f8'));
	t.true(scope!.startsWith('6dae42f8-4368-4678-94ff-3960e28e3630/.default'));
});

test('nothing is asked before somebody has asked for it', async t => {
	const {reach, azure, kubernetes} = await openInside(t, {faults: gives()});
	const {reach: reached, reader} = await reach();
	t.is(reader, undefined);
	t.is(reached.way, undefined);
	t.deepEqual(reached.attempts.map(({way, cause}) => [way, cause]), [['entra', 'not-asked'], ['kubeconfig', 'not-asked'], ['run-command', 'not-asked']]);
	t.regex(reached.attempts[0]!.remedy!, /--inside; the role Azure Kubernetes Service Cluster User Role/v);
	t.deepEqual([azure.requests.length, kubernetes.requests.length], [0, 0]);
});

test('the certificate that everybody shares is used only when allowed, and said so', async t => {
	const options = {faults: gives(server => ({user: localUser(server)})), cluster: {entraIntegrated: false}};
	const off = await openInside(t, options);
	const refused = await off.reach({userCredential: true});
	t.is(refused.reader, undefined);
	t.deepEqual(refused.reach.attempts.map(({way, cause}) => [way, cause]).slice(0, 2), [['entra', 'not-asked'], ['local-account', 'not-asked']]);
	t.is(off.azure.requests.length, 0, 'Azure has told it before');

	const on = await openInside(t, options);
	const {reach: reached, reader} = await on.reach({userCredential: true, localAccounts: true});
	t.is(reached.way, 'local-account');
	t.deepEqual(await readAll(reader!, 'nodes'), documentLists().nodes);
	t.true(on.kubernetes.requests.every(({client, headers}) => client === 'masterclient' && headers.authorization === undefined));

	const surprise = await openInside(t, {faults: options.faults});
	const surprised = await surprise.reach({userCredential: true});
	t.is(surprised.reader, undefined, 'the kubeconfig tells what Azure did not');
	t.is(surprise.kubernetes.requests.length, 0);

	const disabled = await openInside(t, {...options, cluster: {entraIntegrated: false, localAccountsDisabled: true}});
	const {reach: {attempts}} = await disabled.reach({userCredential: true, localAccounts: true});
	t.like(attempts[1], {way: 'local-account', reason: 'Its local accounts are disabled.'});
});

test('what Azure refuses names the right and the role', async t => {
	const {reach} = await openInside(t, {
		faults: () => [{when: asksCredential, give: forbidden('Microsoft.ContainerService/managedClusters/listClusterUserCredential/action', '/subscriptions/00000000-0000-0000-0000-0000000000a1')}],
	});
	const {reach: {attempts}} = await reach({userCredential: true});
	t.like(attempts[0], {way: 'entra', cause: 'denied'});
	t.regex(attempts[0]!.reason, /lacks Microsoft\.ContainerService\/managedClusters\/listClusterUserCredential\/action/v);
	t.regex(attempts[0]!.remedy!, /Azure Kubernetes Service Cluster User Role/v);
});

test('what Azure gives out may be no kubeconfig at all', async t => {
	const bodies: readonly unknown[] = [loadDocument('aks/managed-cluster-list-cluster-user-credential.json'), {}, {kubeconfigs: null}, {kubeconfigs: [null]}, {kubeconfigs: [{name: 'clusterUser', value: 17}]}];
	for (const body of bodies) {
		// eslint-disable-next-line no-await-in-loop
		const {reach} = await openInside(t, {faults: () => [{when: asksCredential, give: {status: 200, body}}]});
		// eslint-disable-next-line no-await-in-loop
		const {reach: {attempts}, reader} = await reach({userCredential: true});
		t.is(reader, undefined);
		t.like(attempts[0], {way: 'entra', cause: 'malformed'});
	}
});

test('Azure\'s kubeconfig neither runs a command nor names a file', async t => {
	const run = await openInside(t, {faults: gives(() => ({user: {exec: {command: 'evil', args: []}}}))});
	const {reach: {attempts}} = await run.reach({userCredential: true});
	t.like(attempts[0], {cause: 'malformed', reason: 'The kubeconfig that Azure gave out signs in by a way that is not known.'});
	const file = await openInside(t, {faults: gives(() => ({cluster: {'certificate-authority-data': undefined, 'certificate-authority': '/etc/passwd'}}))});
	const named = await file.reach({userCredential: true});
	t.like(named.reach.attempts[0], {reason: 'The kubeconfig names a file (certificate-authority), which is not read for it.'});
});

test('a private cluster without a line is unknown, with the ways that exist, and the next way is tried', async t => {
	const {reach} = await openInside(t, {faults: gives(() => ({cluster: {server: 'https://aks-shop-1.privatelink.invalid:443'}})), cluster: {privateCluster: true}});
	const {reach: {attempts, server}} = await reach({userCredential: true});
	t.is(server, 'aks-shop-1.privatelink.invalid');
	t.like(attempts[0], {way: 'entra', cause: 'unreachable'});
	t.regex(attempts[0]!.reason, /^The cluster is private, and there is no line to it: The name aks-shop-1\.privatelink\.invalid/v);
	t.regex(attempts[0]!.remedy!, /peered network, over VPN or behind a private endpoint/v);
	t.deepEqual(attempts.map(({way}) => way), ['entra', 'kubeconfig', 'run-command']);
});

test('401 goes on to the next way', async t => {
	const {reach, kubernetes, cluster} = await openInside(t, {
		faults: gives(), kubernetes: {faults: [{when: ({headers}) => String(headers.authorization).includes('.'), give: kubernetesAnswer('status-401-unauthorized-composed')}]},
	});
	const kubeconfig = writeKubeconfig(t, kubeconfigText(kubernetes, {name: cluster.name, user: {token: 'a-token-of-a-file'}}));
	const {reach: reached, reader} = await reach({userCredential: true}, {kubeconfig});
	t.is(reached.way, 'kubeconfig');
	t.like(reached.attempts, [{way: 'entra', cause: 'denied'}]);
	t.deepEqual(await readAll(reader!, 'services'), documentLists().services);
});

test('a stopped cluster is not asked', async t => {
	const {reach, azure} = await openInside(t, {faults: gives(), cluster: {powerState: 'Stopped'}});
	const {reach: {attempts}} = await reach(everything);
	t.like(attempts, [{reason: 'The cluster is stopped.'}]);
	t.is(azure.requests.length, 0);
});

test('a kubeconfig of one\'s own: by name, by host, with files beside it, and kubelogin by our own sign-in', async t => {
	const {reach, kubernetes, cluster} = await openInside(t);
	const folder = path.dirname(writeKubeconfig(t, '').file);
	writeFileSync(path.join(folder, 'ca.pem'), kubernetes.certificates.authority);
	writeFileSync(path.join(folder, 'token'), 'a-token-of-a-file\n');
	const file = path.join(folder, 'kubeconfig');
	const cases: ReadonlyArray<readonly [KubeconfigParts, string]> = [
		[{user: {tokenFile: 'token'}, cluster: {'certificate-authority-data': undefined, 'certificate-authority': 'ca.pem'}}, 'Bearer a-token-of-a-file'],
		[{user: localUser(kubernetes)}, 'undefined'],
		[{name: 'tunnel', cluster: {'tls-server-name': 'kubernetes.test'}, user: {token: 'a-token-of-a-file'}}, 'Bearer a-token-of-a-file'],
	];
	for (const [parts, authorization] of cases) {
		writeFileSync(file, kubeconfigText(kubernetes, {name: cluster.name, ...parts}));
		kubernetes.requests.length = 0;
		// eslint-disable-next-line no-await-in-loop
		const {reach: reached} = await reach({}, {kubeconfig: {file, context: undefined, allowExec: []}, cluster: {...cluster, privateFqdn: 'kubernetes.test'}});
		t.is(reached.way, 'kubeconfig', JSON.stringify(reached.attempts));
		t.is(String(kubernetes.requests[0]!.headers.authorization), authorization);
	}

	writeFileSync(file, kubeconfigText(kubernetes, {name: cluster.name}));
	const {reach: reached} = await reach({}, {kubeconfig: {file, context: undefined, allowExec: []}});
	t.is(reached.way, 'kubeconfig');
});

test('a kubeconfig that is wrong says why, and nothing else is harmed', async t => {
	const {reach, kubernetes, cluster} = await openInside(t);
	const {name} = cluster;
	const cases: ReadonlyArray<readonly [string, Partial<KubeconfigChoice>, RegExp, RegExp?]> = [
		['not: [a kubeconfig', {}, /^The kubeconfig is none/v],
		['', {}, /^The kubeconfig is none/v],
		[kubeconfigText(kubernetes, {name}), {context: 'aks-shap'}, /^There is no context aks-shap in the kubeconfig\. Did you mean aks-shop\?$/v],
		[kubeconfigText(kubernetes, {name: 'another'}), {}, /^No context of the kubeconfig leads to this cluster\.$/v],
		[kubeconfigText(kubernetes, {name: 'another'}), {context: 'another'}, /^The context another leads to another cluster\.$/v],
		[kubeconfigText(kubernetes, {name, cluster: {server: 'https://aks-shop-xyz.hcp.westeurope.azmk8s.io:443'}}), {}, /^No context/v],
		[kubeconfigText(kubernetes, {name, cluster: {'insecure-skip-tls-verify': true}}), {}, /asks not to verify the server's certificate/v, /certificate-authority/v],
		[kubeconfigText(kubernetes, {name, cluster: {server: 'http://127.0.0.1:8001'}}), {}, /is not asked without TLS/v],
		[kubeconfigText(kubernetes, {name, cluster: {'proxy-url': 'http://127.0.0.1:1'}}), {}, /names a proxy of its own/v, /HTTPS_PROXY/v],
		[kubeconfigText(kubernetes, {name, cluster: {'certificate-authority-data': 'bm9wZQ=='}}), {}, /is no PEM certificate/v],
		[kubeconfigText(kubernetes, {name, user: {exec: {command: 'get-token', args: ['--secret', 's3cret']}}}), {}, /^The kubeconfig would run get-token, which nobody has allowed\.$/v, /--allow-exec get-token/v],
		[kubeconfigText(kubernetes, {name, user: {}}), {}, /no user that signs in/v],
		[kubeconfigText(kubernetes, {name, user: {token: 'two\nlines'}}), {}, /token of the context aks-shop is none/v],
		[kubeconfigText(kubernetes, {name, user: {tokenFile: 'gone'}}), {}, /tokenFile: .*gone cannot be read \(ENOENT\)/v],
		[kubeconfigText(kubernetes, {name, user: {username: 'admin', password: 's3cret'}}), {}, /by a way that Kubernetes has given up/v],
		[kubeconfigText(kubernetes, {name, user: {as: 'somebody', token: 'x'}}), {}, /acts as somebody else/v],
	];
	for (const [text, choice, reason, remedy] of cases) {
		const kubeconfig = {...writeKubeconfig(t, text), ...choice};
		// eslint-disable-next-line no-await-in-loop
		const {reach: {attempts}, reader} = await reach({}, {kubeconfig});
		const attempt = attempts.find(({way}) => way === 'kubeconfig')!;
		t.is(reader, undefined);
		t.regex(attempt.reason, reason);
		t.regex(attempt.remedy ?? '', remedy ?? /^/v);
		t.false(JSON.stringify(attempts).includes('s3cret'));
	}

	t.is(kubernetes.requests.length, 0);
	const gone = await reach({}, {kubeconfig: {file: '/nowhere/kubeconfig', context: undefined, allowExec: []}});
	t.like(gone.reach.attempts[1], {reason: '--kubeconfig: /nowhere/kubeconfig cannot be read (ENOENT).'});
});

test('a command of the kubeconfig runs when it is allowed by name, and what it prints stays secret', async t => {
	const {reach, kubernetes, cluster} = await openInside(t);
	const choice = writeKubeconfig(t, '');
	const command = path.join(path.dirname(choice.file), 'get-token');
	const script = (lines: string): void => {
		writeFileSync(command, `#!/bin/sh\n${lines}\n`);
		chmodSync(command, 0o755);
	};

	writeFileSync(choice.file, kubeconfigText(kubernetes, {
		name: cluster.name, user: {
			exec: {
				apiVersion: 'client.authentication.k8s.io/v1', command, args: ['of-a-command'], env: [{name: 'PART', value: 'a-token'}],
			},
		},
	}));
	const kubeconfig = {...choice, allowExec: [command]};
	script(String.raw`echo "$KUBERNETES_EXEC_INFO" | grep -q ExecCredential && echo "{\"kind\":\"ExecCredential\",\"status\":{\"token\":\"$PART-$1\"}}"`);
	const {reach: reached} = await reach({}, {kubeconfig});
	t.is(reached.way, 'kubeconfig', JSON.stringify(reached.attempts));
	t.is(kubernetes.requests[0]!.headers.authorization, 'Bearer a-token-of-a-command');

	script('echo s3cret; echo s3cret >&2; exit 3');
	const failed = await reach({}, {kubeconfig});
	t.regex(failed.reach.attempts[1]!.reason, /gave no credential \(exit code 3\)/v);
	script('echo s3cret');
	const odd = await reach({}, {kubeconfig});
	t.regex(odd.reach.attempts[1]!.reason, /prints is no credential/v);
	t.false(inspect([failed, odd], {depth: 9}).includes('s3cret'));
});

test('no secret leaves the look: neither in what it gives nor in what it throws', async t => {
	const faults: OpenInsideOptions['faults'] = server => [{when: asksCredential, give: {status: 200, body: credentialAnswer(kubeconfigText(server, {user: localUser(server)}))}} satisfies Fault];
	const {reach, kubernetes} = await openInside(t, {faults, cluster: {entraIntegrated: false}, kubernetes: {faults: [{when: () => true, give: 'drop'}]}});
	const result = await reach({userCredential: true, localAccounts: true});
	t.is(result.reader, undefined);
	const text = inspect(result, {depth: 20, showHidden: true});
	t.false(text.includes('PRIVATE KEY'));
	t.false(text.includes(kubernetes.certificates.client.key.slice(40, 80)));
});

test('the log tells what was asked, and holds no secret', async t => {
	const {file} = writeKubeconfig(t, '');
	const log = openLog(file, '--log-file');
	const faults = gives(server => ({user: localUser(server)}));
	const {reach, kubernetes} = await openInside(t, {faults, cluster: {entraIntegrated: false}, transport: logRequests(createDefaultHttpClient(), log)});
	const {reader} = await reach({userCredential: true, localAccounts: true});
	await readAll(reader!, 'nodes');
	const second = await openInside(t, {faults: gives(), transport: logRequests(createDefaultHttpClient(), log)});
	const {reader: other} = await second.reach({userCredential: true});
	await readAll(other!, 'nodes');
	log.close();
	const text = readFileSync(file, 'utf8');
	t.regex(text, /"path":"\/api\/v1\/nodes","status":200/v);
	t.regex(text, /listClusterUserCredential/v);
	const {client} = kubernetes.certificates;
	const secrets = ['PRIVATE KEY', Buffer.from(client.key).toString('base64').slice(0, 80), 'Bearer', String(second.kubernetes.requests[0]!.headers.authorization).slice(7), 'kubeconfigs'];
	for (const secret of secrets) {
		t.false(text.includes(secret));
	}
});
