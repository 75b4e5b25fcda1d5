import type {Finding} from '../../model/finding.js';
import {evaluatedAt} from './evaluated-at.js';

/**
The lists of one kind of resource, as far as they were read.
*/
export type KindListing = {
	/**
	What its keys hold: `/microsoft.containerservice/managedclusters/`.
	*/
	readonly type: '/microsoft.containerservice/managedclusters/' | '/microsoft.containerregistry/registries/';
	readonly keys: ReadonlySet<string>;
	/**
	Ids of the subscriptions that answered to the end, in this session.
	*/
	readonly complete: ReadonlySet<string>;
	/**
	Milliseconds since 1970; absent before the first reading.
	*/
	readonly readAt: number | undefined;
};

/**
Which clusters and registries exist, as far as that can be told.
*/
export type Listing = {
	/**
	`undefined` where it cannot be told: the kind is not listed, or its subscription did not answer to the end.
	*/
	readonly holds: (owner: string) => boolean | undefined;
	/**
	True for a finding whose cluster or registry is not in a complete list, unless the resource may have come after that list was read.
	*/
	readonly isGone: (owner: string, finding: Finding) => boolean;
	/**
	When the resources of a kind were last read, milliseconds since 1970.
	*/
	readonly readAt: (key: string) => number | undefined;
};

const subscriptionOf = (key: string): string => key.split('/', 3)[2] ?? '';

/**
Puts the lists of the kinds together.
*/
export const createListing = (kinds: readonly KindListing[]): Listing => {
	const kindOf = (key: string): KindListing | undefined => kinds.find(({type}) => key.includes(type));
	const holds = (owner: string): boolean | undefined => {
		const kind = kindOf(owner);
		return kind === undefined ? undefined : kind.keys.has(owner) || (kind.complete.has(subscriptionOf(owner)) ? false : undefined);
	};

	const readAt = (key: string): number | undefined => kindOf(key)?.readAt;
	return {
		holds,
		isGone(owner, finding) {
			const read = readAt(owner);
			const evaluated = evaluatedAt(finding);
			return holds(owner) === false && read !== undefined && evaluated !== undefined && evaluated < read;
		},
		readAt,
	};
};
