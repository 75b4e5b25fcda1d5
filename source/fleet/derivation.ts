import {sliceBudget} from './slices.js';

/**
Something that is derived from the whole fleet, in slices that give the event loop back, so that a key never waits for it.
*/
export type Derivation<Input, Output> = {
	/**
	The last output that was finished; absent before the first.
	*/
	readonly current: () => Output | undefined;
	/**
	Whether something is asked that is not yet answered.
	*/
	readonly isBusy: () => boolean;
	/**
	Derives anew if the input is another object than the last one. The first slice runs at once, so that a small fleet is
	done when this returns; of what comes while it works, the newest follows.
	*/
	readonly ask: (input: Input) => void;
	/**
	Calls the listener after each output that took more than one slice.
	*/
	readonly subscribe: (listener: () => void) => () => void;
};

/**
Makes a derivation; it works only when asked, and ends by itself.

@param derive remembers what it can from one input to the next; a generator is always run to its end
*/
export const createDerivation = <Input, Output>(derive: (input: Input) => Iterator<void, Output, void>, budget = sliceBudget): Derivation<Input, Output> => {
	const listeners = new Set<() => void>();
	let output: Output | undefined;
	let lastInput: Input | undefined;
	let waiting: {readonly input: Input} | undefined;
	let work: Iterator<void, Output, void> | undefined;

	function continueLater(): void {
		const before = output;
		runSlice();
		if (output !== before) {
			for (const listener of listeners) {
				listener();
			}
		}
	}

	function runSlice(): void {
		const end = performance.now() + budget;
		for (;;) {
			if (!work) {
				if (!waiting) {
					return;
				}

				work = derive(waiting.input);
				waiting = undefined;
			}

			const step = work.next();
			if (step.done) {
				work = undefined;
				output = step.value;
			} else if (performance.now() >= end) {
				setImmediate(continueLater);
				return;
			}
		}
	}

	return {
		current: () => output,
		isBusy: () => work !== undefined || waiting !== undefined,
		ask(input) {
			if (input === lastInput) {
				return;
			}

			lastInput = input;
			waiting = {input};
			if (!work) {
				runSlice();
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
};
