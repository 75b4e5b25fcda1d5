import {createPipelineRequest, type HttpClient} from '@azure/core-rest-pipeline';
import test from 'ava';
import fc from 'fast-check';
import {createDemoTransport} from '../../demo/index.js';
import {phaseOf} from '../../demo/stage.js';
import {roundSeconds, scenes} from '../../demo/story.js';
import {queries} from '../../source/azure/queries.js';
import {
	allRows,
	createClock,
	noon,
	parsed,
	post,
	quiet,
	type GraphBody,
	type Row,
	poolsOf,
} from './harness.js';

/**
Reads again after a refusal, as a client does.
*/
const read = async (client: HttpClient, query: string): Promise<readonly Row[]> => {
	const response = await post(client, {query, options: {$top: 1000}});
	return response.status === 429 ? read(client, query) : parsed<GraphBody>(response).data;
};

const play = () => {
	const clock = createClock();
	return {clock, client: createDemoTransport({seed: 1, now: clock.now, story: true})};
};

test('before anything has happened the fleet is the quiet one', async t => {
	const {client} = play();
	t.deepEqual(await read(client, queries.clusters.text), await allRows(quiet(), queries.clusters.text, 200));
});

test('a pool is upgraded: it updates, then it has a newer image', async t => {
	const {clock, client} = play();
	const before = await read(client, queries.clusters.text);
	clock.advance(10);
	const during = await read(client, queries.clusters.text);
	const changed = during.filter((row, index) => JSON.stringify(row) !== JSON.stringify(before[index]));
	t.is(changed.length, 1);
	const pool = poolsOf(changed[0]!).find(({provisioningState}) => provisioningState === 'UpgradingNodeImageVersion')!;
	clock.advance(30);
	const later = await read(client, queries.clusters.text);
	const after = poolsOf(later.find(({id}) => id === changed[0]!.id)!).find(({name}) => name === pool.name)!;
	t.is(after.provisioningState, 'Succeeded');
	t.true(after.nodeImageVersion > pool.nodeImageVersion);
});

test('the admin user is turned on and off again', async t => {
	const {clock, client} = play();
	const admins = async () => {
		const rows = await read(client, queries.registries.text);
		return rows.filter(({properties}) => properties.adminUserEnabled === true).length;
	};

	const before = await admins();
	clock.advance(20);
	t.is(await admins(), before + 1);
	clock.advance(15);
	t.is(await admins(), before);
});

test('an alert arrives, is looked at, and is gone; a finding appears and is resolved', async t => {
	const {clock, client} = play();
	const story = async () => {
		const rows = await read(client, queries.findings.text);
		return {total: rows.length, alert: rows.find(({id, properties}) => id.includes('/alerts/') && Date.parse(String(properties.StartTimeUtc)) > noon)};
	};

	t.deepEqual(await story(), {total: 300, alert: undefined});
	clock.advance(12);
	t.like(await story(), {total: 301, alert: {properties: {Status: 'Active'}}});
	clock.advance(12);
	t.like(await story(), {total: 302});
	clock.advance(10);
	t.like(await story(), {total: 302, alert: {properties: {Status: 'InProgress'}}});
});

test('something changes every few seconds, the same on every run', async t => {
	const run = async () => {
		const {clock, client} = play();
		const bodies: string[] = [];
		for (let second = 0; second < 2 * roundSeconds; second += 6) {
			// eslint-disable-next-line no-await-in-loop -- time goes on
			const rows = await Promise.all([queries.clusters.text, queries.registries.text, queries.findings.text].map(async query => read(client, query)));
			bodies.push(JSON.stringify(rows));
			clock.advance(6);
		}

		return bodies;
	};

	const first = await run();
	t.deepEqual(await run(), first);
	const changes = first.filter((body, index) => index > 0 && body !== first[index - 1]).length;
	t.true(changes > 0.75 * first.length, `${changes} of ${first.length}`);
});

test('once in three rounds the first query is throttled, and the next one is answered', async t => {
	const {clock, client} = play();
	const status = async () => {
		const response = await post(client, {query: queries.subscriptions.text});
		return response.status;
	};

	t.is(await status(), 200);
	clock.advance(41);
	const refused = await post(client, {query: queries.subscriptions.text});
	t.is(refused.status, 429);
	const seconds = Number(refused.headers.get('retry-after'));
	t.true(seconds >= 3 && seconds <= 5);
	t.is(await status(), 200);
	clock.advance(2 * roundSeconds);
	t.is(await status(), 200);
	clock.advance(roundSeconds);
	t.is(await status(), 429);
});

test('the quota is told with every answer and comes back', async t => {
	const clock = createClock();
	const client = quiet({now: clock.now});
	const remaining = async () => {
		const response = await post(client, {query: queries.subscriptions.text});
		return Number(response.headers.get('x-ms-user-quota-remaining'));
	};

	t.is(await remaining(), 14);
	t.is(await remaining(), 13);
	clock.advance(5);
	t.is(await remaining(), 14);
});

test('the fleet never drifts: after any time few rows differ, and the counts stay near what is promised', async t => {
	const rowsAtRest = await allRows(quiet(), queries.clusters.text, 200);
	const plain = new Map(rowsAtRest.map(row => [row.id, JSON.stringify(row)]));
	await fc.assert(fc.asyncProperty(fc.integer({min: 0, max: 3_000_000}), async seconds => {
		const {clock, client} = play();
		clock.advance(seconds);
		const rows = await read(client, queries.clusters.text);
		const findings = await read(client, queries.findings.text);
		t.is(rows.length, plain.size);
		t.true(rows.filter(row => plain.get(row.id) !== JSON.stringify(row)).length <= 16);
		t.true(findings.length >= 300 && findings.length <= 312);
		t.is(new Set(findings.map(({id}) => id)).size, findings.length);
	}), {numRuns: 15});
});

const anySecond = fc.double({min: 0, max: 1e6, noNaN: true});

test('every member of every cast goes back before its turn comes again', t => {
	fc.assert(fc.property(fc.constantFrom(...scenes), fc.integer({min: 1, max: 6}), fc.nat(5), anySecond, (scene, members, member, seconds) => {
		const phase = phaseOf(scene, member % members, members, seconds);
		const turns = Math.max(members, scene.holds + 2) * roundSeconds;
		t.true(phase === undefined || (phase.startedAt <= seconds && seconds - phase.startedAt < turns));
	}));
	t.is(new Set(scenes.map(({name}) => name)).size, scenes.length);
});

test('a request that is cancelled ends at once with AbortError', async t => {
	const client = quiet();
	const request = {query: queries.subscriptions.text};
	for (let index = 0; index < 40; index++) {
		// eslint-disable-next-line no-await-in-loop -- the first answers come at once
		await post(client, request);
	}

	const ask = async (abortSignal: AbortSignal) => client.sendRequest(createPipelineRequest({url: 'https://management.demo.example/subscriptions', abortSignal}));
	const controller = new AbortController();
	const pending = ask(controller.signal);
	controller.abort();
	await t.throwsAsync(pending, {name: 'AbortError'});
	await t.throwsAsync(ask(AbortSignal.abort()), {name: 'AbortError'});
});
