import {mkdtemp, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import process from 'node:process';
import test from 'ava';
import {createFleetStore} from '../../source/fleet/create-store.js';
import {readKept} from '../../source/fleet/keep/read-kept.js';
import {writeKept} from '../../source/fleet/keep/write-kept.js';
import {
	allRead,
	cluster,
	collected,
	fakeCollectors,
	finding,
	nodePool,
	registry,
	until,
} from './fleet-fakes.js';

const poolNames = ['system', 'apps', 'batch', 'gpu', 'win'];

const clusters = Array.from({length: 1000}, (_, index) => {
	const name = `cluster-${index}`;
	return cluster(name, {nodePools: poolNames.map(pool => nodePool(name, pool))});
});

const registries = Array.from({length: 200}, (_, index) => registry(`registry${index}`));

const findings = Array.from({length: 2000}, (_, index) => finding(`finding ${index}`));

const collectors = fakeCollectors({
	clusters: async () => collected([...clusters]),
	registries: async () => collected([...registries]),
	findings: async () => ({...collected([...findings]), isComplete: false}),
});

/**
The longest that the event loop was held while something was done, in milliseconds of this thread's own processor time, which other programs on the machine do not lengthen.
*/
const longestHold = async (work: () => Promise<unknown>): Promise<number> => {
	let longest = 0;
	let isDone = false;
	let before = process.threadCpuUsage();
	const turn = (): void => {
		const {user, system} = process.threadCpuUsage(before);
		longest = Math.max(longest, (user + system) / 1000);
		before = process.threadCpuUsage();
		if (!isDone) {
			setImmediate(turn);
		}
	};

	setImmediate(turn);
	await work();
	isDone = true;
	return longest;
};

test.serial('1,000 clusters that did not change: a refresh gives the very same parts again', async t => {
	const store = createFleetStore({
		interval: 600_000, isDemo: false, collectors: async () => collectors,
	});
	t.teardown(async () => store.stop());
	const refresh = async (): Promise<boolean> => {
		const before = store.getSnapshot();
		store.refresh();
		const after = await until(store, snapshot => allRead(snapshot) && Object.values(snapshot.sources).every(({name, readAt, isReading}) => !isReading && readAt! > before.sources[name].readAt!));
		return after.nodePools === before.nodePools && after.posture === before.posture;
	};

	await until(store, snapshot => allRead(snapshot) && snapshot.posture.byKey.size === 6200 + snapshot.subscriptions.length);
	// The newest images are still on their way into the posture, which is judged in slices.
	for (let same = 0; same < 3;) {
		// eslint-disable-next-line no-await-in-loop -- one refresh after the other
		same = await refresh() ? same + 1 : 0;
	}

	const costs: number[] = [];
	for (let round = 0; round < 9; round++) {
		const {user, system} = process.cpuUsage();
		// eslint-disable-next-line no-await-in-loop -- one refresh after the other
		t.true(await refresh());
		const after = process.cpuUsage();
		costs.push((after.user - user + after.system - system) / 1000);
	}

	const median = costs.toSorted((one, other) => one - other)[4]!;
	t.log(`a refresh of 1,000 clusters costs ${median.toFixed(1)} ms of processor time`);
});

test.serial('the kept file of 1,000 clusters is written and read in slices', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowsnest-test-'));
	t.teardown(async () => rm(folder, {recursive: true}));
	const file = path.join(folder, 'fleet.jsonl');
	const kept = {
		clusters: {readAt: 1, data: collected(clusters)}, registries: {readAt: 1, data: collected(registries)}, findings: {readAt: 1, data: {...collected(findings), isComplete: true}},
	};
	await writeKept(file, kept);
	const writing: number[] = [];
	const reading: number[] = [];
	for (let round = 0; round < 7; round++) {
		// eslint-disable-next-line no-await-in-loop -- measured one by one
		writing.push(await longestHold(async () => writeKept(file, kept)));
		// eslint-disable-next-line no-await-in-loop -- measured one by one
		reading.push(await longestHold(async () => readKept(file, 2)));
	}

	const {size} = await stat(file);
	const start = performance.now();
	await readKept(file, 2);
	const words = (holds: readonly number[]): string => holds.map(hold => hold.toFixed(0)).join(' ');
	t.log(`${(size / 1e6).toFixed(1)} MB, read in ${(performance.now() - start).toFixed(0)} ms; longest holds writing ${words(writing)}, reading ${words(reading)} ms`);
	// Far below what the whole takes at once, far above what a slice is to take: a busy machine is no fault.
	t.true(Math.min(...writing) < 80);
	t.true(Math.min(...reading) < 80);
});
