import {execFile} from 'node:child_process';
import process from 'node:process';
import {promisify} from 'node:util';
import test from 'ava';
import {startInTerminal} from '../support/terminal.js';

type Run = (command: string, arguments_: readonly string[]) => Promise<{readonly stdout: string}>;

// eslint-disable-next-line @typescript-eslint/strict-void-return -- `execFile` gives its process; `promisify` knows.
const run: Run = promisify(execFile);

/**
Reads and replaces a fleet again and again, page by page, as polls do: prints the most that each generation ever took, in bytes.
*/
const polling = (isBounded: boolean): string => `
	import {setImmediate} from 'node:timers/promises';
	import v8 from 'node:v8';
	${isBounded ? `import {boundGarbage} from ${JSON.stringify(new URL('../../build/garbage.ts', import.meta.url).href)}; boundGarbage();` : ''}
	const most = {young: 0, old: 0};
	const look = () => {
		for (const {space_name: name, space_size: size} of v8.getHeapSpaceStatistics()) {
			if (name === 'new_space') most.young = Math.max(most.young, size);
			if (name === 'old_space') most.old = Math.max(most.old, size);
		}
	};
	const row = page => Array.from({length: 2000}, (_, index) => ({id: 'row ' + page + ' ' + index, tags: {page, index}}));
	let fleet = [];
	for (let poll = 0; poll < 12; poll++) {
		const next = [];
		for (let page = 0; page < 100; page++) {
			next.push(row(page));
			look();
			await setImmediate();
		}
		fleet = next;
	}
	console.log(JSON.stringify({...most, rows: fleet.length}));
`;

const most = async (isBounded: boolean): Promise<{readonly young: number; readonly old: number}> => {
	const {stdout} = await run(process.execPath, ['--import=tsx', '--input-type=module', '--eval', polling(isBounded)]);
	return JSON.parse(stdout) as {readonly young: number; readonly old: number};
};

test('what polls leave behind takes a part of the room that V8 would give it', async t => {
	const [bounded, free] = await Promise.all([most(true), most(false)]);
	// The room is looked at once a collection is over: it may have doubled more than once by then.
	t.true(bounded.young <= free.young / 2, `${bounded.young} of ${free.young}`);
	t.true(bounded.old < free.old, `${bounded.old} of ${free.old}`);
});

/**
Fills the heap, lets go of it, and does nothing any more: says so once the room is free.
*/
const resting = `
	import {boundGarbage} from ${JSON.stringify(new URL('../../build/garbage.ts', import.meta.url).href)};
	import v8 from 'node:v8';
	boundGarbage();
	const used = () => v8.getHeapStatistics().used_heap_size;
	globalThis.kept = Array.from({length: 1500000}, (_, index) => ({id: 'kept ' + index}));
	const before = used();
	// It is known what a program at rest takes before something comes on top.
	setTimeout(() => {
		let fleet = Array.from({length: 400000}, (_, index) => ({id: 'row ' + index, tags: {index}}));
		const full = used();
		fleet = undefined;
		setInterval(() => {
			if (used() < before + ((full - before) / 4)) {
				console.log('given back');
				process.exit();
			}
		}, 100);
	}, 5000);
	process.stdin.resume();
`;

test('what a refresh has left behind is collected once nothing is done and nobody types', async t => {
	const terminal = startInTerminal({args: ['--import=tsx', '--input-type=module', '--eval', resting], columns: 80, rows: 10});
	t.teardown(() => {
		terminal.stop();
	});
	await terminal.waitFor('given back', {deadline: 60_000});
	t.true(terminal.screen().includes('given back'));
});
