export type Listeners = {
	readonly add: (listener: () => void) => () => void;
	/**
	Calls every listener: at once if the last call is long enough ago or somebody waits for it (`isUrgent`), else as soon as it
	is; with `patience` (milliseconds), for what hardly shows, only after that while or together with the next thing that does.
	*/
	readonly tell: (options?: {readonly isUrgent?: boolean; readonly patience?: number}) => void;
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
	let dueAt = Infinity;

	const call = (): void => {
		clearTimeout(timer);
		timer = undefined;
		dueAt = Infinity;
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
		tell({isUrgent = false, patience = 0} = {}) {
			const now = performance.now();
			const at = isUrgent ? now : Math.max(toldAt + spacing, now + patience);
			if (at <= now) {
				call();
			} else if (at < dueAt) {
				clearTimeout(timer);
				dueAt = at;
				timer = setTimeout(call, at - now);
			}
		},
		clear() {
			clearTimeout(timer);
			entries.clear();
		},
	};
};
