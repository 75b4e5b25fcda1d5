import test from 'ava';
import {printSummary} from '../../source/cli/print-summary.js';
import type {Snapshot, SourceState} from '../../source/fleet/snapshot.js';
import type {FleetStore} from '../../source/fleet/store.js';
import {noDetail, now, snapshotOf} from '../support/models.js';

const empty = (): Snapshot => snapshotOf({
	clusters: [], nodePools: [], registries: [], findings: [], subscriptions: [], readAt: undefined,
});

const withSources = (snapshot: Snapshot, change: (source: SourceState) => SourceState): Snapshot => ({
	...snapshot,
	sources: Object.fromEntries(Object.entries(snapshot.sources).map(([name, source]) => [name, change(source)])) as Snapshot['sources'],
});

const fakeStore = (first: Snapshot) => {
	let snapshot = first;
	let isStopped = false;
	const listeners = new Set<() => void>();
	const nothing = (): void => {/* Nobody presses a key. */};
	const store: FleetStore = {
		getSnapshot: () => snapshot,
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		refresh: nothing,
		setPaused: nothing,
		readMoreFindings: nothing,
		timelineOf: () => [],
		getLogs: () => ({
			lines: [], before: 0, gaps: new Set<number>(), readAt: undefined, error: undefined,
		}),
		subscribeLogs: () => () => {/* Nobody reads. */},
		lookInside: nothing,
		readRegistries: nothing,
		watchImages: () => nothing,
		watchInsides: () => nothing,
		getDetail: () => noDetail,
		subscribeDetail: () => nothing,
		setDeviceCode: nothing,
		async stop() {
			isStopped = true;
		},
	};
	return {
		store,
		isStopped: () => isStopped,
		listeners,
		show(next: Snapshot) {
			snapshot = next;
			for (const listener of listeners) {
				listener();
			}
		},
	};
};

const run = (fake: ReturnType<typeof fakeStore>) => {
	const written = {out: '', error: ''};
	const code = printSummary({
		settings: {interval: 60},
		openFleet: async () => fake.store,
		async out(text) {
			written.out += text;
		},
		async error(text) {
			written.error += text;
		},
		now: () => now,
	});
	return {written, code};
};

const untilSubscribed = async (fake: ReturnType<typeof fakeStore>): Promise<void> => {
	while (fake.listeners.size === 0) {
		// eslint-disable-next-line no-await-in-loop
		await new Promise(resolve => {
			setImmediate(resolve);
		});
	}
};

const failed = (source: SourceState): SourceState => ({
	...source,
	status: 'failed',
	readAt: undefined,
	error: {
		cause: 'unreachable', reason: 'management.azure.com does not answer.', remedy: 'check the network', retryAt: undefined,
	},
});

test('waits until every source has answered or failed, prints once, and stops the fleet', async t => {
	const fake = fakeStore(withSources(empty(), source => ({
		...source, status: 'reading', isReading: true, readAt: undefined,
	})));
	const {written, code} = run(fake);
	await untilSubscribed(fake);
	fake.show(withSources(empty(), source => (source.name === 'findings' ? {...source, status: 'reading', isReading: true} : source)));
	t.is(written.out, '');
	fake.show(withSources(empty(), source => (source.name === 'findings' ? failed(source) : source)));
	t.is(await code, 0);
	t.regex(written.out, /^crowsnest {2}contoso/v);
	t.regex(written.out, /Defender findings +management\.azure\.com does not answer/v);
	t.is(written.error, '');
	t.true(fake.isStopped());
	t.is(fake.listeners.size, 0);
});

test('nothing read at all is exit code 1 and one sentence, even when the last run kept a fleet', async t => {
	const allFailed = withSources(empty(), source => failed(source));
	const nothing = run(fakeStore(allFailed));
	t.is(await nothing.code, 1);
	t.deepEqual(nothing.written, {out: '', error: 'crowsnest: management.azure.com does not answer. Way out: check the network\n'});

	const allKept = withSources(empty(), source => ({
		...failed(source), status: 'old', readAt: now - 1000, isKept: true,
	}));
	const kept = run(fakeStore(allKept));
	t.is(await kept.code, 1);
});

test('when several ways to sign in failed, each is told with its way out', async t => {
	const attempts = [
		{method: 'environment', reason: 'AZURE_CLIENT_ID is not set', remedy: 'set it'},
		{method: 'azure-cli', reason: 'Azure CLI is not signed in', remedy: 'az login'},
	];
	const snapshot = withSources({...empty(), signIn: {state: 'failed', attempts}}, source => failed(source));
	const {written, code} = run(fakeStore(snapshot));
	t.is(await code, 1);
	t.deepEqual(written.error.split('\n').slice(1), [
		'  environment: AZURE_CLIENT_ID is not set. Way out: set it',
		'  azure-cli: Azure CLI is not signed in. Way out: az login',
		'',
	]);
});

test('nothing is printed before rights are worked out and everything is judged', async t => {
	const fake = fakeStore({...empty(), isSettled: false});
	const {written, code} = run(fake);
	await untilSubscribed(fake);
	fake.show({...empty(), isSettled: false, isPaused: true});
	// A promise that is over is seen before the next turn.
	await new Promise(resolve => {
		setImmediate(resolve);
	});
	t.is(written.out, '');
	fake.show(empty());
	t.is(await code, 0);
	t.not(written.out, '');
});

test('a device code is told once on stderr', async t => {
	const reading = withSources(empty(), source => ({
		...source, status: 'reading', isReading: true, readAt: undefined,
	}));
	const fake = fakeStore(reading);
	const {written, code} = run(fake);
	await untilSubscribed(fake);
	const asked: Snapshot = {
		...reading,
		signIn: {
			state: 'device-code', url: 'https://microsoft.com/devicelogin', code: 'BL6XB575V', expiresAt: now + 900_000,
		},
	};
	fake.show(asked);
	fake.show({...asked});
	fake.show(empty());
	t.is(await code, 0);
	t.is(written.error, 'crowsnest: to sign in, open https://microsoft.com/devicelogin and enter BL6XB575V\n');
});
