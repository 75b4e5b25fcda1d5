import type {Acceptance, Verdict} from '../posture/check.js';
import type {Resource} from '../model/resource.js';

/**
One entry of the decisions file that could be read: these checks may fail on these resources until a day.
*/
export type Decision = {
	/**
	Line on which the entry begins, from 1.
	*/
	readonly line: number;
	/**
	Id of a resource in small letters, in which `*` stands for any text; absent where only a tag decides.
	*/
	readonly resource: string | undefined;
	/**
	Where both are given, both have to hold.
	*/
	readonly tag: {readonly name: string; readonly value: string} | undefined;
	readonly checks: readonly string[];
	readonly reason: string;
	readonly by: string;
	/**
	The last day on which it holds, in UTC: `2026-12-31`.
	*/
	readonly until: string;
	/**
	The entry as a verdict carries it: one object for all of them.
	*/
	readonly acceptance: Acceptance;
};

/**
Something that is wrong in the file, and on which line.
*/
export type DecisionFault = {
	readonly line: number;
	/**
	One sentence, without the place.
	*/
	readonly text: string;
};

export type ParsedDecisions = {
	readonly decisions: readonly Decision[];
	/**
	Each fault switches off its own entry and no other.
	*/
	readonly faults: readonly DecisionFault[];
	/**
	Why nothing of the file counts: it is not YAML, or no list of decisions.
	*/
	readonly broken: DecisionFault | undefined;
};

/**
What of a resource a decision looks at.
*/
export type DecisionTarget = Pick<Resource, 'kind' | 'key' | 'tags'>;

/**
Says whether a failure of this check on this resource is accepted.
*/
export type Decide = (resource: DecisionTarget, checkId: Verdict['checkId']) => Acceptance | undefined;
