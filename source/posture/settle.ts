import type {Severity} from '../model/severity.js';
import type {Acceptance, Verdict} from './check.js';

/**
The severity with which a check failed on a resource when it could last be read in an earlier session. Its identity is its
version: another function is asked anew.
*/
export type Remembered = (key: string, checkId: string) => Severity | undefined;

/**
The verdicts of one resource, in the order of their checks, with what memory adds.
*/
export type Settled = {
	readonly verdicts: readonly Verdict[];
	/**
	Positions of the checks that are unknown now and did not fail when they could last be read in this session: whatever
	an earlier session remembers of them is out of date.
	*/
	readonly cleared: ReadonlySet<number> | undefined;
};

const failing = new WeakMap<Verdict, Map<Severity, Verdict>>();

const withoutLastFailure = new WeakMap<Verdict, Verdict>();

const withLastFailure = (verdict: Verdict, lastFailure: Severity): Verdict => {
	let bySeverity = failing.get(verdict);
	if (bySeverity === undefined) {
		bySeverity = new Map();
		failing.set(verdict, bySeverity);
	}

	let made = bySeverity.get(lastFailure);
	if (made === undefined) {
		made = Object.freeze({...verdict, lastFailure});
		bySeverity.set(lastFailure, made);
		withoutLastFailure.set(made, verdict);
	}

	return made;
};

/**
Carries a failure on for as long as nobody can read whether it is still there.

@param verdicts As the checks gave them now.
@param before What this gave for the same resource and the same checks last time.
*/
export const settle = (key: string, verdicts: readonly Verdict[], before: Settled | undefined, remembered: Remembered | undefined): Settled => {
	if (verdicts.every(({outcome}) => outcome.status !== 'unknown')) {
		return {verdicts, cleared: undefined};
	}

	const cleared = new Set<number>();
	const settled = verdicts.map((verdict, index) => {
		if (verdict.outcome.status !== 'unknown') {
			return verdict;
		}

		const last = before?.verdicts[index];
		const isCleared = last !== undefined && (last.outcome.status === 'unknown'
			? before?.cleared?.has(index) ?? false
			: last.outcome.status !== 'fail');
		if (isCleared) {
			cleared.add(index);
			return verdict;
		}

		const failure = last?.outcome.status === 'fail' ? last.severity : last?.lastFailure ?? remembered?.(key, verdict.checkId);
		return failure === undefined ? verdict : withLastFailure(verdict, failure);
	});
	return {verdicts: settled, cleared: cleared.size === 0 ? undefined : cleared};
};

const accepted = new WeakMap<Verdict, WeakMap<Acceptance, Verdict>>();

const withAcceptance = (verdict: Verdict, acceptance: Acceptance): Verdict => {
	let byAcceptance = accepted.get(verdict);
	if (byAcceptance === undefined) {
		byAcceptance = new WeakMap();
		accepted.set(verdict, byAcceptance);
	}

	let made = byAcceptance.get(acceptance);
	if (made === undefined) {
		made = Object.freeze({...verdict, accepted: acceptance});
		byAcceptance.set(acceptance, made);
	}

	return made;
};

const decided = (verdict: Verdict, decide: (checkId: string) => Acceptance | undefined): Verdict => {
	if (verdict.outcome.status === 'fail') {
		const acceptance = decide(verdict.checkId);
		return acceptance === undefined ? verdict : withAcceptance(verdict, acceptance);
	}

	// A failure that cost nothing costs nothing when it cannot be read any more either.
	const plain = withoutLastFailure.get(verdict);
	return plain !== undefined && decide(verdict.checkId) !== undefined ? plain : verdict;
};

/**
Marks the failures that somebody has decided to live with.

@param decide The acceptance of one check on this resource; the same object for as long as it says the same.
*/
export const applyDecisions = (verdicts: readonly Verdict[], decide: ((checkId: string) => Acceptance | undefined) | undefined): readonly Verdict[] =>
	decide ? verdicts.map(verdict => decided(verdict, decide)) : verdicts;
