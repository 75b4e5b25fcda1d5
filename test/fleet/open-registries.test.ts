import test, {type ExecutionContext} from 'ava';
import type {Collectors} from '../../source/azure/collectors.js';
import {createFleetStore} from '../../source/fleet/create-store.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {FleetStore} from '../../source/fleet/store.js';
import type {RegistryRecords} from '../../source/model/registry-records.js';
import {
	deferred,
	fakeCollectors,
	hanging,
	registry,
} from './fleet-fakes.js';

const acr = registry('contosoacr');

const noop = (): void => undefined;

const recordsOf = (used: number, isOpen: boolean): RegistryRecords => ({
	registryKey: acr.key,
	usages: [{
		name: 'Size', used, limit: 100, unit: 'bytes',
	}],
	tokens: [],
	scopeMaps: [],
	details: isOpen
		? {
			replicas: [], webhooks: [], cacheRules: [], credentialSets: [], connectedRegistries: [],
		}
		: undefined,
});

const createStore = (t: ExecutionContext, overrides: Partial<Collectors>): FleetStore => {
	const store = createFleetStore({collectors: async () => fakeCollectors(overrides), interval: 60_000, isDemo: true});
	t.teardown(async () => store.stop());
	return store;
};

const until = async (store: FleetStore, isWanted: (snapshot: Snapshot) => boolean): Promise<Snapshot> => new Promise(resolve => {
	const look = (): void => {
		if (!isWanted(store.getSnapshot())) {
			return;
		}

		stop();
		resolve(store.getSnapshot());
	};

	const stop = store.subscribe(look);
	look();
});

test('every registry is asked what checks need; the one that is open is asked for all of it, and what it says newer counts', async t => {
	const asked: string[] = [];
	const store = createStore(t, {
		async registryRecords(_signal, registries) {
			asked.push(registries.map(({name}) => name).join(','));
			return new Map([[acr.key, recordsOf(50, false)]]);
		},
		openRegistry: async () => recordsOf(97, true),
	});
	const first = await until(store, ({registryRecords}) => registryRecords.has(acr.key));
	t.deepEqual(asked, ['contosoacr']);
	t.like(first.registryRecords.get(acr.key), {usages: {0: {used: 50}}, details: undefined});
	const stop = store.subscribeDetail(acr.key, noop);
	const second = await until(store, ({registryRecords}) => registryRecords.get(acr.key)?.details !== undefined);
	t.like(second.registryRecords.get(acr.key), {usages: {0: {used: 97}}});
	stop();
	t.like(store.getSnapshot().registryRecords.get(acr.key), {usages: {0: {used: 97}}}, 'what was read stays when nobody looks any more');
});

test('a cluster that is open asks no registry; reading ends with the last who looks', async t => {
	const signals: AbortSignal[] = [];
	const begun = deferred();
	const store = createStore(t, {
		async openRegistry(signal) {
			signals.push(signal);
			begun.resolve();
			return hanging();
		},
	});
	store.subscribeDetail('/subscriptions/a/resourcegroups/b/providers/microsoft.containerservice/managedclusters/c', noop)();
	t.is(signals.length, 0);
	const first = store.subscribeDetail(acr.key, noop);
	const second = store.subscribeDetail(acr.key, noop);
	await begun.promise;
	first();
	t.false(signals[0]!.aborted);
	second();
	t.true(signals[0]!.aborted);
	t.is(signals.length, 1);
});
