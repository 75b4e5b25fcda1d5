import type {Fact} from './known.js';

/**
How far a subscription could be read.
*/
export type Coverage =
	| {readonly state: 'answered'}
	/**
	Read through the per-subscription list calls because Resource Graph left it out or refused.
	*/
	| {readonly state: 'listed'; readonly reason: string}
	| {readonly state: 'denied'; readonly reason: string}
	| {readonly state: 'failed'; readonly reason: string}
	| {readonly state: 'waiting'};

export type Subscription = {
	/**
	GUID in small letters.
	*/
	readonly id: string;
	readonly name: string;
	readonly tenantId: Fact<string | undefined>;
	/**
	Enabled, Warned, PastDue, Disabled, Deleted.
	*/
	readonly state: Fact<string | undefined>;
	/**
	The management groups that it lies in, nearest first, by id in small letters; absent where Resource Graph, which alone tells, does not.
	*/
	readonly managementGroups?: readonly string[] | undefined;
	readonly coverage: Coverage;
};
