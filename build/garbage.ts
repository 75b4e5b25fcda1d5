import {PerformanceObserver} from 'node:perf_hooks';
import process from 'node:process';
import v8 from 'node:v8';
import vm from 'node:vm';

/**
Bytes of V8's young generation, both halves. Left alone it grows to 64 MB while a fleet is read, and keeps them.
*/
const youngRoom = 8_000_000;

/**
Per cent that the old generation may grow by before what is garbage in it is collected. V8's own measure lets 100 MB of a fleet become 200 with each refresh.
*/
const oldGrowth = 40;

/**
Milliseconds between two looks at whether the program is at rest.
*/
const lookEvery = 3000;

/**
Part of the time between two looks that the event loop may be busy in a program at rest.
*/
const mostBusy = 0.05;

/**
Bytes in use from which on a collection pays: a small fleet's garbage is not worth a fleet-wide look.
*/
const smallest = 100_000_000;

/**
Part of what was in use after the last collection that has to be won.
*/
const leastWin = 0.12;

/**
Node gives a program V8's own function only by a flag of its command line; a new context has it as soon as the flag is set.
*/
const exposedCollection = (): (() => void) => {
	v8.setFlagsFromString('--expose-gc');
	return vm.runInNewContext('gc') as () => void;
};

/**
After a refresh of a large fleet V8 keeps what the refresh has left behind for as long as nothing else asks for room, which in
a dashboard that is only looked at may be for ever. A collection takes a tenth of a second there: it waits until nobody has pressed a
key between two looks, and little was done.
*/
const collectAtRest = (): void => {
	let collect: (() => void) | undefined;
	let since = performance.eventLoopUtilization();
	let least = Infinity;
	let typed = 0;
	setInterval(() => {
		const {isTTY, bytesRead} = process.stdin;
		const isTyping = bytesRead !== typed;
		typed = bytesRead;
		const now = performance.eventLoopUtilization();
		const {utilization} = performance.eventLoopUtilization(now, since);
		since = now;
		const used = v8.getHeapStatistics().used_heap_size;
		least = Math.min(least, used);
		if (!isTTY || isTyping || utilization >= mostBusy || used < smallest || used < least * (1 + leastWin)) {
			return;
		}

		collect ??= exposedCollection();
		collect();
		least = v8.getHeapStatistics().used_heap_size;
	}, lookEvery).unref();
};

const boundYoung = (): void => {
	const size = v8.getHeapSpaceStatistics().find(({space_name: name}) => name === 'new_space')?.space_size ?? 0;
	v8.setFlagsFromString(`--semi-space-growth-factor=${size < youngRoom ? 2 : 1}`);
};

/**
Saves memory rather than time, since of a program that mostly waits garbage is all that grows: bounds both generations, and keeps
compiled code, which a poll every ten seconds would have to compile again after each collection. V8 reads these flags anew whenever
it collects, so they hold for a heap that is already there. Source: V8's `SemiSpaceNewSpace::Grow`, `MemoryController::GrowingFactor`
and `Heap::GetBytecodeFlushMode`.
*/
export const boundGarbage = (): void => {
	v8.setFlagsFromString(`--heap-growing-percent=${oldGrowth}`);
	v8.setFlagsFromString('--no-flush-bytecode');
	collectAtRest();
	// The young generation doubles with a collection and halves with another: it is looked at after each.
	new PerformanceObserver(boundYoung).observe({entryTypes: ['gc']});
};
