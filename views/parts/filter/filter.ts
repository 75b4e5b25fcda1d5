export const filterOperators = [':', '=', '>=', '<=', '>', '<', '~'] as const;

export type FilterOperator = (typeof filterOperators)[number];

/**
One condition of a filter.
*/
export type FilterTest =
	/**
	Anywhere in the row's columns.
	*/
	| {readonly type: 'word'; readonly text: string}
	/**
	`column` as typed, in small letters: a column's id or one of its aliases, or `tag`.
	*/
	| {readonly type: 'column'; readonly column: string; readonly operator: FilterOperator; readonly value: string};

export type FilterTerm = {
	readonly isNegated: boolean;
	readonly test: FilterTest;
	/**
	Where it begins in the text, in UTF-16 units, for errors.
	*/
	readonly at: number;
};

/**
All terms must hold.
*/
export type Filter = readonly FilterTerm[];

/**
What is wrong with a filter, in one sentence, and where.
*/
export type FilterError = {readonly ok: false; readonly error: string; readonly at: number};
