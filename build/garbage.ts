import {PerformanceObserver} from 'node:perf_hooks';
import v8 from 'node:v8';

/**
Bytes of V8's young generation, both halves. Left alone it grows to 64 MB while a fleet is read, and keeps them.
*/
const youngRoom = 8_000_000;

/**
Per cent that the old generation may grow by before what is garbage in it is collected. V8's own measure lets 100 MB of a fleet become 200 with each refresh.
*/
const oldGrowth = 40;

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
	// The young generation doubles with a collection and halves with another: it is looked at after each.
	new PerformanceObserver(boundYoung).observe({entryTypes: ['gc']});
};
