import type {Fact} from './known.js';
import type {PrincipalKind} from './principal.js';
import type {Resource} from './resource.js';

/**
The widest thing that a role lets its holder do with containers, from most to least. `unknown`: a definition that could not be read.
*/
export const accessLevels = ['grants', 'administers', 'manages', 'changes', 'unknown', 'secrets', 'pulls', 'reads', 'nothing'] as const;

export type AccessLevel = (typeof accessLevels)[number];

/**
How far a scope reaches, from widest to narrowest. `part`: something inside a resource.
*/
export const scopeWidths = ['root', 'management-group', 'subscription', 'group', 'resource', 'part', 'unknown'] as const;

export type ScopeWidth = (typeof scopeWidths)[number];

/**
Somebody who holds a role that reaches the fleet, or may take one on. Its id is the object id in Entra; it lies in no subscription.
*/
export type RoleHolder = Resource & {
	readonly kind: 'principal';
	readonly principalKind: PrincipalKind | 'deleted';
	/**
	Why the name is only an id; absent where it is a name.
	*/
	readonly nameGap: string | undefined;
	readonly isGuest: Fact<boolean | undefined>;
	readonly isEnabled: Fact<boolean | undefined>;
	readonly level: AccessLevel;
	/**
	Name of the role that gives the widest right, and where.
	*/
	readonly role: string;
	readonly scope: string;
	readonly width: ScopeWidth;
	/**
	Whether that role is held at all times, or only taken on.
	*/
	readonly isStanding: boolean;
	/**
	Whether it comes by a group.
	*/
	readonly viaGroup: string | undefined;
	/**
	How many roles it holds, and how many it may take on; those of its groups included.
	*/
	readonly held: number;
	readonly eligible: number;
	/**
	When one of its own was changed last, milliseconds since 1970.
	*/
	readonly changedAt: number | undefined;
	/**
	Among all holders, the higher the worse.
	*/
	readonly rank: number;
};
