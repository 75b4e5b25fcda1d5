import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import test from 'ava';
import {bundle} from '../../build/bundle.js';

type Run = (command: string, arguments_: readonly string[]) => Promise<{readonly stdout: string}>;

// eslint-disable-next-line @typescript-eslint/strict-void-return -- `execFile` gives its process; `promisify` knows.
const run: Run = promisify(execFile);

const entry = fileURLToPath(new URL('fixtures/pipeline.ts', import.meta.url));

test('a request through the SDK\'s pipeline does not load fetch, which nobody calls and which takes longer than a frame', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowsnest-fetch-'));
	t.teardown(async () => {
		await rm(folder, {recursive: true, force: true});
	});
	await bundle({entry, folder: path.join(folder, 'dist')});
	const {stdout} = await run(process.execPath, [path.join(folder, 'dist/cli.js')]);
	t.is(stdout, '200 false true\n');
});
