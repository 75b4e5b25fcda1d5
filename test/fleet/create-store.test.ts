import test, {type ExecutionContext} from 'ava';
import type {Collectors} from '../../source/azure/collectors.js';
import {createFleetStore} from '../../source/fleet/create-store.js';
import type {FleetStoreOptions} from '../../source/fleet/store-options.js';
import {SourceError, type SourceErrorDetail} from '../../source/model/source-error.js';
import type {Coverage} from '../../source/model/subscription.js';
import {
	allRead,
	cluster,
	collected,
	deferred,
	fakeCollectors,
	finding,
	hanging,
	nodePool,
	passAll,
	subscription,
	subscriptionId,
	until,
} from './fleet-fakes.js';

const noop = (): void => undefined;

const minute = 60_000;

const createStore = (t: ExecutionContext, collectors: Collectors, options: Partial<FleetStoreOptions> = {}) => {
	const store = createFleetStore({
		collectors: async () => collectors, interval: minute, isDemo: false, judge: passAll, ...options,
	});
	t.teardown(async () => store.stop());
	return store;
};

const failure = (detail: Partial<SourceErrorDetail> = {}): SourceError => new SourceError({
	cause: 'unreachable', reason: 'No answer.', remedy: undefined, retryAt: undefined, ...detail,
});

test('nothing is made or asked before the first frame, and subscriptions come first', async t => {
	const asked: string[] = [];
	const subscriptions = deferred();
	const real = fakeCollectors();
	const recorded = Object.fromEntries(Object.entries(real).map(([name, collect]) => [name, async (...parameters: never[]) => {
		asked.push(name);
		if (name === 'subscriptions') {
			await subscriptions.promise;
		}

		return (collect as (...parameters: never[]) => Promise<unknown>)(...parameters);
	}])) as unknown as Collectors;
	let isMade = false;
	const store = createStore(t, recorded, {
		async collectors() {
			isMade = true;
			return recorded;
		},
	});
	t.false(isMade);
	t.is(store.getSnapshot().sources.clusters.status, 'waiting');
	await until(store, ({sources}) => sources.subscriptions.status === 'reading');
	t.deepEqual(asked, ['subscriptions']);
	subscriptions.resolve();
	const snapshot = await until(store, allRead);
	t.deepEqual(asked.slice(1, 4).toSorted(), ['clusters', 'findings', 'registries'], 'what the panes show comes before the rest');
	t.deepEqual(asked.slice(4).toSorted(), ['assessedSubscriptions', 'containerGroups', 'dataDisks', 'defenderPlans', 'denyAssignments', 'diagnosticSettings', 'diskEncryptionSets', 'findingTotals', 'hosts', 'imageScans', 'keyVaults', 'kubernetesVersions', 'networkResources', 'nodeImages', 'policyExemptions', 'principals', 'registryRecords', 'roleAssignments', 'roleDefinitions', 'roleEligibilities', 'runningScans', 'vaultKeys']);
	t.is(snapshot.nodePools.length, 1);
	t.is(snapshot.tenant, 'contoso');
	t.deepEqual(snapshot.subscriptions[0]!.coverage, {state: 'answered'});
});

test('the first reading shows what is known while the rest is being read; later ones do not fall back to a part', async t => {
	const rest = deferred();
	const one = cluster('one');
	const two = cluster('two');
	let reads = 0;
	const store = createStore(t, fakeCollectors({
		async clusters(_signal, _subscriptions, onPartial) {
			onPartial?.(collected([one]));
			reads++;
			await rest.promise;
			return collected([one, two]);
		},
	}));
	await until(store, ({clusters}) => clusters.length === 1);
	t.true(store.getSnapshot().sources.clusters.isReading);
	rest.resolve();
	await until(store, ({clusters, sources}) => clusters.length === 2 && !sources.clusters.isReading);

	const lengths = new Set<number>();
	store.subscribe(() => {
		lengths.add(store.getSnapshot().clusters.length);
	});
	store.refresh('clusters');
	await until(store, ({sources}) => reads === 2 && !sources.clusters.isReading);
	t.deepEqual([...lengths], [2]);
});

test('panes do not wait for the node images', async t => {
	const store = createStore(t, fakeCollectors({nodeImages: async () => hanging()}));
	const snapshot = await until(store, ({clusters, registries, findings, supportedVersions}) => clusters.length > 0 && registries.length > 0 && findings.length > 0 && supportedVersions.size > 0);
	t.is(snapshot.sources.nodeImages.status, 'reading');
	t.is(snapshot.posture.byKey.size, 3);
});

test('an error keeps what was read, tells when it is tried again, and goes when the source recovers', async t => {
	let isBroken = false;
	const store = createStore(t, fakeCollectors({
		async clusters() {
			if (isBroken) {
				throw failure();
			}

			return collected([cluster('a')]);
		},
	}));
	const before = await until(store, allRead);
	isBroken = true;
	store.refresh('clusters');
	const broken = await until(store, ({sources}) => sources.clusters.error !== undefined);
	t.is(broken.clusters, before.clusters);
	t.is(broken.registries, before.registries);
	t.is(broken.sources.clusters.status, 'old');
	t.is(broken.sources.clusters.error!.reason, 'No answer.');
	t.true(broken.sources.clusters.nextAt! - Date.now() <= 5000);
	t.is(broken.sources.registries.status, 'fresh');
	isBroken = false;
	store.refresh('clusters');
	const healed = await until(store, ({sources}) => sources.clusters.status === 'fresh');
	t.is(healed.sources.clusters.error, undefined);
	t.deepEqual(healed.notices.map(({text}) => text), ['Clusters: No answer.', 'Clusters: read again.']);
});

test('a try that hangs on a lost line is put aside when a person asks again', async t => {
	let calls = 0;
	const store = createStore(t, fakeCollectors({
		async clusters() {
			calls++;
			if (calls === 1) {
				throw failure();
			}

			return calls === 2 ? hanging() : collected([cluster('a')]);
		},
	}));
	await until(store, ({sources}) => sources.clusters.error !== undefined && !sources.clusters.isReading);
	store.refresh('clusters');
	await until(store, ({sources}) => calls === 2 && sources.clusters.isReading);
	store.refresh('clusters');
	const snapshot = await until(store, ({sources}) => sources.clusters.status === 'fresh');
	t.is(snapshot.clusters.length, 1);
});

test('a throttled source waits as long as the service asks, even when refreshed by hand', async t => {
	let calls = 0;
	const store = createStore(t, fakeCollectors({
		async registries() {
			calls++;
			throw failure({cause: 'throttled', reason: 'Too many requests.', retryAt: Date.now() + 120_000});
		},
	}));
	const snapshot = await until(store, ({sources}) => sources.registries.error !== undefined && !sources.registries.isReading);
	t.is(snapshot.sources.registries.status, 'failed');
	t.true(snapshot.sources.registries.nextAt! - Date.now() > 110_000);
	store.refresh('registries');
	const after = await until(store, ({notices}) => notices.length > 1);
	t.is(calls, 1);
	t.regex(after.notices.at(-1)!.text, /^Registries: the service asks to wait \d+ s more\.$/v);
	t.is(after.notices[0]!.level, 'warning');
});

test('polls repeat by themselves, recover by themselves, and never overlap', async t => {
	let running = 0;
	let most = 0;
	let calls = 0;
	const store = createStore(t, fakeCollectors({
		async clusters() {
			running++;
			most = Math.max(most, running);
			calls++;
			await new Promise(resolve => {
				setImmediate(resolve);
			});
			running--;
			if (calls % 2 === 0) {
				throw new Error('socket hang up');
			}

			return collected([cluster('a')]);
		},
	}), {interval: 4});
	store.refresh();
	store.refresh();
	// A snapshot may come after several polls: what is wanted comes with one of those that follow.
	const wanted = ['Clusters: Clusters could not be read: socket hang up', 'Clusters: read again.'];
	const {notices} = await until(store, snapshot => wanted.every(text => snapshot.notices.some(notice => notice.text === text)));
	t.true(notices.length >= wanted.length);
	t.true(calls >= 3);
	t.is(most, 1);
});

test('a source that waits for one that fails shows the same error and countdown', async t => {
	const store = createStore(t, fakeCollectors({
		async subscriptions() {
			throw failure({cause: 'denied', reason: 'No access.'});
		},
	}));
	const {sources, tenant} = await until(store, ({sources}) => sources.subscriptions.nextAt !== undefined);
	t.is(sources.clusters.status, 'failed');
	t.is(sources.clusters.error!.reason, 'No access.');
	t.is(sources.clusters.nextAt, sources.subscriptions.nextAt);
	t.is(sources.nodeImages.error!.reason, 'No access.');
	t.deepEqual(tenant, {unknown: 'denied', reason: 'No access.'});
});

test('stop cancels what hangs, resolves at once, and nobody is called any more', async t => {
	const signals: AbortSignal[] = [];
	const hang = async (signal: AbortSignal) => {
		signals.push(signal);
		return hanging();
	};

	const store = createStore(t, fakeCollectors({clusters: hang, registries: hang, document: hang}));
	store.subscribeDetail('/x', noop);
	await until(store, ({sources}) => sources.clusters.isReading && sources.registries.isReading);
	store.subscribe(() => {
		t.fail();
	});
	await store.stop();
	t.is(signals.length, 3);
	t.true(signals.every(({aborted}) => aborted));
});

test('paused, no timer runs and a poll under way ends; resumed, what is overdue is polled', async t => {
	let time = 1_000_000;
	let calls = 0;
	const store = createStore(t, fakeCollectors({
		async clusters() {
			calls++;
			return collected([cluster('a')]);
		},
	}), {now: () => time});
	const running = await until(store, allRead);
	t.is(running.sources.clusters.nextAt, time + minute);
	store.setPaused(true);
	const paused = await until(store, ({isPaused}) => isPaused);
	t.is(paused.nextAt, undefined);
	t.is(paused.sources.clusters.status, 'fresh');
	time += 10 * minute;
	store.setPaused(false);
	await until(store, ({sources}) => sources.clusters.readAt === time);
	t.is(calls, 2);
});

test('resumed before it is due, a poll keeps its time', async t => {
	let time = 1_000_000;
	const store = createStore(t, fakeCollectors(), {now: () => time});
	await until(store, allRead);
	store.setPaused(true);
	await until(store, ({isPaused}) => isPaused);
	time += 20_000;
	store.setPaused(false);
	const {sources} = await until(store, ({isPaused}) => !isPaused);
	t.is(sources.clusters.nextAt, 1_000_000 + minute);
	t.false(sources.clusters.isReading);
});

test('a subscription shows the worst that any source met, and becomes a notice once', async t => {
	const coverages: Coverage[] = [{state: 'listed', reason: 'Left out by Resource Graph.'}, {state: 'denied', reason: 'Needs Reader.'}];
	let at = 0;
	const store = createStore(t, fakeCollectors({
		registries: async () => collected([], new Map([[subscriptionId, coverages[at]!]])),
	}));
	const before = await until(store, allRead);
	t.deepEqual(before.subscriptions[0]!.coverage, coverages[0]);
	t.is(before.notices.length, 0);
	at = 1;
	store.refresh();
	const denied = await until(store, ({subscriptions}) => subscriptions[0]?.coverage.state === 'denied');
	store.refresh();
	const again = await until(store, ({sources}) => sources.registries.readAt! > denied.sources.registries.readAt!);
	t.deepEqual(again.notices.map(({text}) => text), ['Subscription sub-1111: Needs Reader.']);
	t.is(again.subscriptions, denied.subscriptions);
});

test('a poll that brings nothing new keeps the identity of every part', async t => {
	const store = createStore(t, fakeCollectors());
	const before = await until(store, allRead);
	store.refresh();
	const after = await until(store, snapshot => allRead(snapshot) && Object.values(snapshot.sources).every(({name, readAt}) => readAt! > before.sources[name].readAt!));
	t.not(after, before);
	for (const part of ['subscriptions', 'clusters', 'nodePools', 'registries', 'findings', 'findingTotals', 'defenderPlans', 'latestNodeImages', 'supportedVersions', 'posture', 'notices', 'signIn'] as const) {
		t.is(after[part], before[part], `${part} changed`);
	}

	t.true(after.trend.length > before.trend.length);
});

test('one changed cluster changes the lists and leaves its neighbours alone', async t => {
	const a = cluster('a');
	let b = cluster('b');
	const store = createStore(t, fakeCollectors({clusters: async () => collected([a, b])}));
	const before = await until(store, allRead);
	b = cluster('b', {tier: 'Free'});
	store.refresh('clusters');
	const after = await until(store, ({clusters}) => clusters !== before.clusters);
	t.is(after.clusters[0], a);
	t.is(after.nodePools[0], before.nodePools[0]);
	t.is(after.registries, before.registries);
});

test('a new image family or region is asked for at once, a known one is not', async t => {
	const asked: string[][] = [];
	let versions = 0;
	let clusters = [cluster('a')];
	const store = createStore(t, fakeCollectors({
		clusters: async () => collected(clusters),
		async nodeImages(_signal, pools) {
			asked.push(pools.map(({name}) => name));
			return new Map();
		},
		async kubernetesVersions() {
			versions++;
			return new Map();
		},
	}));
	await until(store, allRead);
	clusters = [cluster('a'), cluster('b')];
	store.refresh('clusters');
	await until(store, snapshot => snapshot.clusters.length === 2);
	clusters = [cluster('a', {nodePools: [nodePool('a', 'gpu', {nodeImageVersion: 'AKSAzureLinux-V3gen2-202608.10.0'})]})];
	const before = store.getSnapshot().sources.nodeImages.readAt!;
	store.refresh('clusters');
	await until(store, ({sources}) => sources.nodeImages.readAt! > before);
	t.deepEqual(asked, [['system'], ['gpu']]);
	t.is(versions, 1);
});

test('listeners hear once of each batch', async t => {
	const store = createStore(t, fakeCollectors());
	await until(store, allRead);
	let heard = 0;
	store.subscribe(() => {
		heard++;
	});
	store.setPaused(true);
	store.setPaused(false);
	store.setPaused(true);
	await until(store, ({isPaused}) => isPaused);
	t.is(heard, 1);
});

test('more findings are read when wanted, and none when all were read', async t => {
	const limits: number[] = [];
	const store = createStore(t, fakeCollectors({
		async findings(_signal, _subscriptions, limit) {
			limits.push(limit);
			const isComplete = limit >= 3000;
			return {...collected([finding('one'), finding(`up to ${limit}`)]), isComplete};
		},
	}));
	await until(store, allRead);
	store.readMoreFindings();
	store.readMoreFindings();
	const second = await until(store, ({findings}) => findings.at(-1)?.title === 'up to 2000');
	t.false(second.findingsComplete);
	store.readMoreFindings();
	await until(store, ({findingsComplete}) => findingsComplete);
	store.readMoreFindings();
	store.setPaused(true);
	await until(store, ({isPaused}) => isPaused);
	t.deepEqual(limits, [1000, 2000, 3000]);
});

test('sign-in: what was tried is shown, a device code takes its place, and a reading ends both', async t => {
	const attempts = [{method: 'azure-cli', reason: 'az is not there.', remedy: 'az login'}];
	let isSignedIn = false;
	const store = createStore(t, fakeCollectors(), {
		async collectors() {
			if (isSignedIn) {
				return fakeCollectors();
			}

			throw Object.assign(new Error('Nothing worked.'), {attempts});
		},
	});
	const failed = await until(store, ({signIn}) => signIn.state === 'failed');
	t.deepEqual(failed.signIn, {state: 'failed', attempts});
	t.is(failed.sources.subscriptions.error!.cause, 'sign-in');
	t.is(failed.sources.subscriptions.error!.remedy, 'az login');
	store.setDeviceCode({
		state: 'device-code', url: 'https://microsoft.com/devicelogin', code: 'ABC', expiresAt: 1,
	});
	await until(store, ({signIn}) => signIn.state === 'device-code');
	isSignedIn = true;
	store.refresh();
	const {signIn} = await until(store, allRead);
	t.deepEqual(signIn, {state: 'none'});
});

test('new subscriptions are read at once', async t => {
	let ids = [subscriptionId];
	const asked: number[] = [];
	const store = createStore(t, fakeCollectors({
		subscriptions: async () => ({tenant: 'contoso', subscriptions: ids.map(id => subscription(id))}),
		async clusters(_signal, subscriptions) {
			asked.push(subscriptions.length);
			return collected([cluster('a')]);
		},
	}));
	await until(store, allRead);
	ids = [subscriptionId, '22222222-2222-2222-2222-222222222222'];
	const before = store.getSnapshot().sources.clusters.readAt!;
	store.refresh('subscriptions');
	await until(store, ({sources}) => sources.clusters.readAt! > before);
	t.deepEqual(asked, [1, 2]);
});

test('a source that is off is neither asked nor shown as missing', async t => {
	const store = createStore(t, fakeCollectors({findings: async () => t.fail()}), {off: ['findings']});
	const {sources} = await until(store, ({sources}) => Object.values(sources).every(({status}) => status === 'fresh' || status === 'off'));
	t.is(sources.findings.status, 'off');
});
