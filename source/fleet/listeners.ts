export type Listeners = {
	readonly add: (listener: () => void) => () => void;
	/**
	Calls every listener: at once if the last call is long enough ago or somebody waits for it, else as soon as it is.
	*/
	readonly tell: (options?: {readonly isUrgent?: boolean}) => void;
	readonly clear: () => void;
};

/**
Listeners that are called no more often than every `spacing` milliseconds. Answers of a poll come in bursts, and each call
costs a frame: what comes together is drawn together.
*/
export const createListeners = (spacing: number): Listeners => {
	// One entry for each subscription: the same function may subscribe twice.
	const entries = new Set<{readonly listener: () => void}>();
	let toldAt = -Infinity;
	let timer: NodeJS.Timeout | undefined;

	const call = (): void => {
		clearTimeout(timer);
		timer = undefined;
		toldAt = performance.now();
		for (const {listener} of entries) {
			listener();
		}
	};

	return {
		add(listener) {
			const entry = {listener};
			entries.add(entry);
			return () => {
				entries.delete(entry);
			};
		},
		tell({isUrgent = false} = {}) {
			const left = toldAt + spacing - performance.now();
			if (isUrgent || left <= 0) {
				call();
			} else {
				timer ??= setTimeout(call, left);
			}
		},
		clear() {
			clearTimeout(timer);
			entries.clear();
		},
	};
};
