import type {Severity} from '../../model/severity.js';
import {checkById} from '../../posture/checks/index.js';
import type {ChangeKind} from './change.js';
import {memoryOf, type Code, type Memory} from './code.js';
import {codeIn, type ResourceRecord} from './record.js';

export type Difference = {
	readonly checkId: string | undefined;
	readonly change: ChangeKind;
	readonly severity: Severity;
};

export type Differences = {
	readonly items: readonly Difference[];
	/**
	Checks that pass where nothing was ever known before.
	*/
	readonly newlyPassed: number;
};

const none: Differences = {items: [], newlyPassed: 0};

const rank: Readonly<Record<Severity, number>> = {
	critical: 0, high: 1, medium: 2, low: 3, info: 4,
};

/**
How it stood when it could last be read; absent where nothing was ever known.
*/
const lastKnown = (memory: Memory | undefined): 'fail' | 'accepted' | 'fine' | undefined => {
	if (memory === undefined) {
		return undefined;
	}

	return memory.standing === 'unknown' ? memory.last : (memory.standing === 'fail' || memory.standing === 'accepted' ? memory.standing : 'fine');
};

const failing = (from: Memory | undefined, to: Memory & {readonly standing: 'fail'}): ChangeKind | undefined => {
	const before = lastKnown(from);
	if (before === undefined) {
		return 'newly-checked';
	}

	if (before !== 'fail') {
		return before === 'accepted' || from!.severity !== undefined ? 'reopened' : 'new';
	}

	if (from!.standing === 'unknown') {
		return 'readable-again';
	}

	const worse = rank[from!.severity!] - rank[to.severity];
	return worse === 0 ? undefined : (worse > 0 ? 'worse' : 'milder');
};

/**
What the step from one memory to another is called; absent where nothing is to be told.
*/
const changeBetween = (from: Memory | undefined, to: Memory): ChangeKind | 'newly-passed' | undefined => {
	const before = lastKnown(from);
	switch (to.standing) {
		case 'fail': {
			return failing(from, to);
		}

		case 'accepted': {
			return before === 'accepted' ? (from!.standing === 'unknown' ? 'readable-again' : undefined) : (before === undefined ? undefined : 'accepted');
		}

		case 'unknown': {
			return from === undefined || from.standing === 'unknown' ? undefined : 'unreadable';
		}

		case 'pass':
		case 'not-applicable': {
			if (before === undefined) {
				return to.standing === 'pass' ? 'newly-passed' : undefined;
			}

			return before === 'fine' ? (from!.standing === 'unknown' ? 'readable-again' : undefined) : 'fixed';
		}
	}
};

const worstIn = ({shape, codes}: ResourceRecord): Severity => {
	let worst: Severity = 'info';
	for (const index of shape.checks.keys()) {
		const memory = memoryOf(codes[index]);
		if (memory?.standing === 'fail' && rank[memory.severity] < rank[worst]) {
			worst = memory.severity;
		}
	}

	return worst;
};

const severityOf = (checkId: string, from: Memory | undefined, to: Memory): Severity =>
	(to.standing === 'fail' || to.standing === 'accepted' ? to.severity : from?.severity ?? to.severity) ?? checkById.get(checkId)?.severity ?? 'info';

const whole = (change: ChangeKind, record: ResourceRecord): Difference => ({checkId: undefined, change, severity: worstIn(record)});

const presence = (before: ResourceRecord | undefined, after: ResourceRecord): Difference[] => {
	if (after.isHidden) {
		return before && !before.isHidden ? [whole('unreadable', before)] : [];
	}

	return before ? (before.isHidden ? [whole('readable-again', after)] : []) : [whole('appeared', after)];
};

/**
What is different between two records of one resource; `undefined` is one that is not there. Of a resource that is gone, or
that cannot be read, its checks are not told one by one.
*/
export const diffRecords = (before: ResourceRecord | undefined, after: ResourceRecord | undefined): Differences => {
	if (before === after) {
		return none;
	}

	if (!after) {
		return {items: [whole('gone', before!)], newlyPassed: 0};
	}

	const items = presence(before, after);
	if (after.isHidden) {
		return {items, newlyPassed: 0};
	}

	let newlyPassed = 0;
	for (const [index, checkId] of after.shape.checks.entries()) {
		const oldCode: Code | undefined = before && (before.shape === after.shape ? before.codes[index] : codeIn(before, checkId));
		const code = after.codes[index];
		const to = memoryOf(code);
		if (oldCode === code || !to) {
			continue;
		}

		const from = memoryOf(oldCode);
		// What a resource brings along fails since it is there.
		const change = before === undefined && to.standing === 'fail' ? 'new' : changeBetween(from, to);
		if (change === 'newly-passed') {
			newlyPassed++;
		} else if (change !== undefined) {
			items.push({checkId, change, severity: severityOf(checkId, from, to)});
		}
	}

	return {items, newlyPassed};
};
