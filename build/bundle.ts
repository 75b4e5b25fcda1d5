import {mkdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build, type BuildOptions, type Metafile} from 'esbuild';
import {readYogaBinary, replacePackages} from './replace.js';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const common: BuildOptions = {
	bundle: true,
	minify: true,
	format: 'esm',
	platform: 'node',
	// A CommonJS package that is loaded late would have a default export only, and no client.
	mainFields: ['module', 'main'],
	jsx: 'automatic',
	legalComments: 'none',
	metafile: true,
	logLevel: 'warning',
	plugins: [replacePackages],
	define: {
		'process.env.NODE_ENV': '"production"',
		// The SDK asks for each request whether its body is a form; to look at Node's class is to load the whole of fetch.
		FormData: 'undefined',
	},
};

/**
CommonJS packages call `require` for Node's own modules. To make one of these for each file costs more than what it loads; Node has had the shorter way since 22.3.
*/
const requireBanner = 'import __module from"node:module";const require=process.getBuiltinModule??__module.createRequire(import.meta.url);';

/**
Makes the program: `cli.js`, the small front file, and `chunks/`, which it loads one by one as they are needed, beside Yoga's binary.

`entry` is what the front file starts; what was in `folder` is removed.
*/
export const bundle = async ({entry, folder}: {readonly entry: string; readonly folder: string}): Promise<Metafile> => {
	await rm(folder, {recursive: true, force: true});
	await mkdir(folder, {recursive: true});
	const program = build({
		...common,
		entryPoints: [{in: entry, out: 'chunks/program'}],
		outdir: folder,
		splitting: true,
		target: 'node22',
		chunkNames: 'chunks/[name]-[hash]',
		banner: {js: requireBanner},
		define: {...common.define, 'Intl.Segmenter': 'LazySegmenter'},
		inject: [here('replacements/segmenter.ts')],
	});
	const front = build({
		...common,
		entryPoints: [here('front.ts')],
		outfile: path.join(folder, 'cli.js'),
		target: 'node20',
		banner: {js: `#!/usr/bin/env node\n${requireBanner}`},
		external: ['./chunks/program.js'],
	});
	const {binary} = await readYogaBinary();
	await writeFile(path.join(folder, 'yoga.wasm'), binary);
	await front;
	const {metafile} = await program;
	return metafile!;
};
