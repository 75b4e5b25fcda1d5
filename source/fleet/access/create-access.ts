import type {AccessParts} from '../../posture/access/access-parts.js';
import type {AccessSummaries} from '../../posture/access/summaries.js';
import type {AccessView} from '../../posture/access/access-view.js';
import {createDerivation, type Derivation} from '../derivation.js';
import {createAccessPartsOf, type AccessInput} from './access-parts-of.js';

export type FleetAccess = {
	/**
	The newest view that is finished; absent before the first, and until the engine is loaded.
	*/
	readonly view: (input: AccessInput, now: number) => AccessView | undefined;
	/**
	What checks ask of it: worked out behind the view.
	*/
	readonly summaries: () => AccessSummaries | undefined;
	/**
	Whether view and summaries are those of what was asked last.
	*/
	readonly isSettled: () => boolean;
	readonly stop: () => void;
};

/**
Eligible roles end: they are looked at again by the hour.
*/
const clockStep = 3_600_000;

type Question = {readonly parts: AccessParts; readonly now: number};

type Engine = Derivation<Question, AccessView>;

/**
Derives who may do what in slices, whenever what was read of it has changed. The engine is loaded, with the built-in roles, once the panes
have long stood: nothing before them needs it.

@param onChange called when it is loaded, and after each view that took more than one slice
@param rest milliseconds until it is loaded
*/
export const createFleetAccess = (onChange: () => void, rest: number): FleetAccess => {
	const partsOf = createAccessPartsOf();
	let engine: Engine | undefined;
	const summaries = createDerivation((view: AccessView) => view.summarise());
	summaries.subscribe(onChange);
	let isStopped = false;
	let last: Question | undefined;

	const load = async (): Promise<void> => {
		const {deriveAccess} = await import('../../posture/access/access-view.js');
		if (isStopped) {
			return;
		}

		engine = createDerivation(({parts, now}: Question) => deriveAccess(parts, now));
		engine.subscribe(onChange);
		onChange();
	};

	const timer = setTimeout(() => {
		void load();
	}, rest);
	timer.unref();

	return {
		view(input, now) {
			const parts = partsOf(input);
			const step = Math.floor(now / clockStep) * clockStep;
			if (engine) {
				last = last?.parts === parts && last.now === step ? last : {parts, now: step};
				engine.ask(last);
			}

			const view = engine?.current();
			if (view) {
				summaries.ask(view);
			}

			return view;
		},
		summaries: summaries.current,
		isSettled: () => engine?.isBusy() === false && !summaries.isBusy() && summaries.current() !== undefined,
		stop() {
			isStopped = true;
			clearTimeout(timer);
		},
	};
};
