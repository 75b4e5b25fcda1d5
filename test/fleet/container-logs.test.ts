import test from 'ava';
import {readLogLines} from '../../source/azure/read/log-lines.js';
import type {LogQuestion} from '../../source/azure/collect/container-logs.js';
import {createContainerLogs} from '../../source/fleet/container-logs.js';
import {createQueryClient} from '../../source/fleet/query-client.js';
import {mostLogLines} from '../../source/model/log-line.js';
import {SourceError} from '../../source/model/source-error.js';
import {until} from '../support/until.js';
import {fakeCollectors} from './fleet-fakes.js';

/**
A container that a test writes for, and what it was asked.
*/
const follow = (t: {readonly teardown: (end: () => void) => void}) => {
	const client = createQueryClient();
	const asked: LogQuestion[] = [];
	const written: string[] = [];
	let open = '';
	let error: SourceError | undefined;
	const books = createContainerLogs({
		client,
		collectors: async () => ({
			...fakeCollectors(),
			async containerLogs(signal, question) {
				asked.push(question);
				if (error) {
					throw error;
				}

				const lines = [...written, ...(open === '' ? [] : [open])].slice(-question.tail);
				return readLogLines(lines.join('\n') + (open === '' && lines.length > 0 ? '\n' : ''), question.known, question.tail, signal);
			},
		}),
		interval: 5,
		now: Date.now,
	});
	t.teardown(() => {
		books.stop();
		client.clear();
	});
	return {
		books,
		asked,
		write(...lines: readonly string[]) {
			written.push(...lines);
		},
		leaveOpen(text: string) {
			open = text;
		},
		fail(next: SourceError | undefined) {
			error = next;
		},
		texts: () => books.get('/g', 'web').lines.map(({text}) => text),
	};
};

test('nothing is asked before somebody looks, and nothing after', async t => {
	const {books, asked, write, texts} = follow(t);
	write('one', 'two');
	t.deepEqual(texts(), []);
	t.is(asked.length, 0);
	const end = books.subscribe('/g', 'web', () => {/* Only that it is read counts. */});
	await until(() => texts().length === 2);
	t.is(asked[0]!.tail, mostLogLines);
	write('three');
	await until(() => texts().length === 3);
	t.deepEqual(texts(), ['one', 'two', 'three']);
	t.true(asked.at(-1)!.tail < mostLogLines, 'a quiet log costs little');
	end();
	t.deepEqual(texts(), []);
});

test('what did not change is the same, so that nothing is drawn', async t => {
	const {books, asked, write, texts} = follow(t);
	write('one');
	books.subscribe('/g', 'web', () => {/* Only that it is read counts. */});
	await until(() => texts().length === 1);
	const before = books.get('/g', 'web');
	const {length} = asked;
	await until(() => asked.length > length + 3);
	t.is(books.get('/g', 'web'), before);
});

test('a line that is not at its end yet is shown, and grows', async t => {
	const {books, write, leaveOpen, texts} = follow(t);
	write('one');
	leaveOpen('two is n');
	books.subscribe('/g', 'web', () => {/* Only that it is read counts. */});
	await until(() => texts().length === 2);
	leaveOpen('');
	write('two is not done', 'three');
	await until(() => texts().length === 3);
	t.deepEqual(texts(), ['one', 'two is not done', 'three']);
});

test('the buffer never grows beyond what it holds, a line keeps its number, and what is missing is told', async t => {
	const {books, write} = follow(t);
	write('first');
	books.subscribe('/g', 'web', () => {/* Only that it is read counts. */});
	await until(() => books.get('/g', 'web').lines.length === 1);
	write(...Array.from({length: 12_000}, (_, index) => `line ${index}`));
	await until(() => books.get('/g', 'web').lines.at(-1)?.text === 'line 11999');
	const {lines, before, gaps} = books.get('/g', 'web');
	t.is(lines.length, mostLogLines);
	t.is(lines[0]!.text, 'line 7000');
	t.true(gaps.has(before), 'what was written between is missing');
	write('last');
	await until(() => books.get('/g', 'web').lines.at(-1)?.text === 'last');
	const next = books.get('/g', 'web');
	t.deepEqual([next.lines.length, next.before], [mostLogLines, before + 1]);
	t.false(next.gaps.has(before), 'a gap goes with its line');
});

test('a failure is told, what was read stays, and it goes on; while paused nothing is asked', async t => {
	const {books, asked, write, fail, texts} = follow(t);
	write('one');
	books.subscribe('/g', 'web', () => {/* Only that it is read counts. */});
	await until(() => texts().length === 1);
	fail(new SourceError({
		cause: 'denied', reason: 'The identity lacks the right.', remedy: undefined, retryAt: undefined,
	}));
	await until(() => books.get('/g', 'web').error !== undefined);
	t.is(books.get('/g', 'web').error?.reason, 'The identity lacks the right.');
	t.deepEqual(texts(), ['one']);
	fail(undefined);
	write('two');
	await until(() => texts().length === 2 && books.get('/g', 'web').error === undefined);
	books.setPaused(true);
	const {length} = asked;
	write('three');
	await until(() => true);
	t.true(asked.length <= length + 1);
	books.setPaused(false);
	await until(() => texts().length === 3);
	t.deepEqual(texts(), ['one', 'two', 'three']);
});
