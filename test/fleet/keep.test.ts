import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {
	chmod,
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	symlink,
	utimes,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {createFleetStore} from '../../source/fleet/create-store.js';
import {keepFilePath} from '../../source/fleet/keep/keep-file-path.js';
import type {Kept} from '../../source/fleet/keep/kept.js';
import {KeptFileError} from '../../source/fleet/keep/kept-file-error.js';
import {parseKept} from '../../source/fleet/keep/parse-kept.js';
import {readKept} from '../../source/fleet/keep/read-kept.js';
import {writeKept} from '../../source/fleet/keep/write-kept.js';
import {
	allRead,
	cluster,
	collected,
	fakeCollectors,
	finding,
	hanging,
	passAll,
	plan,
	registry,
	subscription,
	subscriptionId,
	until,
} from './fleet-fakes.js';

const now = 2_000_000_000_000;

const kept: Kept = {
	subscriptions: {readAt: 1, data: {tenant: 'contoso', subscriptions: [subscription(), subscription('22222222-2222-2222-2222-222222222222', {state: 'denied', reason: 'Needs Reader.'})]}},
	clusters: {readAt: 2, data: collected([cluster('a'), cluster('b', {nodePools: {unknown: 'denied', reason: 'no'}}), cluster('c', {nodePools: undefined})])},
	registries: {readAt: 3, data: collected([registry('r'), registry('s', {encryptionKey: undefined})])},
	defenderPlans: {readAt: 4, data: collected([plan(), plan({extensions: undefined})])},
	findings: {readAt: 5, data: {...collected([finding('f')], new Map([[subscriptionId, {state: 'failed', reason: 'Timed out.'}]])), isComplete: true}},
	findingTotals: {
		readAt: 6, data: {
			bySeverity: {
				critical: 1, high: 2, medium: 3, low: 4, info: 5,
			}, total: 15,
		},
	},
	nodeImages: {readAt: 7, data: new Map([['a@b', {version: 'v', family: 'f', built: undefined}], ['c@d', {unknown: 'throttled' as const, reason: 'later'}]])},
	kubernetesVersions: {readAt: 8, data: new Map([['westeurope', []]])},
};

// JSON drops what is undefined, which means the same.
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_name, member: unknown) => (member instanceof Map ? [...member as Map<unknown, unknown>] : member)));

const createFile = async (t: ExecutionContext): Promise<string> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowsnest-test-'));
	t.teardown(async () => rm(folder, {recursive: true, maxRetries: 10}));
	return path.join(folder, 'crowsnest', 'fleet.jsonl');
};

const createText = async (t: ExecutionContext): Promise<string> => {
	const file = await createFile(t);
	await writeKept(file, kept);
	return readFile(file, 'utf8');
};

const parse = async (text: string): Promise<Kept> => parseKept((async function * () {
	yield * text.trimEnd().split('\n');
})(), now);

test('what is written is read again, for its owner only', async t => {
	const file = await createFile(t);
	await writeKept(file, kept);
	const {kept: read, notice} = await readKept(file, now);
	t.is(notice, undefined);
	t.deepEqual(plain(read), plain(kept));
	const {mode} = await stat(file);
	const {mode: folderMode} = await stat(path.dirname(file));
	t.is((mode % 0o1000).toString(8), '600');
	t.is((folderMode % 0o1000).toString(8), '700');
	t.deepEqual(await readdir(path.dirname(file)), ['fleet.jsonl']);
});

test('of the findings the first 2,000 are kept, and they count as incomplete', async t => {
	const file = await createFile(t);
	const findings = Array.from({length: 2500}, (_, index) => finding(`finding ${index}`));
	await writeKept(file, {findings: {readAt: 1, data: {...collected(findings), isComplete: true}}});
	const {kept: read} = await readKept(file, now);
	t.is(read!.findings!.data.items.length, 2000);
	t.false(read!.findings!.data.isComplete);
});

test('no file is no notice', async t => {
	t.deepEqual(await readKept(await createFile(t), now), {kept: undefined, notice: undefined});
});

const damage: Readonly<Record<string, (text: string) => string>> = {
	'an empty file': () => '',
	'a cut file': text => text.slice(0, text.length / 2),
	'a file without its end': text => text.trimEnd().split('\n').slice(0, -1).join('\n'),
	'a file with a line taken out': text => text.split('\n').filter((_, index) => index !== 3).join('\n'),
	'a foreign file': () => '{"hello":"world"}\n',
	'a binary file': () => '\0\u{1}\u{2}',
	'another version': text => text.replace('"version":2', '"version":3'),
	'a member of the wrong type': text => text.replace('"privateCluster":false', '"privateCluster":"no"'),
	'a source that does not exist': text => text.replace('"source":"clusters"', '"source":"__proto__"'),
	'a time in the future': text => text.replace('"readAt":2', () => `"readAt":${now + 1}`),
	'an endless nesting': text => text.replace('"owner":"team-a"', () => `"owner":${'['.repeat(5000)}${']'.repeat(5000)}`),
};

for (const [name, change] of Object.entries(damage)) {
	test(`${name} is set aside with one notice`, async t => {
		const file = await createFile(t);
		await writeKept(file, kept);
		await writeFile(file, change(await readFile(file, 'utf8')));
		const {kept: read, notice} = await readKept(file, now);
		t.is(read, undefined);
		t.regex(notice!, /^The kept fleet was not used: .+\. It was set aside as fleet\.jsonl\.damaged-\d+\.$/v);
		t.deepEqual(await readdir(path.dirname(file)), [`fleet.jsonl.damaged-${now}`]);
	});
}

test('of files that were set aside the newest three are kept, and nothing else is touched', async t => {
	const file = await createFile(t);
	const folder = path.dirname(file);
	await writeKept(file, kept);
	await writeFile(path.join(folder, 'fleet.jsonl.damaged-notes'), 'mine');
	for (let round = 0; round < 5; round++) {
		// eslint-disable-next-line no-await-in-loop -- one start after the other
		await writeFile(file, 'damaged', {mode: 0o600});
		// eslint-disable-next-line no-await-in-loop
		await readKept(file, 9 + round);
	}

	const names = await readdir(folder);
	t.deepEqual(names.toSorted(), ['fleet.jsonl.damaged-11', 'fleet.jsonl.damaged-12', 'fleet.jsonl.damaged-13', 'fleet.jsonl.damaged-notes']);
});

test('a file that others may write to, and a link, are set aside', async t => {
	const file = await createFile(t);
	await writeKept(file, kept);
	await chmod(file, 0o620);
	const open = await readKept(file, now);
	t.regex(open.notice!, /others may write to it/v);
	await symlink(`fleet.jsonl.damaged-${now}`, file);
	const link = await readKept(file, now + 1);
	t.regex(link.notice!, /it is a link/v);
});

test('escape sequences and line breaks that somebody put in are gone', async t => {
	const text = await createText(t);
	const read = await parse(text.replace('"name":"a"', String.raw`"name":"a\u001b[2Jb\nc\u202ed"`));
	t.is(read.clusters!.data.items[0]!.name, 'ab cd');
	t.regex(read.findings!.data.items[0]!.description as string, /line\.\nSecond/v);
});

test('whatever a file holds, it is refused in words or has the shapes of the model', async t => {
	const text = await createText(t);
	const lines = text.trimEnd().split('\n');
	const values = fc.oneof(fc.jsonValue(), fc.constantFrom(null, [], {}, {unknown: 'denied'}, {unknown: 1, reason: {}}, '\u{1B}[2J'));
	const property = fc.asyncProperty(fc.nat(lines.length - 1), fc.nat(), values, async (lineIndex, seed, value) => {
		const record = JSON.parse(lines[lineIndex]!) as Record<string, unknown>;
		const names = Object.keys(record);
		record[names[seed % names.length]!] = value;
		const changed = lines.with(lineIndex, JSON.stringify(record));
		const [result] = await Promise.allSettled([parse(changed.join('\n'))]);
		const clusters = result.status === 'fulfilled' ? result.value.clusters?.data.items ?? [] : [];
		t.true(result.status === 'fulfilled' || result.reason instanceof KeptFileError, 'refused in words');
		t.true(clusters.every(({name, key}) => typeof name === 'string' && typeof key === 'string'));
		t.true(clusters.every(({tags}) => Object.values(tags).every(tag => typeof tag === 'string')));
		t.true(clusters.every(({nodePools}) => nodePools === undefined || Array.isArray(nodePools) || 'reason' in nodePools));
	});
	await fc.assert(property, {numRuns: 300});
});

test('a process that is killed in the middle of writing leaves a whole file', async t => {
	const file = await createFile(t);
	const script = fileURLToPath(new URL('write-until-killed.ts', import.meta.url));
	const child = spawn(process.execPath, ['--import=tsx', script, file], {stdio: ['ignore', 'pipe', 'inherit']});
	let written = 0;
	for await (const chunk of child.stdout) {
		written += String(chunk).split('written').length - 1;
		if (written >= 2) {
			child.kill('SIGKILL');
		}
	}

	await (child.exitCode ?? child.signalCode ?? once(child, 'exit'));
	const {kept: read, notice} = await readKept(file, now);
	t.is(notice, undefined);
	t.is(read!.clusters!.data.items.length, 400);
	t.true(read!.clusters!.readAt >= 2);
});

test('what a killed process left behind is tidied up later', async t => {
	const file = await createFile(t);
	await writeKept(file, kept);
	const left = `${file}.1.tmp`;
	await writeFile(left, 'half');
	await readKept(file, now);
	t.is(await readFile(left, 'utf8'), 'half');
	await utimes(left, 1, 1);
	await readKept(file, now);
	t.deepEqual(await readdir(path.dirname(file)), ['fleet.jsonl']);
});

test('writing that is cancelled leaves the old file and nothing else', async t => {
	const file = await createFile(t);
	await writeKept(file, kept);
	const clusters = Array.from({length: 2000}, (_, index) => cluster(`cluster-${index}`));
	const quit = AbortSignal.abort(new Error('quit'));
	const writing = writeKept(file, {clusters: {readAt: 9, data: collected(clusters)}}, quit);
	await t.throwsAsync(writing, {message: 'quit'});
	const {kept: read} = await readKept(file, now);
	t.is(read!.clusters!.data.items.length, 3);
	t.deepEqual(await readdir(path.dirname(file)), ['fleet.jsonl']);
});

test('the file lies in the XDG cache, one for each scope, and the demo has none', t => {
	const question = {
		env: {XDG_CACHE_HOME: '/cache'}, home: '/home/me', cloud: {name: 'public', resourceManager: 'https://management.azure.com'}, isDemo: false,
		scope: {subscriptions: ['B', 'a'], managementGroup: undefined, tenant: undefined},
	};
	const file = keepFilePath(question);
	t.regex(file!, /^\/cache\/crowsnest\/fleet-[\da-f]{16}\.jsonl$/v);
	t.is(keepFilePath({...question, scope: {...question.scope, subscriptions: ['A', 'b']}}), file);
	t.not(keepFilePath({...question, scope: {...question.scope, tenant: 'other'}}), file);
	t.not(keepFilePath({...question, cloud: {...question.cloud, name: 'china'}}), file);
	const ignored = keepFilePath({...question, env: {XDG_CACHE_HOME: 'relative'}});
	t.regex(ignored!, /^\/home\/me\/\.cache\/crowsnest\//v);
	t.is(keepFilePath({...question, isDemo: true}), undefined);
});

test('the next start shows the fleet of the last one, marked as kept, until the answer is there', async t => {
	const keepFile = await createFile(t);
	const options = {
		interval: 60_000, isDemo: false, judge: passAll, keepFile, stopWithin: 60_000,
	};
	const first = createFleetStore({...options, collectors: async () => fakeCollectors()});
	const before = await until(first, allRead);
	await first.stop();

	const second = createFleetStore({...options, collectors: hanging});
	t.teardown(async () => second.stop());
	const shown = await until(second, ({clusters}) => clusters.length > 0);
	t.deepEqual(plain(shown.clusters), plain(before.clusters));
	t.is(shown.nodePools.length, 1);
	t.is(shown.latestNodeImages.size, 1);
	t.is(shown.posture.byKey.size, 3);
	t.is(shown.sources.clusters.status, 'old');
	t.true(shown.sources.clusters.isKept);
	t.is(shown.readAt, before.readAt);
	await second.stop();

	const third = createFleetStore({...options, collectors: async () => fakeCollectors()});
	t.teardown(async () => third.stop());
	const fresh = await until(third, allRead);
	t.false(fresh.sources.clusters.isKept);
	t.deepEqual(fresh.notices, []);
});

test('a damaged file is told of once and the session goes on', async t => {
	const keepFile = await createFile(t);
	await writeKept(keepFile, kept);
	await writeFile(keepFile, 'garbage');
	const store = createFleetStore({
		interval: 60_000, isDemo: false, judge: passAll, keepFile, stopWithin: 60_000, collectors: async () => fakeCollectors(),
	});
	t.teardown(async () => store.stop());
	const {notices} = await until(store, snapshot => allRead(snapshot) && snapshot.notices.length > 0);
	t.is(notices.length, 1);
	t.is(notices[0]!.level, 'warning');
});
