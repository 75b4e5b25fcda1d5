import {execFile} from 'node:child_process';
import process from 'node:process';
import {promisify} from 'node:util';
import test from 'ava';

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
