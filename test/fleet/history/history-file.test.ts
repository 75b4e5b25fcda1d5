import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {
	appendFile,
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	symlink,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {compactHistory} from '../../../source/fleet/history/compact-history.js';
import {historyFilePath} from '../../../source/fleet/history/history-file-path.js';
import {loadHistory} from '../../../source/fleet/history/load-history.js';
import type {Line} from '../../../source/fleet/history/line.js';
import {shapeOf} from '../../../source/fleet/history/record.js';
import {createRuns, lastSessionEnd} from '../../../source/fleet/history/runs.js';
import {appendHistory, writeHistory} from '../../../source/fleet/history/write-history.js';

const day = 86_400_000;

const now = 100 * day;

const fileIn = async (t: ExecutionContext): Promise<string> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowsnest-history-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	return path.join(folder, 'history.jsonl');
};

const start: Line = {
	type: 'start', at: 1, run: 'first', process: 1, kinds: ['cluster'],
};

const resource = (name: string, at: number, codes: string, isFirst = false): Line => ({
	type: 'resource', at, key: `/subscriptions/s/${name}`, isFirst, record: {
		name, kind: 'cluster', shape: shapeOf(['a', 'b']), codes, isHidden: false,
	},
});

const score = (at: number, value: number): Line => ({
	type: 'score', at, run: 'first', score: value,
});

const read = async (file: string): Promise<readonly Line[]> => {
	const {lines, notice} = await loadHistory(file, now);
	if (notice !== undefined) {
		throw new Error(notice);
	}

	return (lines ?? []).filter(({type}) => type !== 'shape');
};

const noticeOf = async (file: string): Promise<string> => {
	const {notice} = await loadHistory(file, now);
	return notice!;
};

const sizeOf = async (file: string): Promise<number> => {
	const {size} = await stat(file);
	return size;
};

test('what is written is read again, for its owner only', async t => {
	const file = await fileIn(t);
	t.deepEqual(await loadHistory(file, now), {lines: undefined, size: 0, notice: undefined});
	await writeHistory(file, [start, resource('one', 1, 'AK', true)]);
	const later: Line[] = [resource('one', 2, 'KK'), {type: 'gone', at: 3, key: '/subscriptions/s/one'}, score(4, 71), {type: 'end', at: 5, run: 'first'}];
	await appendHistory(file, later);
	t.deepEqual(await read(file), [start, resource('one', 1, 'AK', true), ...later]);
	const {mode} = await stat(file);
	t.is(mode % 0o1000, 0o600);
});

test('a last line that is torn is dropped, and costs no other', async t => {
	const file = await fileIn(t);
	await writeHistory(file, [start, resource('one', 1, 'AK', true)]);
	await appendFile(file, '{"at":2,"key":"/subscriptions/s/one","name":"o');
	const torn = await read(file);
	t.is(torn.length, 2);
	await appendHistory(file, [resource('one', 3, 'KK')]);
	const mended = await read(file);
	t.deepEqual(mended.at(-1), resource('one', 3, 'KK'));
});

test('whatever a line holds, it is read as what it is or not at all', async t => {
	const file = await fileIn(t);
	await writeHistory(file, [start, resource('one', 1, 'AK', true), score(2, 50)]);
	const text = await readFile(file, 'utf8');
	const lines = text.trimEnd().split('\n');
	const values = fc.oneof(fc.jsonValue(), fc.constantFrom(null, [], {}, '\u{1B}[2J', -1, 1e300, 'AA', '__proto__'));
	const property = fc.asyncProperty(fc.integer({min: 1, max: lines.length - 1}), fc.nat(), values, async (index, seed, value) => {
		const line = JSON.parse(lines[index]!) as Record<string, unknown>;
		const names = Object.keys(line);
		line[names[seed % names.length]!] = value;
		await writeFile(file, lines.with(index, JSON.stringify(line)).join('\n'));
		for (const found of await read(file)) {
			t.true(found.type === 'shape' || found.at <= now + 60_000);
			t.true(found.type !== 'resource' || (found.record.codes.length === found.record.shape.checks.length && !found.key.includes('\u{1B}') && !found.record.name.includes('\u{1B}')));
			t.true(found.type !== 'score' || (found.score >= 0 && found.score <= 100));
		}
	});
	await fc.assert(property, {numRuns: 200});
});

test('what is foreign, of another version or a link is set aside and told of once', async t => {
	const file = await fileIn(t);
	await writeFile(file, '{"format":"something"}\n', {mode: 0o600});
	t.regex(await noticeOf(file), /is not a history of crowsnest\. It was set aside as history\.jsonl\.damaged-/v);
	await writeFile(file, '{"format":"crowsnest history","version":99}\n', {mode: 0o600});
	t.regex(await noticeOf(file), /another version/v);
	await writeFile(`${file}.elsewhere`, 'x');
	await symlink(`${file}.elsewhere`, file);
	t.regex(await noticeOf(file), /it is a link/v);
	await t.throwsAsync(appendHistory(file, [score(1, 1)]));
	t.is(await readFile(`${file}.elsewhere`, 'utf8'), 'x');
});

test('after 30 days only how things stood is left, not the way there', async t => {
	const file = await fileIn(t);
	const young = [resource('one', now - day, 'KK'), score(now - day, 80)];
	await writeHistory(file, [
		start, resource('one', 1, 'AK', true), resource('two', 1, 'AA', true), resource('one', 2, 'BK'), {type: 'gone', at: 3, key: '/subscriptions/s/two'}, score(3, 60), ...young,
	]);
	await compactHistory(file, now);
	t.deepEqual(await read(file), [start, score(3, 60), resource('one', 2, 'BK', true), ...young]);
	await compactHistory(file, now);
	t.deepEqual(await read(file), [start, score(3, 60), resource('one', 2, 'BK', true), ...young]);
	t.deepEqual(await readdir(path.dirname(file)), ['history.jsonl']);
});

test('a history that is too large loses its oldest events, and still knows how everything stands', async t => {
	const file = await fileIn(t);
	const events = Array.from({length: 400}, (_, index) => resource(`r${index % 10}`, now - 400 + index, index % 20 < 10 ? 'AK' : 'KK'));
	await writeHistory(file, [start, ...events]);
	const size = 20_000;
	t.true(await sizeOf(file) > size);
	await compactHistory(file, now, {age: 30 * day, size});
	t.true(await sizeOf(file) <= size);
	const lines = await read(file);
	t.deepEqual(lines.slice(-10), events.slice(-10));
	t.is(new Set(lines.flatMap(line => line.type === 'resource' ? [line.key] : [])).size, 10);
});

test('what another process appends while a history is made smaller is not lost', async t => {
	const file = await fileIn(t);
	await writeHistory(file, [start, ...Array.from({length: 3000}, (_, index) => resource(`r${index}`, 1, 'AK'))]);
	let at = now - 1000;
	const state = {isOver: false};
	const appended: number[] = [];
	const append = async (): Promise<void> => {
		while (!state.isOver) {
			at++;
			// eslint-disable-next-line no-await-in-loop
			await appendHistory(file, [score(at, 50)]);
			appended.push(at);
		}
	};

	const appending = append();
	await compactHistory(file, now);
	await compactHistory(file, now);
	state.isOver = true;
	await appending;
	const all = await read(file);
	const found = new Set(all.flatMap(line => line.type === 'score' ? [line.at] : []));
	t.true(appended.length > 0);
	t.deepEqual(appended.filter(time => !found.has(time)), []);
});

test('two processes that write at once, killed in the middle, leave every line that they had written', async t => {
	const file = await fileIn(t);
	const script = fileURLToPath(new URL('append-until-killed.ts', import.meta.url));
	await writeHistory(file, [start]);
	const writer = async (name: string): Promise<number> => {
		const child = spawn(process.execPath, ['--import=tsx', script, file, name, '1'], {stdio: ['ignore', 'pipe', 'inherit']});
		let written = 0;
		for await (const chunk of child.stdout) {
			for (const {groups} of String(chunk).matchAll(/written (?<look>\d+)/gv)) {
				written = Number(groups!.look);
			}

			if (written >= 20) {
				child.kill('SIGKILL');
			}
		}

		await (child.exitCode ?? child.signalCode ?? once(child, 'exit'));
		return written;
	};

	const names = ['one', 'two'];
	const written = await Promise.all(names.map(async name => writer(name)));
	const all = await read(file);
	const keys = new Set(all.flatMap(line => line.type === 'resource' ? [line.key] : []));
	for (const [index, name] of names.entries()) {
		for (let look = 1; look <= written[index]!; look++) {
			t.true(Array.from({length: 50}, (_, line) => `/${name}/${look}/${line}`).every(key => keys.has(key)), `${name} ${look}`);
		}
	}
});

test('the last session is the last run that was over before', t => {
	const minute = 60_000;
	const endOf = (lines: readonly Line[], alive: readonly number[] = []): number | undefined => {
		const runs = createRuns();
		for (const line of lines) {
			runs.take(line);
		}

		return lastSessionEnd(runs, now, id => alive.includes(id));
	};

	const run = (id: string, at: number, processId: number): Line => ({
		type: 'start', at, run: id, process: processId, kinds: [],
	});
	t.is(endOf([]), undefined);
	t.is(endOf([run('a', 1, 7), {type: 'end', at: 5, run: 'a'}]), 5);
	t.is(endOf([run('a', 1, 7), {
		type: 'score', at: 9, run: 'a', score: 1,
	}]), 9, 'killed: when it was last heard of');
	const open = [run('a', 1, 7), {type: 'end', at: 5, run: 'a'} as const, run('b', now - minute, 8)];
	t.is(endOf(open, [8]), 5, 'still open in another terminal');
	t.is(endOf(open), now - minute);
	t.is(endOf([run('a', now - (16 * minute), 8)], [8]), now - (16 * minute), 'the number is another process by now');
});

test('the file lies in the XDG state folder, one for each scope, the demo apart', t => {
	const question = {
		env: {XDG_STATE_HOME: '/state'}, home: '/home/me', cloud: {name: 'public', resourceManager: 'https://management.azure.com'}, seed: 1,
		scope: {subscriptions: ['B', 'a'], managementGroup: undefined, tenant: undefined},
	};
	const file = historyFilePath(question);
	t.regex(file, /^\/state\/crowsnest\/history-[\da-f]{16}\.jsonl$/v);
	t.is(historyFilePath({...question, scope: {...question.scope, subscriptions: ['A', 'b']}, seed: 2}), file);
	t.not(historyFilePath({...question, scope: {...question.scope, tenant: 'other'}}), file);
	const demo = historyFilePath({...question, cloud: undefined});
	t.regex(demo, /^\/state\/crowsnest\/history-demo-[\da-f]{16}\.jsonl$/v);
	t.not(historyFilePath({...question, cloud: undefined, seed: 2}), demo);
	t.regex(historyFilePath({...question, env: {XDG_STATE_HOME: 'relative'}}), /^\/home\/me\/\.local\/state\/crowsnest\//v);
});
