/// <reference lib="dom" />
import {readFileSync} from 'node:fs';
// @ts-expect-error emscripten's loader has no types; the build takes the binary out of it.
import loadYoga from 'yoga-layout/binary';
// @ts-expect-error an inner file of yoga-layout, which its package does not export.
import wrapAssembly from 'yoga-layout/wrap';

/**
The part of emscripten's module object that is used: it fills the object in, at once when the instance is given at once.
*/
type Loading = {
	instantiateWasm: (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) => WebAssembly.Exports;
};

const loading: Loading = {
	instantiateWasm(imports, receive) {
		const binary = readFileSync(new URL('../yoga.wasm', import.meta.url));
		const instance = new WebAssembly.Instance(new WebAssembly.Module(binary), imports);
		receive(instance);
		return instance.exports;
	},
};

// It also gives a promise, which is no use to a module that must be there at once.
// eslint-disable-next-line unicorn/no-top-level-side-effects
void (loadYoga as (module: Loading) => Promise<unknown>)(loading);

/**
Yoga as `yoga-layout` exports it, but there at once: with a top-level await every module above would wait a turn of the event loop.
*/
export default (wrapAssembly as (module: Loading) => unknown)(loading);
// @ts-expect-error as above.
export * from 'yoga-layout/enums';
