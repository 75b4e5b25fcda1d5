/**
One entry of an operation's needs: a control plane action, or a data action, which another list of a role decides on.
*/
export type Need = {readonly plane: 'control' | 'data'; readonly action: string};

/**
Something a person wants to know of: who can do it?
*/
export type Operation = {
	readonly id: string;
	readonly title: string;
	/**
	Heading of a narrow column.
	*/
	readonly short: string;
	/**
	What it means, in words.
	*/
	readonly means: string;
	readonly require: 'all' | 'any';
	/**
	Without any, nobody can do it.
	*/
	readonly needs: readonly Need[];
};

export const control = (action: string): Need => ({plane: 'control', action});

export const data = (action: string): Need => ({plane: 'data', action});
