import {readFileSync} from 'node:fs';
// @ts-expect-error emscripten's loader has no types; the build takes the binary out of it.
import loadYoga from 'yoga-layout/binary';
// @ts-expect-error an inner file of yoga-layout, which its package does not export.
import wrapAssembly from 'yoga-layout/wrap';

/**
The part of emscripten's module object that is used: it fills the object in, at once when the instance is given at once.
*/
type Loading = {
	instantiateWasm: (imports: unknown, receive: (instance: Instance) => void) => unknown;
};

type Instance = {readonly exports: unknown};

/**
What Node has and the library of this project's types (without a browser's) has not.
*/
const webAssembly = Reflect.get(globalThis, 'WebAssembly') as {
	readonly Module: new (binary: Uint8Array) => Record<string, unknown>;
	readonly Instance: new (module: Record<string, unknown>, imports: unknown) => Instance;
};

const loading: Loading = {
	instantiateWasm(imports, receive) {
		const binary = readFileSync(new URL('../yoga.wasm', import.meta.url));
		const instance = new webAssembly.Instance(new webAssembly.Module(binary), imports);
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
