import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import test from 'ava';
import {build} from 'esbuild';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {bundle} from '../../build/bundle.js';
import {replacePackages} from '../../build/replace.js';
import {isOneCellOnly} from '../../views/output/one-cell.js';
import {startInTerminal} from '../support/terminal.js';

type Run = (command: string, arguments_: readonly string[]) => Promise<{readonly stdout: string; readonly stderr: string}>;

// eslint-disable-next-line @typescript-eslint/strict-void-return -- `execFile` gives its process; `promisify` knows.
const run: Run = promisify(execFile);
const fixture = fileURLToPath(new URL('fixtures/program.tsx', import.meta.url));
const oldNode = `data:text/javascript,${encodeURIComponent('Object.defineProperty(process.versions, "node", {value: "20.20.2"})')}`;

const makeFolder = async (): Promise<string> => mkdtemp(path.join(tmpdir(), 'crowsnest-bundle-'));

let folder = '';
let cli = '';

test.before(async () => {
	folder = await makeFolder();
	cli = path.join(folder, 'dist/cli.js');
	await bundle({entry: fixture, folder: path.join(folder, 'dist')});
});

test.after.always('the folder goes', async () => {
	await rm(folder, {recursive: true, force: true});
});

const start = (mode: string, columns = 120, rows = 40) => startInTerminal({
	args: [cli, `--${mode}`], cwd: folder, env: {HOME: folder, XDG_CACHE_HOME: undefined}, columns, rows,
});

test('an older Node is told so in one sentence', async t => {
	const error = await t.throwsAsync(run(process.execPath, ['--import', oldNode, cli]));
	const {code, stderr, stdout} = error as unknown as {code: number; stderr: string; stdout: string};
	t.is(code, 2);
	t.is(stderr, 'crowsnest needs Node 22 or later; this is Node 20.20.2.\n');
	t.is(stdout, '');
});

test('without a terminal nothing is drawn', async t => {
	const {stdout} = await run(process.execPath, [cli, 'print']);
	t.is(stdout, 'printed\n');
});

test('the early frame stands before the program does, keys that were typed meanwhile are not lost, and the same cells stay', async t => {
	const terminal = start('wait');
	t.teardown(() => {
		terminal.stop();
	});
	await terminal.waitFor(/1 Clusters .*2 Node pools/v);
	t.true(terminal.isAlternateScreen);
	terminal.press('a', 'b');
	await terminal.waitFor('keys=ab');
	t.regex(terminal.screen()[1]!, /1 Clusters/v);
	const drawn = terminal.chunks.map(({data}) => data).join('');
	t.is(drawn.split('Node pools').length - 1, 1, 'the border is not drawn again');
	terminal.press('q');
	const {code} = await terminal.waitForExit();
	t.is(code, 0);
	t.false(terminal.isAlternateScreen);
});

for (const [mode, text] of [['throw', 'cannot start'], ['usage', 'a flag is wrong']] as const) {
	test(`${mode}: what ends the program before there is a dashboard is printed on the screen that stays`, async t => {
		const terminal = start(mode);
		t.teardown(() => {
			terminal.stop();
		});
		const {code} = await terminal.waitForExit();
		t.is(code, mode === 'usage' ? 2 : 1);
		t.false(terminal.isAlternateScreen);
		t.true(terminal.isAutowrap);
		t.regex(terminal.screen().join('\n'), new RegExp(text, 'v'));
	});
}

test('ctrl-c and signals end a program that hangs before there is a dashboard', async t => {
	for (const [end, expected] of [['key', 130], ['SIGTERM', 143]] as const) {
		const terminal = start('hang');
		t.teardown(() => {
			terminal.stop();
		});
		// eslint-disable-next-line no-await-in-loop
		await terminal.waitFor('hanging');
		if (end === 'key') {
			terminal.press('ctrl+c');
		} else {
			terminal.kill(end);
		}

		// eslint-disable-next-line no-await-in-loop
		const {code} = await terminal.waitForExit();
		t.is(code, expected);
		t.false(terminal.isAlternateScreen);
	}
});

const bundled = async <Value>(contents: string): Promise<Value> => {
	const outfile = path.join(await makeFolder(), 'bundle.mjs');
	await build({
		stdin: {contents, resolveDir: fileURLToPath(new URL('../..', import.meta.url))}, bundle: true, format: 'esm', platform: 'node', outfile, plugins: [replacePackages], logLevel: 'error',
	});
	return await import(pathToFileURL(outfile).href) as Value;
};

test('the bundled string-width gives what the original gives', async t => {
	const {default: replaced} = await bundled<{default: (text: unknown, options?: Record<string, unknown>) => number}>('export {default} from "string-width";');
	const characters = Array.from({length: 0x1_00_00}, (_, code) => String.fromCodePoint(code));
	t.deepEqual(characters.filter(character => replaced(character) !== stringWidth(character)), []);
	t.deepEqual(characters.filter(character => isOneCellOnly(character) && stringWidth(`a${character}${character}`) !== 3), []);

	const piece = fc.oneof(
		fc.string({unit: 'binary'}),
		fc.constantFrom('\u{1B}[31m', '\u{1B}[0;38;5;12345m', '\u{1B}[;m', '\u{1B}[', '\u{1B}]8;;x\u{7}', '日本', '│', '…', 'é', 'e\u{301}', '👩‍👧', '\t'),
	);
	fc.assert(fc.property(fc.array(piece), pieces => {
		const text = pieces.join('');
		t.is(replaced(text), stringWidth(text));
		t.is(replaced(text, {countAnsiEscapeCodes: true}), stringWidth(text, {countAnsiEscapeCodes: true}));
		t.is(replaced(text, {ambiguousIsNarrow: false}), stringWidth(text, {ambiguousIsNarrow: false}));
	}));
});

test('the bundled segmenter gives what the original gives', async t => {
	const {LazySegmenter} = await bundled<{LazySegmenter: typeof Intl.Segmenter}>('export * from "./build/replacements/segmenter.ts";');
	const replaced = new LazySegmenter();
	const original = new Intl.Segmenter();
	const joining = fc.constantFrom('\r\n', '\u{1B}[1m', '│▌', '↔\u{FE0F}', '1\u{20E3}');
	const piece = fc.oneof(fc.string({unit: 'binary'}), fc.string(), joining);
	fc.assert(fc.property(fc.array(piece), pieces => {
		const text = pieces.join('');
		t.deepEqual([...replaced.segment(text)], [...original.segment(text)]);
	}));
});

test('nothing of Yoga is text in the bundle', async t => {
	const {outputFiles} = await build({
		entryPoints: [fixture], bundle: true, write: false, outdir: folder, format: 'esm', platform: 'node', plugins: [replacePackages], logLevel: 'error',
	});
	// The first bytes of every WebAssembly file, in base64.
	t.false(outputFiles.some(({text}) => text.includes('AGFzbQ')));
	const wasm = await readFile(path.join(folder, 'dist/yoga.wasm'));
	t.is(wasm.subarray(1, 4).toString(), 'asm');
});
