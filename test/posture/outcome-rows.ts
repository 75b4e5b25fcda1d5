import type {Outcome} from '../../source/posture/check.js';

/**
What one check says of one document.
*/
export type OutcomeRow = {
	readonly checkId: string;
	readonly status: Outcome['status'];
	/**
	The document in words: its file, and what is changed in it.
	*/
	readonly document: string;
	/**
	What the check really says.
	*/
	readonly outcome: () => Outcome;
};

/**
An outcome that a check cannot have, and why: the other way to say that it is not forgotten.
*/
export type Impossible = Readonly<Record<string, Partial<Readonly<Record<Outcome['status'], string>>>>>;

export type OutcomeTable = {
	readonly rows: readonly OutcomeRow[];
	readonly impossible: Impossible;
};

/**
Makes the rows of a kind out of its cases, by the id of a check.
*/
export const rowsOf = <Case extends readonly [status: Outcome['status'], ...rest: readonly unknown[]]>(
	cases: Readonly<Record<string, readonly Case[]>>,
	judge: (id: string, example: Case) => Outcome,
): readonly OutcomeRow[] => Object.entries(cases).flatMap(([checkId, own]) => own.map(example => ({
	checkId,
	status: example[0],
	document: example.slice(1, 4).map(part => (typeof part === 'string' ? part : JSON.stringify(part, (_, value: unknown) => value === undefined ? 'absent' : value))).join(' '),
	outcome: () => judge(checkId, example),
})));
