import type {Need, Operation} from './operation.js';

/**
`given`: surely. `conditional`: under a condition, or inside a part of it. `eligible`: not now, and as soon as a role is taken on
(Privileged Identity Management). `unknown`: something that could give it was not readable. `denied`: taken away, whatever gives it.
`none`: nothing gives it. The order is from no to yes.
*/
export type Standing = 'none' | 'denied' | 'unknown' | 'eligible' | 'conditional' | 'given';

/**
What gives a right: an assignment of a role at a scope, by an entry of the role's definition.
*/
export type Reason = {
	readonly assignment: string;
	readonly scope: string;
	readonly role: string;
	/**
	The entry that matches, as it stands in the definition.
	*/
	readonly pattern: string;
	/**
	What it depends on, in words.
	*/
	readonly limits: readonly string[];
};

/**
What takes it away. With limits it may or may not.
*/
export type Denial = {
	readonly assignment: string;
	readonly name: string;
	readonly scope: string;
	readonly pattern: string;
	readonly limits: readonly string[];
};

/**
What a principal can do of one need.
*/
export type NeedRight = {
	readonly need: Need;
	readonly is: Standing;
	readonly by: readonly Reason[];
	/**
	What gives it once it is taken on; looked for only where nothing gives it without conditions.
	*/
	readonly eligible: readonly Reason[];
	readonly denials: readonly Denial[];
	/**
	What could give more and was not readable: with any, the right is 'at least' what it says.
	*/
	readonly gaps: readonly string[];
	/**
	What could take it away and was not readable.
	*/
	readonly doubts: readonly string[];
};

/**
A cell of the matrix, with everything that decides on it.
*/
export type Right = {
	readonly operation: Operation;
	readonly is: Standing;
	readonly needs: readonly NeedRight[];
};

const order: readonly Standing[] = ['none', 'denied', 'unknown', 'eligible', 'conditional', 'given'];

const rank = (is: Standing): number => order.indexOf(is);

/**
One standing from those of the needs: the best of them where any is enough, else the worst.
*/
export const combineStandings = (standings: readonly Standing[], require: Operation['require']): Standing => {
	const ranks = standings.map(standing => rank(standing));
	return ranks.length === 0 ? 'none' : order[require === 'any' ? Math.max(...ranks) : Math.min(...ranks)]!;
};
