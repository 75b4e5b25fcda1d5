import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import test from 'ava';
import {build} from 'esbuild';
import fc from 'fast-check';
import {replacePackages} from '../../build/replace.js';
import {isSameCell, parseRow} from '../../views/output/row.js';

type Output = {
	readonly write: (x: number, y: number, text: string, options: {readonly transformers: ReadonlyArray<(text: string, index: number) => string>}) => void;
	readonly clip: (clip: Readonly<Record<'x1' | 'x2' | 'y1' | 'y2', number>>) => void;
	readonly unclip: () => void;
	readonly get: () => {readonly output: string; readonly height: number};
};

type OutputClass = new (options: {readonly width: number; readonly height: number}) => Output;

const root = fileURLToPath(new URL('../..', import.meta.url));

type Bundled = {
	readonly replaced: OutputClass;
	readonly original: OutputClass;
	readonly sanitize: (text: string) => string;
	readonly originalSanitize: (text: string) => string;
};

const exported = [
	'export {default as replaced} from "./build/replacements/output.ts"',
	'export {default as original} from "ink/original-output"',
	'export {default as sanitize} from "./build/replacements/sanitize-ansi.ts"',
	'export {default as originalSanitize} from "ink/original-sanitize-ansi"',
].join(';');

const load = async (): Promise<Bundled & {readonly remove: () => Promise<void>}> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowsnest-output-'));
	const outfile = path.join(folder, 'bundle.mjs');
	await build({
		stdin: {contents: exported, resolveDir: root},
		bundle: true,
		format: 'esm',
		platform: 'node',
		outfile,
		plugins: [replacePackages],
		logLevel: 'error',
	});
	const classes = await import(pathToFileURL(outfile).href) as Bundled;
	return {
		...classes,
		async remove() {
			await rm(folder, {recursive: true, force: true});
		},
	};
};

const width = 24;
const height = 6;

const style = fc.constantFrom('\u{1B}[31m', '\u{1B}[1;36m', '\u{1B}[7m', '\u{1B}[22m', '\u{1B}[39m', '\u{1B}[0m', '\u{1B}[m', '\u{1B}[48;5;4m');
const styled = fc.tuple(style, fc.string({maxLength: 6}), fc.constantFrom('\u{1B}[m', '\u{1B}[0m', '\u{1B}[m', '')).map(parts => parts.join(''));
const plain = fc.constantFrom('│', '──', '▌ ', '…', 'name', '  ', '');
const rare = fc.constantFrom('日本', '👩‍👧', 'e\u{301}', '\u{200B}', '\u{1B}]8;;https://portal.example\u{7}x\u{1B}]8;;\u{7}', '\u{202E}');
// Most frames have nothing rare: it is those that the replacement draws itself.
const line = fc.array(fc.oneof({weight: 8, arbitrary: styled}, {weight: 8, arbitrary: plain}, {weight: 1, arbitrary: rare}), {maxLength: 4}).map(parts => parts.join(''));
const write = fc.record({
	x: fc.integer({min: 0, max: width}),
	y: fc.integer({min: -2, max: height}),
	text: fc.array(line, {minLength: 1, maxLength: 4}).map(lines => lines.join('\n')),
	isTransformed: fc.boolean(),
	isClipped: fc.integer({min: 0, max: 15}).map(number => number === 0),
});

const transformers = [(text: string, index: number): string => `\u{1B}[3${index % 8}m${text}\u{1B}[39m`];

type Write = {readonly x: number; readonly y: number; readonly text: string; readonly isTransformed: boolean; readonly isClipped: boolean};

const draw = (output: Output, writes: readonly Write[]): readonly string[] => {
	for (const {x, y, text, isTransformed, isClipped} of writes) {
		if (isClipped) {
			output.clip({
				x1: 2, x2: 12, y1: 1, y2: 4,
			});
		}

		output.write(x, y, text, {transformers: isTransformed ? transformers : []});
		if (isClipped) {
			output.unclip();
		}
	}

	const {output: text, height: lines} = output.get();
	return [String(lines), ...text.split('\n')];
};

test('whatever is written, the lines leave the cells that those of Ink\'s own class leave', async t => {
	const {replaced: Replaced, original: Original, remove} = await load();
	t.teardown(remove);
	fc.assert(fc.property(fc.array(write, {maxLength: 5}), writes => {
		const [found, ...lines] = draw(new Replaced({width, height}), writes);
		const [expected, ...wanted] = draw(new Original({width, height}), writes);
		t.is(found, expected);
		t.is(lines.length, wanted.length);
		for (const [index, text] of lines.entries()) {
			const row = parseRow(text, width * 2);
			const original = parseRow(wanted[index]!, width * 2);
			t.deepEqual(row.glyphs, original.glyphs);
			t.true(row.glyphs.every((_, column) => isSameCell(row, original, column)), JSON.stringify({writes, text, wanted: wanted[index]}));
		}
	}), {numRuns: 1000});
});

test('lines side by side are put together as they are, and one may cover others', async t => {
	const {replaced: Replaced, remove} = await load();
	t.teardown(remove);
	const output = new Replaced({width, height: 2});
	const options = {transformers: []};
	output.write(12, 0, '\u{1B}[31mright\u{1B}[39m\nbelow', options);
	output.write(0, 0, 'left', options);
	output.write(0, 1, 'under', options);
	output.write(0, 1, 'covered ', options);
	t.is(output.get().output, 'left        \u{1B}[31mright\u{1B}[39m\ncovered     below');
});

test('what Ink takes out of a text is taken out, and nothing else', async t => {
	const {sanitize, originalSanitize, remove} = await load();
	t.teardown(remove);
	const odd = fc.constantFrom('\n', '\t', '\u{1B}[2J', '\u{1B}[4:3m', '\u{1B}[;1m', '\u{1B}[m', '\u{1B}', '\u{9B}31m', '\u{7}', '\u{1B}[31\u{301}m');
	const piece = fc.oneof(line, odd, fc.string({unit: 'binary', maxLength: 4}));
	fc.assert(fc.property(fc.array(piece, {maxLength: 6}), parts => {
		const text = parts.join('');
		t.is(sanitize(text), originalSanitize(text));
	}), {numRuns: 1000});
});
