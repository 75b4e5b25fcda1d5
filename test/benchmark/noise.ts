import {loadavg} from 'node:os';
import {median, spreadOf, shown} from './figure.js';

const loops = 15;

const rounds = 4_000_000;

/**
A fixed piece of arithmetic that touches no memory, so that only the machine decides how long it takes.
*/
const spin = (): number => {
	let value = 1;
	for (let round = 0; round < rounds; round++) {
		value = Math.imul(value, 1_664_525) + 1_013_904_223;
	}

	return value;
};

const timed = (): number => {
	const before = performance.now();
	spin();
	return performance.now() - before;
};

export type Noise = {readonly samples: readonly number[]; readonly text: string};

/**
The machine's noise: how long the same piece of work takes now, and how much that varies.
*/
export const measureNoise = (): Noise => {
	// Compiled before it is measured.
	spin();
	const samples = Array.from({length: loops}, timed);
	const load = loadavg().map(average => average.toFixed(1)).join(' ');
	return {samples, text: `control: a fixed loop ${shown(median(samples))} ms, ${spreadOf(samples)}; load ${load}`};
};
