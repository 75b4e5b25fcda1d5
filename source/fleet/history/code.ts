import {severities, type Severity} from '../../model/severity.js';
import type {Verdict} from '../../posture/check.js';
import {standingOf} from '../../posture/standing.js';

/**
What is remembered of one check on one resource.
*/
export type Memory =
	| {readonly standing: 'fail'; readonly severity: Severity}
	| {readonly standing: 'accepted'; readonly severity: Severity}
	/**
	`severity`: of its last failure, if it ever failed; failing again is then reopening.
	*/
	| {readonly standing: 'pass' | 'not-applicable'; readonly severity: Severity | undefined}
	/**
	`last`: how it stood when it could last be read; absent where it never could.
	*/
	| {readonly standing: 'unknown'; readonly last: 'fail' | 'accepted' | 'fine' | undefined; readonly severity: Severity | undefined};

/**
One memory as one character: a fleet has hundreds of thousands, and each is kept for weeks.
*/
export type Code = string;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const severityOrNone: ReadonlyArray<Severity | undefined> = [...severities, undefined];

// The order is that of the letters in the file: new ones go to the end.
const memories: readonly Memory[] = [
	...severities.map(severity => ({standing: 'fail', severity} as const)),
	...severities.map(severity => ({standing: 'accepted', severity} as const)),
	...severityOrNone.map(severity => ({standing: 'pass', severity} as const)),
	...severityOrNone.map(severity => ({standing: 'not-applicable', severity} as const)),
	{standing: 'unknown', last: undefined, severity: undefined},
	...severities.map(severity => ({standing: 'unknown', last: 'fail', severity} as const)),
	...severities.map(severity => ({standing: 'unknown', last: 'accepted', severity} as const)),
	...severityOrNone.map(severity => ({standing: 'unknown', last: 'fine', severity} as const)),
];

const nameOf = (memory: Memory): string => `${memory.standing} ${memory.standing === 'unknown' ? memory.last ?? '' : ''} ${memory.severity ?? ''}`;

const codes: ReadonlyMap<string, Code> = new Map(memories.map((memory, index) => [nameOf(memory), alphabet[index]!]));

const byCode: ReadonlyMap<Code, Memory> = new Map(memories.map((memory, index) => [alphabet[index]!, memory]));

/**
What a code means; absent for one that no memory has.
*/
export const memoryOf = (code: Code | undefined): Memory | undefined => code === undefined ? undefined : byCode.get(code);

const after = (previous: Memory | undefined, verdict: Verdict): Memory => {
	const standing = standingOf(verdict);
	switch (standing) {
		case 'fail':
		case 'accepted': {
			return {standing, severity: verdict.severity};
		}

		case 'pass':
		case 'not-applicable': {
			return {standing, severity: previous?.severity};
		}

		case 'unknown': {
			if (previous?.standing === 'unknown') {
				return previous;
			}

			if (previous === undefined) {
				return {standing, last: verdict.lastFailure === undefined ? undefined : 'fail', severity: verdict.lastFailure};
			}

			const last = previous.standing === 'fail' || previous.standing === 'accepted' ? previous.standing : 'fine';
			return {standing, last, severity: previous.severity};
		}
	}
};

/**
The code of a verdict that follows on what was remembered before.
*/
export const codeOf = (previous: Code | undefined, verdict: Verdict): Code => {
	// What nobody has asked for yet in this session stands as it stood.
	if (previous !== undefined && verdict.outcome.status === 'unknown' && verdict.outcome.isPending === true) {
		return previous;
	}

	const memory = after(memoryOf(previous), verdict);
	return codes.get(nameOf(memory))!;
};

/**
Whether a text holds nothing but codes.
*/
export const areCodes = (text: string): boolean => {
	for (const letter of text) {
		if (!byCode.has(letter)) {
			return false;
		}
	}

	return true;
};
