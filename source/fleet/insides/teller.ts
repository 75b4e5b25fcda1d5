/**
Tells of changes: at once, or together with others.
*/
export type Teller = {
	readonly now: () => void;
	/**
	At once where nothing was told for a while, else together with what else changes until then.
	*/
	readonly soon: () => void;
	readonly stop: () => void;
};

/**
Makes a teller.

@param pause gives the milliseconds between two tellings that may wait
*/
export const createTeller = (tell: () => void, pause: () => number): Teller => {
	let timer: NodeJS.Timeout | undefined;
	let isWaiting = false;
	let isStopped = false;

	const now = (): void => {
		if (isStopped) {
			return;
		}

		clearTimeout(timer);
		isWaiting = false;
		timer = setTimeout(() => {
			timer = undefined;
			if (isWaiting) {
				now();
			}
		}, pause());
		timer.unref();
		tell();
	};

	return {
		now,
		soon() {
			if (timer === undefined) {
				now();
			} else {
				isWaiting = true;
			}
		},
		stop() {
			isStopped = true;
			clearTimeout(timer);
		},
	};
};
