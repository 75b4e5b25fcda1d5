import {isUnknown, type Fact, type Unknown} from '../model/known.js';
import type {Severity} from '../model/severity.js';
import type {Evidence, Outcome} from './check.js';

/*
A fleet has a hundred thousand outcomes but few different ones: equal outcomes are one frozen object. The cap keeps a
fleet of nothing but differences from filling the memory.
*/
const cap = 10_000;

const pool = new Map<string, Outcome>();

const shared = (key: string, make: () => Outcome): Outcome => {
	const known = pool.get(key);
	if (known !== undefined) {
		return known;
	}

	if (pool.size >= cap) {
		pool.clear();
	}

	const outcome = Object.freeze(make());
	pool.set(key, outcome);
	return outcome;
};

const seal = (evidence: readonly Evidence[]): readonly Evidence[] => Object.freeze(evidence.map(item => Object.freeze(item)));

/**
What a fact of the model holds.
*/
type Plain = string | number | boolean | readonly string[] | undefined;

/**
A value in words: `absent`, `true`, `10.0.0.0/8, 192.0.2.1`.
*/
export const inWords = (value: Plain): string => {
	if (value === undefined) {
		return 'absent';
	}

	return Array.isArray(value) ? value.join(', ') : String(value);
};

/**
One piece of evidence.
*/
export const seen = (path: string, value: Plain): Evidence => ({path, value: inWords(value)});

const keyOf = (evidence: readonly Evidence[]): string => evidence.map(({path, value, resource = ''}) => `${resource}\0${path}\0${value}`).join('\0');

export const pass = (...evidence: readonly Evidence[]): Outcome =>
	shared(`p\0${keyOf(evidence)}`, () => ({status: 'pass', evidence: seal(evidence)}));

/**
A failure; `severity` where the evidence makes it better or worse than the check's own, `detail` for what the evidence alone does not tell.
*/
export const fail = (evidence: readonly Evidence[], more: {readonly severity?: Severity; readonly detail?: string} = {}): Outcome =>
	shared(`f\0${more.severity ?? ''}\0${more.detail ?? ''}\0${keyOf(evidence)}`, () => ({status: 'fail', evidence: seal(evidence), ...more}));

/**
The check has no meaning here, because of this property.
*/
export const notApplicable = (because: Evidence): Outcome =>
	shared(`n\0${keyOf([because])}`, () => ({status: 'not-applicable', because: Object.freeze(because)}));

export const unknownBecause = (reason: string): Outcome => shared(`u\0${reason}`, () => ({status: 'unknown', reason}));

/**
Unknown because of a fact; one that nobody has asked for yet is said to be pending.
*/
export const unknownFact = ({unknown: cause, reason}: Unknown): Outcome => (cause === 'not-asked'
	? shared(`u\0pending\0${reason}`, () => ({status: 'unknown', reason, isPending: true}))
	: unknownBecause(reason));

/**
Unknown because Azure left out what it usually sends.
*/
export const notReported = (path: string): Outcome => unknownBecause(`\`${path}\` is not in the answer`);

/**
Unknown because of a word that no specification we know has: a new value may be safe or not.
*/
export const unfamiliar = (path: string, value: Plain): Outcome => unknownBecause(`\`${path}\` holds "${inWords(value)}", which crowsnest does not know`);

/**
The first fact that is unknown.
*/
export const firstUnknown = (...facts: ReadonlyArray<Fact<unknown>>): Unknown | undefined => facts.find(fact => isUnknown(fact));

type Position = boolean | undefined;

/**
Outcomes of switches, made once: by wanted position, path and found position.
*/
const switches = {on: new Map<string, Map<Position, Outcome>>(), off: new Map<string, Map<Position, Outcome>>()};

/**
The commonest judgement: a switch has to be in one position, and absent means off.
*/
export const judgeSwitch = (path: string, fact: Fact<Position>, wanted: boolean): Outcome => {
	if (isUnknown(fact)) {
		return unknownBecause(fact.reason);
	}

	const byPath = wanted ? switches.on : switches.off;
	let positions = byPath.get(path);
	if (positions === undefined) {
		positions = new Map([true, false, undefined].map(position =>
			[position, (position ?? false) === wanted ? pass(seen(path, position)) : fail([seen(path, position)])]));
		byPath.set(path, positions);
	}

	return positions.get(fact) ?? notReported(path);
};
