import type {Finding} from '../../model/finding.js';
import {evaluatedAt} from './evaluated-at.js';

const types = ['/microsoft.containerservice/managedclusters/', '/microsoft.containerregistry/registries/'] as const;

/**
What the keys of a kind of resource, and of all that lies in it, hold.
*/
export type ListedType = typeof types[number];

/**
The type that a key is of or lies in; nothing for kinds that are not listed.
*/
export const listedTypeOf = (key: string): ListedType | undefined => types.find(type => key.includes(type));

/**
The lists of one kind of resource, as far as they were read.
*/
export type KindListing = {
	readonly type: ListedType;
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
	readonly readAt: (type: ListedType | undefined) => number | undefined;
};

const subscriptionOf = (key: string): string => key.split('/', 3)[2] ?? '';

/**
Puts the lists of the kinds together.
*/
export const createListing = (kinds: readonly KindListing[]): Listing => {
	const byType = new Map(kinds.map(kind => [kind.type, kind]));
	const kindOf = (key: string): KindListing | undefined => byType.get(listedTypeOf(key)!);
	const holds = (owner: string): boolean | undefined => {
		const kind = kindOf(owner);
		return kind === undefined ? undefined : kind.keys.has(owner) || (kind.complete.has(subscriptionOf(owner)) ? false : undefined);
	};

	return {
		holds,
		isGone(owner, finding) {
			const read = kindOf(owner)?.readAt;
			const evaluated = evaluatedAt(finding);
			return holds(owner) === false && read !== undefined && evaluated !== undefined && evaluated < read;
		},
		readAt: type => byType.get(type!)?.readAt,
	};
};
