import type {JudgeInput} from '../posture/judge.js';
import type {FleetPosture} from '../posture/posture.js';
import {sliceBudget} from './slices.js';

/**
Judges a fleet step by step, and gives its posture at the end. What did not change since the last time costs next to nothing.
*/
export type FleetJudge = (input: JudgeInput) => Iterator<void, FleetPosture, void>;

const nothing = {
	critical: 0, high: 0, medium: 0, low: 0, info: 0,
};

const unjudged: FleetPosture = {
	byKey: new Map(), failed: nothing, unknown: 0, passed: 0, accepted: 0, score: undefined,
};

export type Judging = {
	/**
	The last posture that was finished.
	*/
	readonly posture: () => FleetPosture;
	readonly isBusy: () => boolean;
	/**
	Judges if the input is another than the last one. The first slice runs at once, so that a small fleet is judged when
	this returns. What is being judged is judged to its end, because the judge remembers only then; of what comes
	meanwhile, the newest follows.
	*/
	readonly judge: (input: JudgeInput) => void;
	readonly stop: () => void;
};

const isSameInput = (one: JudgeInput | undefined, other: JudgeInput): boolean => {
	if (!one) {
		return false;
	}

	for (const member of new Set([...Object.keys(one), ...Object.keys(other)])) {
		if (one[member as keyof JudgeInput] !== other[member as keyof JudgeInput]) {
			return false;
		}
	}

	return true;
};

/**
Runs the judge in slices that give the event loop back, so that a key never waits for it.

`onDone` is called after a posture that took more than one slice, `onError` when a check throws against its contract: the last posture stays then.
*/
export const createJudging = (judge: FleetJudge, onDone: () => void, onError: (error: unknown) => void, budget = sliceBudget): Judging => {
	let posture = unjudged;
	let lastInput: JudgeInput | undefined;
	let waiting: JudgeInput | undefined;
	let work: Iterator<void, FleetPosture, void> | undefined;
	let next: NodeJS.Immediate | undefined;

	const takeNext = (): typeof work => {
		const input = waiting;
		waiting = undefined;
		return input && judge(input);
	};

	function continueLater(): void {
		const before = posture;
		runSlice();
		if (posture !== before || !work) {
			onDone();
		}
	}

	function runSlice(): void {
		const end = performance.now() + budget;
		try {
			for (;;) {
				work ??= takeNext();
				if (!work) {
					return;
				}

				const step = work.next();
				if (step.done) {
					work = undefined;
					posture = step.value;
				} else if (performance.now() >= end) {
					next = setImmediate(continueLater);
					return;
				}
			}
		} catch (error) {
			work = undefined;
			onError(error);
		}
	}

	return {
		posture: () => posture,
		isBusy: () => work !== undefined,
		judge(input) {
			if (isSameInput(lastInput, input)) {
				return;
			}

			lastInput = input;
			waiting = input;
			if (!work) {
				runSlice();
			}
		},
		stop() {
			clearImmediate(next);
			work = undefined;
			waiting = undefined;
		},
	};
};
