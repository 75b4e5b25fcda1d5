import test from 'ava';
import {createCollectInside} from '../../source/kubernetes/collect-inside.js';
import type {KubernetesPage, KubernetesReader} from '../../source/kubernetes/kubernetes-reader.js';
import type {Inside} from '../../source/model/inside.js';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {SourceError} from '../../source/model/source-error.js';
import {objectsIn, owner} from '../support/inside-documents.js';
import {onePage, readerOf, type ReaderAnswers} from '../support/kubernetes-reader.js';

const reach = {way: 'entra', server: 'aks.example', attempts: []} as const;

const denied = new SourceError({
	cause: 'denied', reason: 'clusterrolebindings may not be listed.', remedy: 'Grant it.', retryAt: undefined,
});

const answers: ReaderAnswers = {
	nodes: onePage(objectsIn('nodes-list-aks-composed')),
	services: onePage(objectsIn('services-list-composed')),
	ingresses: onePage(objectsIn('ingresses-list-composed')),
	networkPolicies: onePage(objectsIn('network-policies-list-composed')),
	daemonSets: onePage(objectsIn('daemonsets-list-composed')),
	storageClasses: onePage(objectsIn('storage-classes-list-composed')),
	clusterRoleBindings: denied,
};

const look = async (reader: KubernetesReader, collect = createCollectInside(), onPartial?: (inside: Inside) => void): Promise<Inside> =>
	collect({reach, reader}, owner, new AbortController().signal, onPartial);

const serviceAt = (index: number, resourceVersion = '1'): unknown => ({
	metadata: {
		name: `service-${index}`, namespace: `team-${index % 200}`, uid: `uid-${index}`, resourceVersion, creationTimestamp: '2026-05-04T08:00:00Z', annotations: {'meta.helm.sh/release-name': `release-${index}`, note: 'x'.repeat(600)},
	},
	spec: {
		type: 'ClusterIP', clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'], ports: [{port: 80, protocol: 'TCP', targetPort: 8080}], selector: {app: `app-${index % 500}`},
	},
	status: {loadBalancer: {}},
});

const manyServices = async function * (count: number): AsyncGenerator<KubernetesPage> {
	for (let first = 0; first < count; first += 500) {
		yield {documents: Array.from({length: 500}, (_, index) => serviceAt(first + index)), isFirst: first === 0};
	}
};

const readerOfMany = (count: number): KubernetesReader => ({
	...readerOf({}), list: (list, signal) => (list === 'services' ? manyServices(count) : readerOf({}).list(list, signal)),
});

test('what was read by a run of its own is as old as that run', async t => {
	const seen: number[] = [];
	const inside = await look({...readerOf(answers), readAt: 1_000_000}, createCollectInside(() => 2_000_000), ({readAt}) => {
		seen.push(readAt);
	});
	t.deepEqual([...seen, inside.readAt], [1_000_000, 1_000_000, 1_000_000, 1_000_000]);
});

test('each part is read for itself, and one that may not be read says why', async t => {
	const inside = await look(readerOf(answers, {gitVersion: 'v1.33.4'}));
	t.is(inside.version, 'v1.33.4');
	t.is(valueOf(inside.nodes)?.length, 8);
	t.is(valueOf(inside.services)?.length, objectsIn('services-list-composed').length);
	t.is(valueOf(inside.routes)?.length, 5);
	t.is(valueOf(inside.kured)?.ready, 3);
	t.is(valueOf(inside.agents)?.length, 4);
	t.is(valueOf(inside.storageClasses)?.length, 7);
	t.deepEqual(inside.clusterAdmins, {unknown: 'denied', reason: 'clusterrolebindings may not be listed. Grant it.'});
});

test('what is there already is told after the nodes, after the Services, and before the pods', async t => {
	const partials: Inside[] = [];
	await look(readerOf(answers), createCollectInside(), inside => {
		partials.push(inside);
	});
	t.is(partials.length, 3);
	t.false(isUnknown(partials[0]!.nodes));
	t.like(partials[0]!.services, {unknown: 'not-asked'});
	t.false(isUnknown(partials[1]!.services));
	t.like(partials[1]!.routes, {unknown: 'not-asked'});
	t.false(isUnknown(partials[2]!.routes));
	t.like(partials[2]!.images, {unknown: 'not-asked'});
});

test('routes of one kind that may not be read do not hide the other, and are no less unknown', async t => {
	const inside = await look(readerOf({...answers, httpRoutes: denied}));
	const routes = valueOf(inside.routes)!;
	t.is(routes.length, 6);
	t.true(isUnknown(routes.at(-1)!.rules));
	const neither = await look(readerOf({...answers, ingresses: denied, httpRoutes: denied}));
	t.true(isUnknown(neither.routes));
});

test('a list that begins anew forgets what came before', async t => {
	const [one, two, three] = objectsIn('services-list-composed');
	const inside = await look(readerOf({...answers, services: [{documents: [one, two], isFirst: true}, {documents: [three], isFirst: true}]}));
	t.deepEqual(valueOf(inside.services)?.map(({name}) => name), [(three!.metadata as {readonly name: string}).name]);
});

test('what did not change keeps its identity, whatever the heartbeat says', async t => {
	const collect = createCollectInside();
	const first = await look(readerOf(answers), collect);
	const beaten = objectsIn('nodes-list-aks-composed').map((node, index) => {
		const copy = JSON.parse(JSON.stringify(node).replaceAll('2026-08-21T10:00:00Z', '2026-08-21T10:05:00Z')) as {readonly metadata: Record<string, unknown>; readonly spec: Record<string, unknown>};
		copy.metadata.resourceVersion = `later-${index}`;
		if (index === 0) {
			copy.spec.unschedulable = true;
		}

		return copy;
	});
	const second = await look(readerOf({...answers, nodes: onePage(beaten)}), collect);
	const [before, after] = [valueOf(first.nodes)!, valueOf(second.nodes)!];
	t.not(after[0], before[0]);
	t.true(after[0]!.isCordoned);
	t.true(after.slice(1).every((node, index) => node === before[index + 1]));
	t.is(second.services, first.services);
});

test('a cluster that was not reached is unknown with the reason of the way that failed', async t => {
	const noLine = {
		way: 'entra', cause: 'unreachable', reason: 'No line to it.', remedy: 'Use a peered network.',
	} as const;
	const notAsked = {
		way: 'run-command', cause: 'not-asked', reason: 'Not asked for.', remedy: undefined,
	} as const;
	const attempts = [notAsked, noLine];
	const inside = await createCollectInside()({reach: {way: undefined, server: undefined, attempts}, reader: undefined}, owner, new AbortController().signal);
	t.deepEqual(inside.services, {unknown: 'unreachable', reason: 'No line to it. Use a peered network.'});
});

test('an aborted look rejects, and a mistake of ours is not taken for an answer', async t => {
	const abort = new AbortController();
	abort.abort(new Error('closed'));
	await t.throwsAsync(createCollectInside()({reach, reader: readerOf(answers)}, owner, abort.signal), {message: 'closed'});
	const broken = readerOf(answers, new TypeError('ours'));
	await t.throwsAsync(look(broken), {instanceOf: TypeError});
});

test('50,000 Services are read page by page, and the keys never wait', async t => {
	let last = performance.now();
	let longest = 0;
	const timer = setInterval(() => {
		longest = Math.max(longest, performance.now() - last);
		last = performance.now();
	}, 1);
	const inside = await look(readerOfMany(50_000));
	clearInterval(timer);
	t.is(valueOf(inside.services)?.length, 50_000);
	t.true(longest < 500, `the event loop was held for ${Math.round(longest)} ms`);
});
