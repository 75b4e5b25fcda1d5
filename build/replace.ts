import {Buffer} from 'node:buffer';
import {readFile} from 'node:fs/promises';
import {createRequire, isBuiltin} from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {Plugin} from 'esbuild';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const packageFile = (file: string): string => here(`../node_modules/${file}`);

/**
What is taken in place of a package.
*/
const replacements: Readonly<Record<string, string>> = {
	'yoga-layout': here('replacements/yoga.ts'),
	'yoga-layout/binary': packageFile('yoga-layout/dist/binaries/yoga-wasm-base64-esm.js'),
	'yoga-layout/wrap': packageFile('yoga-layout/dist/src/wrapAssembly.js'),
	'yoga-layout/enums': packageFile('yoga-layout/dist/src/generated/YGEnums.js'),
	'string-width': here('replacements/string-width.ts'),
	'string-width/original': packageFile('string-width/index.js'),
	'ink/original-output': packageFile('ink/build/output.js'),
	'ink/original-sanitize-ansi': packageFile('ink/build/sanitize-ansi.js'),
	'cli-cursor': here('replacements/cursor.ts'),
	undici: here('replacements/undici.ts'),
	'react-devtools-core': here('replacements/devtools.ts'),
};

const requireHere = createRequire(import.meta.url);

/**
Parts of Node that are loaded when something of them is first used.
*/
const lateBuiltins: ReadonlySet<string> = new Set(['http', 'https', 'zlib', 'tls', 'child_process']);

const wasmInText = /data:application\/octet-stream;base64,(?<base64>[\d+\/=A-Za-z]+)/v;

/**
Takes Yoga's binary out of the loader that carries it as text: text would be read and decoded at every start.
*/
export const readYogaBinary = async (): Promise<{loader: string; binary: Uint8Array}> => {
	const source = await readFile(replacements['yoga-layout/binary']!, 'utf8');
	const match = wasmInText.exec(source);
	if (match === null) {
		throw new Error('yoga-layout no longer carries its binary as base64: build/replace.ts has to follow.');
	}

	return {loader: source.replace(match[0], () => ''), binary: Buffer.from(match.groups!.base64!, 'base64')};
};

/**
What is loaded when a request first needs it: the demo sends none over a line, and a proxy has few. Their names are what the packages export.
*/
const late: Readonly<Record<string, readonly string[]>> = {
	'https-proxy-agent': ['HttpsProxyAgent'],
	'http-proxy-agent': ['HttpProxyAgent'],
};

/**
A module that gives each of its exports only when it is asked for, and loads the real one then.
*/
const lateModule = (name: string, names: readonly string[]): string => [
	`const load = () => require(${JSON.stringify(name)});`,
	...names.map(exported => `Object.defineProperty(exports, ${JSON.stringify(exported)}, {enumerable: true, get: () => load()[${JSON.stringify(exported)}]});`),
].join('\n');

/**
Puts our replacements in the place of packages that would cost start-up time, whoever imports them.
*/
export const replacePackages: Plugin = {
	name: 'replace-packages',
	setup(build) {
		/* eslint-disable require-unicode-regexp -- esbuild's expressions are Go's, which know no flags. */
		build.onResolve({filter: new RegExp(`^(?:${Object.keys(replacements).join('|')})$`)}, ({path: name}) => ({path: replacements[name]!}));
		// Imported as a module, a part of Node gives away each of its exports at once: one of node:http's loads the whole of fetch, one of node:fs's its streams.
		build.onResolve({filter: /^(?:node:)?[\d_a-z]+(?:\/[a-z]+)?$/}, ({path: name, kind, importer}) =>
			name === 'node:module' || kind === 'require-call' || !isBuiltin(name) ? undefined : {path: `${path.relative(process.cwd(), importer)} needs ${name}`, namespace: 'required-builtin', pluginData: name});
		// One for each file that imports it: one for all would be a chunk of its own, which costs more to load than all of them.
		build.onLoad({filter: /./, namespace: 'required-builtin'}, ({pluginData: name}: {readonly pluginData: string}) => ({
			contents: lateBuiltins.has(name.replace(/^node:/, '')) ? lateModule(name, Object.keys(requireHere(name) as Record<string, unknown>)) : `module.exports = require(${JSON.stringify(name)});`,
		}));
		build.onResolve({filter: new RegExp(`^(?:${Object.keys(late).join('|')})$`)}, ({path: name, kind, resolveDir}) =>
			kind === 'require-call' ? undefined : {path: name, namespace: 'late', pluginData: resolveDir});
		build.onLoad({filter: /./, namespace: 'late'}, ({path: name, pluginData: resolveDir}) => ({contents: lateModule(name, late[name]!), resolveDir: resolveDir as string}));
		build.onResolve({filter: /^\.\/(?:output|sanitize-ansi)\.js$/}, ({path: name, importer}) =>
			/[/\\]ink[/\\]build[/\\](?:renderer|squash-text-nodes)\.js$/.test(importer) ? {path: here(`replacements/${path.basename(name, '.js')}.ts`)} : undefined);
		build.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path: file}) => {
			const {loader} = await readYogaBinary();
			return {contents: loader, resolveDir: path.dirname(file)};
		});
		/* eslint-enable require-unicode-regexp */
	},
};
