import type {Fact} from './known.js';

/**
`managedIdentity` and a deleted principal are told by Microsoft Graph alone; without it a managed identity is a service principal.
*/
export type PrincipalKind = 'user' | 'group' | 'servicePrincipal' | 'managedIdentity' | 'foreign' | 'unknown';

/**
How long one credential of an application is good for. Neither the credential nor any part of it.
*/
export type Credential = {
	readonly type: 'password' | 'certificate';
	/**
	Milliseconds since 1970.
	*/
	readonly startsAt: number | undefined;
	readonly endsAt: number | undefined;
};

/**
What Microsoft Graph tells of somebody who holds a role.
Source: Microsoft Graph v1.0, `directoryObject: getByIds`, `user`, `group`, `servicePrincipal`, `application`.
*/
export type Principal = {
	/**
	Object id in small letters.
	*/
	readonly id: string;
	readonly kind: PrincipalKind;
	/**
	True for one that the directory does not know (any more).
	*/
	readonly isGone: boolean;
	readonly name: Fact<string | undefined>;
	/**
	Client id of a service principal, in small letters: clusters name theirs by it.
	*/
	readonly appId?: string | undefined;
	/**
	The name that a user signs in with.
	*/
	readonly signInName?: Fact<string | undefined>;
	readonly isGuest?: Fact<boolean | undefined>;
	readonly isEnabled?: Fact<boolean | undefined>;
	/**
	Object ids of everybody in a group, groups in it included; absent for what is no group.
	*/
	readonly members?: Fact<readonly string[]>;
	/**
	Absent for what has none of its own: users, groups, managed identities.
	*/
	readonly credentials?: Fact<readonly Credential[]>;
};
