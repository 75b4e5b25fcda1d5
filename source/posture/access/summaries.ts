import type {Fact} from '../../model/known.js';

/**
One role that somebody holds, in few words: what a check proves its verdict with. Plain data, so that a judge can tell whether it changed.
*/
export type Held = {readonly name: string; readonly role: string; readonly scope: string};

/**
The first of many, and how many there are.
*/
export type Some<T> = {readonly total: number; readonly first: readonly T[]};

/**
What Microsoft Graph tells of those who hold roles that reach a subscription.
*/
export type DirectorySummary = {
	readonly gone: Some<Held>;
	readonly guests: Some<Held>;
	/**
	Guests that only pull or read.
	*/
	readonly harmlessGuests: Some<Held>;
	readonly blocked: Some<Held>;
	/**
	Principals of which Graph does not tell whether they are guests or blocked.
	*/
	readonly untold: Some<string>;
	readonly secrets: Some<Held & {readonly problem: 'ends' | 'ended' | 'long'; readonly endsAt: number | undefined}>;
	/**
	Applications whose credentials could not be read, and how many have a password at all.
	*/
	readonly secretsUntold: Some<string>;
	readonly withPassword: number;
};

/**
What the assignments that reach a subscription, or lie in it, come to.
*/
export type SubscriptionAccess = {
	/**
	Why there may be more.
	*/
	readonly gaps: readonly string[];
	/**
	Owners of the whole subscription; groups whose members are known count as their members.
	*/
	readonly owners: Some<Held>;
	/**
	Groups among the owners whose members are not known.
	*/
	readonly closedGroups: Some<string>;
	/**
	Roles that change containers, held over the whole subscription.
	*/
	readonly wide: Some<Held>;
	/**
	Roles that give roles, without a condition.
	*/
	readonly granters: Some<Held>;
	readonly wildcards: Some<Held & {readonly pattern: string; readonly isWide: boolean}>;
	readonly customRoles: number;
	readonly lostRoles: Some<string>;
	readonly directory: Fact<DirectorySummary>;
};

export type RegistryAccess = {
	readonly gaps: readonly string[];
	/**
	The roles that do nothing in ABAC mode: at the registry or its group, and above.
	*/
	readonly legacyHere: Some<Held>;
	readonly legacyAbove: Some<Held>;
	readonly deleters: Some<Held>;
	/**
	Identities of nodes that may push or delete.
	*/
	readonly workloads: Some<Held>;
	/**
	Why there may be more of those.
	*/
	readonly workloadGap?: string | undefined;
};

export type ClusterAccess = {
	readonly gaps: readonly string[];
	readonly adminFetchers: Some<Held>;
};

/**
What an identity of a container group may do, wherever it holds a role.
*/
export type IdentityAccess = {
	readonly gaps: readonly string[];
	/**
	Roles that give roles or change everything, over a subscription or more; and over one resource group.
	*/
	readonly wide: Some<Held>;
	readonly inGroup: Some<Held>;
};

/**
By the id of a subscription, the key of a resource or the object id of an identity.
*/
export type AccessSummaries = {
	readonly subscriptions: ReadonlyMap<string, SubscriptionAccess>;
	readonly registries: ReadonlyMap<string, RegistryAccess>;
	readonly clusters: ReadonlyMap<string, ClusterAccess>;
	/**
	By object id, in small letters.
	*/
	readonly identities: ReadonlyMap<string, IdentityAccess>;
};
