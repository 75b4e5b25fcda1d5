import type {JudgeContext, JudgedKind} from './check.js';
import {checksByKind} from './checks/index.js';
import {createFleetSum} from './fleet-sum.js';
import {judgeKind, type Decide, type KeptKind} from './judge-kind.js';
import {resourcesOf, type JudgedLists} from './judged-kinds.js';
import type {FleetPosture} from './posture.js';
import {fleetScore} from './score.js';
import type {Remembered} from './settle.js';
import {createTracker} from './tracker.js';

export type JudgeInput = JudgedLists & {
	readonly context: JudgeContext;
	/**
	Failures of earlier sessions, for what this session could not read yet.
	*/
	readonly remembered?: Remembered | undefined;
	/**
	Which failures somebody has decided to live with.
	*/
	readonly decide?: Decide | undefined;
};

const kinds = Object.keys(resourcesOf) as readonly JudgedKind[];

/**
Makes a judge of a fleet that remembers: a check is evaluated again only when its resource's object is another one or when
something that it looked up in the context reads otherwise, and a resource of which all verdicts stayed keeps its
`ResourcePosture` object. Dates count by whole days.

A check that is unknown now and failed when it could last be read carries that failure on (`Verdict.lastFailure`).

The generator judges a few resources at each step and yields, so that its caller can give the event loop back whenever a
slice is used up; it returns the posture of the fleet. A generator that is left unfinished does no harm; two must not run
in turns.

@param checks Instead of the catalogue; for tests.
*/
export const createJudge = (checks: typeof checksByKind = checksByKind): ((input: JudgeInput) => Generator<void, FleetPosture, void>) => {
	const tracker = createTracker();
	const sum = createFleetSum(fleetScore);
	let kept = new Map<JudgedKind, KeptKind>();

	return function * (input) {
		tracker.advance(input.context);
		const next = new Map<JudgedKind, KeptKind>();
		for (const kind of kinds) {
			const {decide, remembered} = input;
			const part = {
				checks: checks[kind], list: resourcesOf[kind](input), tracker, decide, remembered,
			};
			// Each kind's list goes with its own checks: the table says so, the type of the loop cannot.
			next.set(kind, yield * judgeKind(part as Parameters<typeof judgeKind>[0], kept.get(kind) as Parameters<typeof judgeKind>[1]));
		}

		kept = next;
		tracker.sweep(() => next.values().flatMap(({items}) => items).flatMap(({reads}) => reads.values()));
		return sum(new Map(next.entries().map(([kind, {items}]) => [kind, items])));
	};
};
