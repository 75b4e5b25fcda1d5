import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import test from 'ava';
import fc from 'fast-check';
import {createDemoTransport} from '../../demo/index.js';
import {queries} from '../../source/azure/queries.js';
import {
	allRows,
	createClock,
	parsed,
	post,
	quiet,
	type GraphBody,
	poolsOf,
	orderOf,
} from './harness.js';

test('a thousand clusters have five thousand pools, two hundred registries and a hundred thousand findings', async t => {
	const client = quiet({size: 1000});
	const clusters = await allRows(client, queries.clusters.text, 200);
	t.is(new Set(clusters.map(({id}) => id.toLowerCase())).size, 1000);
	t.is(new Set(clusters.map(({name}) => name)).size, 1000);
	t.is(clusters.flatMap(row => poolsOf(row)).length, 5000);
	const sizes = clusters.map(row => JSON.stringify(row.properties).length);
	t.true(sizes.every(size => size > 5000 && size < 11_000));
	const registries = await allRows(client, queries.registries.text, 500);
	t.is(new Set(registries.map(({name}) => name)).size, 200);
	const totals = parsed<{data: ReadonlyArray<{total: number}>}>(await post(client, {query: queries.findingTotals.text}));
	t.is(totals.data.reduce((sum, {total}) => sum + total, 0), 100_000);
});

test('findings are paged completely, in order and without a double', async t => {
	const client = quiet({size: 12});
	const rows = await allRows(client, queries.findings.text, 97);
	t.is(rows.length, 1200);
	const keys = rows.map(row => orderOf(row));
	t.is(new Set(keys).size, 1200);
	t.deepEqual(keys, keys.toSorted());
});

test('any page of the hundred thousand can be asked for by itself', async t => {
	const client = quiet({size: 1000});
	const page = async ($skip: number, $top: number) => parsed<GraphBody>(await post(client, {query: queries.findings.text, options: {$skip, $top}}));
	await fc.assert(fc.asyncProperty(fc.integer({min: 0, max: 99_990}), async skip => {
		const ten = await page(skip, 10);
		const last = await page(skip + 9, 1);
		t.is(ten.totalRecords, 100_000);
		t.is(ten.count, 10);
		t.deepEqual(last.data[0], ten.data[9]);
		const own = await allRows(client, queries.findingDocument.text(ten.data[0]!.id), 1);
		t.deepEqual(own, [ten.data[0]!]);
	}), {numRuns: 20});
	const beyond = await page(100_000, 10);
	t.is(beyond.count, 0);
	t.is(beyond.$skipToken, undefined);
});

test('other sizes are in proportion', async t => {
	await fc.assert(fc.asyncProperty(fc.integer({min: 1, max: 150}), async size => {
		const client = quiet({size});
		const total = async (query: string) => {
			const body = parsed<GraphBody>(await post(client, {query, options: {$top: 1}}));
			return body.totalRecords;
		};

		t.is(await total(queries.clusters.text), size);
		t.is(await total(queries.registries.text), Math.max(1, Math.round(size / 5)));
		t.is(await total(queries.findings.text), size * 100);
	}), {numRuns: 25});
});

test('sizes that make no fleet are refused', t => {
	for (const size of [0, -1, 1.5, NaN, Infinity]) {
		t.throws(() => quiet({size}), {instanceOf: RangeError});
	}
});

test('a later refresh finds a few changed documents and the rest identical', async t => {
	const clock = createClock();
	const client = createDemoTransport({
		seed: 1, size: 1000, now: clock.now, story: true,
	});
	const before = await allRows(client, queries.clusters.text, 200);
	clock.advance(38);
	const after = await allRows(client, queries.clusters.text, 200);
	const changed = after.filter((row, index) => JSON.stringify(row) !== JSON.stringify(before[index]));
	t.is(after.length, 1000);
	t.true(changed.length > 0 && changed.length < 20, `${changed.length}`);
});

const settledHeap = (): number => {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	return process.memoryUsage().heapUsed;
};

test('a hundred thousand findings are not held', async t => {
	const client = quiet({size: 1000});
	await allRows(client, queries.clusters.text, 200);
	const before = settledHeap();
	for (let $skip = 0; $skip < 100_000; $skip += 5000) {
		// eslint-disable-next-line no-await-in-loop -- pages one after the other
		await post(client, {query: queries.findings.text, options: {$skip, $top: 1000}});
	}

	t.true(settledHeap() - before < 40_000_000);
});
