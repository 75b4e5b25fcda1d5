import test, {type ExecutionContext} from 'ava';
import type {Collectors} from '../../source/azure/collectors.js';
import {createFleetStore} from '../../source/fleet/create-store.js';
import type {FleetStore, ResourceDetail} from '../../source/fleet/store.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Cluster} from '../../source/model/cluster.js';
import {isUnknown} from '../../source/model/known.js';
import {SourceError} from '../../source/model/source-error.js';
import {
	deferred,
	fakeCollectors,
	hanging,
	passAll,
} from './fleet-fakes.js';

const noop = (): void => undefined;

const createStore = (t: ExecutionContext, overrides: Partial<Collectors>): FleetStore => {
	const store = createFleetStore({
		collectors: async () => fakeCollectors(overrides), interval: 60_000, isDemo: true, judge: passAll,
	});
	t.teardown(async () => store.stop());
	return store;
};

const untilDetail = async (store: FleetStore, key: string, isWanted: (detail: ResourceDetail) => boolean): Promise<ResourceDetail> => {
	const {promise, resolve} = deferred<ResourceDetail>();
	const stop = store.subscribeDetail(key, () => {
		const detail = store.getDetail(key);
		if (isWanted(detail)) {
			resolve(detail);
		}
	});
	const detail = await promise;
	stop();
	return detail;
};

test('a detail is read while somebody looks, and each part as soon as it is there', async t => {
	const findings = deferred();
	const store = createStore(t, {
		async findingsOf() {
			await findings.promise;
			return [];
		},
	});
	t.deepEqual(store.getDetail('/a'), {document: undefined, findings: undefined, readAt: undefined});
	const stop = store.subscribeDetail('/a', noop);
	const half = await untilDetail(store, '/a', ({document}) => document !== undefined);
	t.deepEqual(half.document, {id: '/a'});
	t.is(half.findings, undefined);
	t.is(typeof half.readAt, 'number');
	findings.resolve();
	const whole = await untilDetail(store, '/a', detail => detail.findings !== undefined);
	t.deepEqual(whole.findings, []);
	t.is(store.getDetail('/a'), store.getDetail('/a'));
	stop();
});

test('reading is cancelled with the last subscriber only', async t => {
	const {promise, resolve} = deferred<AbortSignal>();
	const store = createStore(t, {
		async document(signal) {
			resolve(signal);
			return hanging();
		},
	});
	const stopFirst = store.subscribeDetail('/a', noop);
	const stopSecond = store.subscribeDetail('/a', noop);
	const signal = await promise;
	stopFirst();
	stopFirst();
	t.false(signal.aborted);
	stopSecond();
	t.true(signal.aborted);
});

test('what could not be read is unknown with its reason and the way out', async t => {
	const store = createStore(t, {
		async document() {
			throw new SourceError({
				cause: 'denied', reason: 'The cluster may not be read.', remedy: 'Ask for Reader.', retryAt: undefined,
			});
		},
		async findingsOf() {
			throw new TypeError('x is undefined\u{1B}[2J');
		},
	});
	const {document, findings} = await untilDetail(store, '/a', detail => detail.document !== undefined && detail.findings !== undefined);
	t.deepEqual(document, {unknown: 'denied', reason: 'The cluster may not be read. Ask for Reader.'});
	t.deepEqual(findings, {unknown: 'unreachable', reason: 'The findings could not be read: x is undefined'});
});

test('a resource that is opened again shows at once what was read, and is read anew', async t => {
	let reads = 0;
	const again = deferred();
	const store = createStore(t, {
		async document() {
			reads++;
			if (reads > 1) {
				again.resolve();
			}

			return {document: {reads}};
		},
	});
	await untilDetail(store, '/a', ({document}) => document !== undefined);
	const stop = store.subscribeDetail('/a', noop);
	t.deepEqual(store.getDetail('/a').document, {reads: 1});
	await again.promise;
	stop();
});

test('of many resources that were open, the oldest is forgotten', async t => {
	const store = createStore(t, {});
	for (let index = 0; index < 20; index++) {
		// eslint-disable-next-line no-await-in-loop -- one after the other is the point
		await untilDetail(store, `/${index}`, ({document}) => document !== undefined);
	}

	for (const [key, isThere] of [['/0', false], ['/19', true]] as const) {
		const stop = store.subscribeDetail(key, noop);
		t.is(store.getDetail(key).document !== undefined, isThere);
		stop();
	}
});

test('inside a cluster the document comes from the cluster, once somebody has asked to look', async t => {
	const store = createStore(t, {
		async findingsOf() {
			throw new Error('Defender knows nothing of a node.');
		},
	});
	const [{key, name}] = await new Promise<Snapshot['clusters'] & readonly [Cluster]>(resolve => {
		const stop = store.subscribe(() => {
			const {clusters} = store.getSnapshot();
			if (clusters.length === 0) {
				return;
			}

			stop();
			resolve(clusters as Snapshot['clusters'] & readonly [Cluster]);
		});
	});
	const node = `${key}/nodes/one`;
	const {document, findings} = await untilDetail(store, node, detail => detail.document !== undefined);
	t.like(document, {unknown: 'not-asked'});
	t.is(findings, undefined);

	const stop = store.subscribeDetail(node, noop);
	store.lookInside(key, 'userCredential');
	const asked = await untilDetail(store, node, detail => detail.document !== undefined && !isUnknown(detail.document));
	t.like(asked.document, {key: node, cluster: name});
	stop();
});
