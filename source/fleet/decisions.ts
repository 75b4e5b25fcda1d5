import {createDecide} from '../decisions/create-decide.js';
import {createDecisionIndex, type DecisionIndex} from '../decisions/create-index.js';
import type {Decide, Decision, DecisionTarget} from '../decisions/decision.js';
import {noDecisions, type DecisionsState} from '../decisions/decisions-state.js';
import {decisionRows, entryStates} from '../decisions/entry-states.js';
import {watchDecisions, type LoadedDecisions} from '../decisions/watch-decisions.js';
import {isoDay} from '../posture/calendar.js';
import type {JudgedKind} from '../posture/check.js';
import {checkById} from '../posture/checks/index.js';
import {sanitize} from '../terminal/sanitize.js';
import {plural} from '../model/plural.js';
import type {Notice} from './snapshot.js';
import {sliceBudget} from './slices.js';

export type DecisionsOptions = {
	/**
	Absent: nothing is accepted.
	*/
	readonly file: string | undefined;
	/**
	Whether a person has named the file: a missing one is a fault then.
	*/
	readonly isNamed: boolean;
	/**
	Milliseconds between two looks at the file.
	*/
	readonly interval: number;
	readonly onChange: () => void;
	readonly onNotice: (level: Notice['level'], text: string) => void;
};

/**
The fleet that decisions are about.
*/
export type DecidedFleet = {
	readonly lists: ReadonlyArray<readonly DecisionTarget[]>;
	/**
	Whether an entry that matches nothing here matches nothing at all: false where a part of what it speaks of was not read.
	*/
	readonly isWholeFor: (decision: Decision) => boolean;
};

export type Decisions = {
	/**
	The same function until the file or the day is another one.

	@param now Milliseconds since 1970.
	*/
	readonly decide: (now: number) => Decide | undefined;
	/**
	The same object until something in it changed. Which entries match nothing is found out in slices; `onChange` tells.
	*/
	readonly look: (now: number, fleet: DecidedFleet) => DecisionsState;
	readonly stop: () => void;
};

const isAbout = ({checks}: Decision, kind: string): boolean => checks.some(id => checkById.get(id)?.kind === kind as JudgedKind);

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean => one.length === other.length && one.every((item, index) => item === other[index]);

/**
Finds, slice by slice, the decisions that some resource is there for.
*/
const createMatching = (onDone: () => void) => {
	let basis: readonly unknown[] = [];
	let matched: ReadonlySet<Decision> | undefined;
	let timer: NodeJS.Immediate | undefined;

	const steps = function * (index: DecisionIndex, lists: DecidedFleet['lists']): Generator<void, ReadonlySet<Decision>, void> {
		const found = new Set<Decision>();
		for (const list of lists) {
			for (const resource of list) {
				for (const decision of index.about(resource)) {
					if (!found.has(decision) && isAbout(decision, resource.kind)) {
						found.add(decision);
					}
				}

				yield;
			}
		}

		return found;
	};

	const run = (work: Generator<void, ReadonlySet<Decision>, void>): void => {
		const end = performance.now() + sliceBudget;
		do {
			const step = work.next();
			if (step.done) {
				matched = step.value;
				onDone();
				return;
			}
		} while (performance.now() < end);

		timer = setImmediate(run, work);
	};

	return {
		/**
		Absent until it is known for these decisions.
		*/
		of(index: DecisionIndex, lists: DecidedFleet['lists']): ReadonlySet<Decision> | undefined {
			if (!isSameList(basis, [index, ...lists])) {
				matched = basis[0] === index ? matched : undefined;
				basis = [index, ...lists];
				clearImmediate(timer);
				timer = setImmediate(run, steps(index, lists));
			}

			return matched;
		},
		stop() {
			clearImmediate(timer);
		},
	};
};

const tell = (before: LoadedDecisions, after: LoadedDecisions, file: string, onNotice: DecisionsOptions['onNotice']): void => {
	const {status, faults, decisions} = after;
	const [fault] = faults;
	if (status === 'broken' && fault !== undefined) {
		onNotice('error', `${sanitize(file)}:${fault.line}: ${fault.text} ${before.decisions.length === 0 ? 'Nothing is accepted by it.' : 'The decisions that were read before stay in force.'}`);
	} else if (faults.length > 0) {
		onNotice('error', `${sanitize(file)}: ${plural(faults.length, 'fault')}; ${plural(decisions.length, 'decision')} can be in force. All are listed below Decisions.`);
	} else if (before.status !== 'reading') {
		onNotice('info', `${sanitize(file)}: read again, ${plural(decisions.length, 'decision')}.`);
	}
};

/**
The decisions of a team beside the living fleet: read again when their file changes, told when they end.
*/
export const createDecisions = ({file, isNamed, interval, onChange, onNotice}: DecisionsOptions): Decisions => {
	if (file === undefined) {
		return {
			decide: () => undefined,
			look: () => noDecisions,
			stop() {/* Nothing is open. */},
		};
	}

	const watch = watchDecisions({
		file, isNamed, interval, checkIds: checkById.keys().toArray(), onChange: onLoaded,
	});
	const matching = createMatching(onChange);
	let loaded = watch.current();
	let index = createDecisionIndex(loaded.decisions);
	let decide: {readonly index: DecisionIndex; readonly today: string; readonly decide: Decide} | undefined;
	let state: DecisionsState = {...noDecisions, file, status: loaded.status};
	let basis: readonly unknown[] = [];

	function onLoaded(): void {
		const before = loaded;
		loaded = watch.current();
		if (loaded.decisions !== before.decisions) {
			index = createDecisionIndex(loaded.decisions);
		}

		tell(before, loaded, file!, onNotice);
		onChange();
	}

	return {
		decide(now) {
			const today = isoDay(now);
			if (decide?.index !== index || decide.today !== today) {
				decide = {index, today, decide: createDecide(index, today)};
			}

			return loaded.decisions.length === 0 ? undefined : decide.decide;
		},
		look(now, {lists, isWholeFor}) {
			const today = isoDay(now);
			const matched = matching.of(index, lists);
			const unmatched = new Set(matched === undefined ? [] : loaded.decisions.filter(decision => !matched.has(decision) && isWholeFor(decision)));
			const nextBasis = [loaded, today, ...unmatched];
			if (!isSameList(basis, nextBasis)) {
				basis = nextBasis;
				const entries = entryStates(loaded.decisions, today, decision => unmatched.has(decision));
				state = {
					file, status: loaded.status, entries, rows: decisionRows(entries, loaded.faults),
				};
			}

			return state;
		},
		stop() {
			watch.stop();
			matching.stop();
		},
	};
};
