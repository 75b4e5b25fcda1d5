import test from 'ava';
import {createInside, type InsideReaders} from '../../source/kubernetes/create-inside.js';
import {noGrants, type LookGrants} from '../../source/model/inside.js';
import {SourceError} from '../../source/model/source-error.js';
import {credentialAnswer, kubeconfigText} from '../support/kubernetes-server/kubeconfig.js';
import {asksCredential, openInside, type OpenedInside} from '../support/kubernetes-server/open-inside.js';
import {documentLists, kubernetesAnswer, type KubernetesServerOptions} from '../support/kubernetes-server/server.js';
import {commandsIn, runCommandFaults} from '../support/run-command-faults.js';

const {signal} = new AbortController();

const granted: LookGrants = {...noGrants, userCredential: true};

type Opened = OpenedInside & {
	readonly inside: InsideReaders;
	readonly read: (below: string, grants?: LookGrants) => Promise<unknown>;
	readonly failure: (below: string, grants?: LookGrants) => Promise<SourceError['detail']>;
};

const open = async (t: Parameters<typeof openInside>[0], kubernetes: KubernetesServerOptions = {}): Promise<Opened> => {
	const opened = await openInside(t, {kubernetes, faults: server => [{when: asksCredential, give: {status: 200, body: credentialAnswer(kubeconfigText(server))}}]});
	const inside = createInside(opened.session, {runCommand: {pollInterval: 1, deadline: 20_000, mark: () => '@@mark'}});
	const read: Opened['read'] = async (below, grants = granted) => {
		const {document} = await inside.readDocument(signal, opened.cluster, grants, `${opened.cluster.key}${below}`);
		return document;
	};

	return {
		...opened,
		inside,
		read,
		async failure(below, grants) {
			try {
				await read(below, grants);
			} catch (error) {
				if (error instanceof SourceError) {
					return error.detail;
				}

				throw error;
			}

			throw new Error(`${below} could be read`);
		},
	};
};

test('a node and a Service, each by one GET of its name', async t => {
	const {read, kubernetes} = await open(t);
	t.like(await read('/nodes/aks-system-30520393-vmss000000'), {kind: 'Node', metadata: {name: 'aks-system-30520393-vmss000000'}, status: {nodeInfo: {kubeletVersion: 'v1.33.4'}}});
	const {metadata: {name, namespace}, spec} = documentLists().services![0] as {readonly metadata: {readonly name: string; readonly namespace: string}; readonly spec: {readonly type: string}};
	t.like(await read(`/namespaces/${namespace}/services/${name}`), {kind: 'Service', metadata: {name, namespace}, spec: {type: spec.type}});
	t.deepEqual(kubernetes.requests.map(({method, url}) => `${method} ${url.pathname}`).filter(asked => !asked.endsWith('/version')), [
		'GET /api/v1/nodes/aks-system-30520393-vmss000000', `GET /api/v1/namespaces/${namespace}/services/${name}`,
	]);
});

test('secrets are masked, escape sequences gone, and managed fields left out', async t => {
	const {read} = await open(t, {
		lists: {
			nodes: [{
				metadata: {
					name: 'one', managedFields: [{manager: 'kubelet'}], annotations: {'example.com/password': 'hunter2-hunter2', plain: 'a\u{1B}[31mb'},
				},
			}],
		},
	});
	const text = JSON.stringify(await read('/nodes/one'));
	t.notRegex(text, /hunter2|managedfields|\\u001b/iv, text);
	t.true(text.includes('example.com/password'));
});

test('what is gone, may not be read, or has a name that is none says so', async t => {
	const {failure, kubernetes} = await open(t, {
		lists: {nodes: [{metadata: {name: 'one'}}], services: []}, faults: [{when: ({url}) => url.pathname.endsWith('/nodes/one'), give: kubernetesAnswer('status-403-kubernetes-rbac-composed')}],
	});
	t.like(await failure('/nodes/gone'), {cause: 'not-found', reason: 'The cluster does not have it any more (404).'});
	const denied = await failure('/nodes/one');
	t.is(denied.cause, 'denied');
	t.regex(denied.reason, /may not get nodes in the core API group/v);
	t.regex(denied.remedy!, /--verb=get --resource=nodes/v);
	const asked = kubernetes.requests.length;
	t.like(await failure('/nodes/..'), {cause: 'malformed'});
	t.like(await failure('/namespaces/a b/services/x'), {cause: 'malformed'});
	t.like(await failure('/namespaces/a/services/x/proxy'), {cause: 'not-found'});
	t.true(kubernetes.requests.slice(asked).every(({url}) => url.pathname === '/version'), 'nothing is asked by such a name');
});

test('nobody is asked where nobody has asked for it, and the run command is not run for a document', async t => {
	const {failure, read, inside, cluster, kubernetes, azure} = await open(t);
	const {reason} = await failure('/nodes/one', noGrants);
	t.regex(reason, /^Clusters are not looked into/v);
	t.deepEqual([kubernetes.requests.length, azure.requests.length], [0, 0]);

	azure.faults.push(...runCommandFaults(azure, () => ({
		version: '{}', nodes: 'one\t2026-01-01T00:00:00Z\t{}\t{"a":"b"}\t{}\t[]\t[]\t{}', services: 'shop\tweb\t2026-01-01T00:00:00Z\t{}\t{"type":"ClusterIP"}\t{}',
	})));
	const grants = {...noGrants, runCommand: true};
	const {reason: notRun} = await failure('/nodes/one', grants);
	t.regex(notRun, /run command has not given anything yet/v);
	t.deepEqual(commandsIn(azure), []);
	await inside.look(signal, cluster, grants);
	t.is(commandsIn(azure).length, 1);
	t.like(await read('/nodes/one', grants), {metadata: {name: 'one', annotations: {a: 'b'}}});
	t.like(await read('/namespaces/shop/services/web', {...grants, runs: 7}), {metadata: {namespace: 'shop'}, spec: {type: 'ClusterIP'}});
	t.like(await failure('/namespaces/other/services/web', grants), {cause: 'not-found'});
	t.is(commandsIn(azure).length, 1);
});
