import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../model/known.js';
import type {Credential, Principal, PrincipalKind} from '../../model/principal.js';
import {Branch} from './branch.js';
import {readElements} from './elements.js';
import {timeOf} from './time.js';

/**
A principal with what its credentials are found by.
*/
export type GraphObject = {
	readonly principal: Principal;
	/**
	Of an application that has credentials; absent for managed identities, users and groups.
	*/
	readonly appId: string | undefined;
	/**
	The tenant that the application belongs to.
	*/
	readonly ownerTenant: string | undefined;
};

const kinds: ReadonlyMap<string, PrincipalKind> = new Map([
	['#microsoft.graph.user', 'user'],
	['#microsoft.graph.group', 'group'],
	['#microsoft.graph.serviceprincipal', 'servicePrincipal'],
]);

const notAllowed = (member: string): Fact<never> => unknown('not-reported', `Microsoft Graph left \`${member}\` out: the identity may not read it, or nobody has set it.`);

const orUnknown = <T>(fact: Fact<T | undefined>, member: string): Fact<T> => (fact === undefined ? notAllowed(member) : fact);

const isExternal = (signInName: Fact<string | undefined>): boolean => typeof signInName === 'string' && signInName.toUpperCase().includes('#EXT#');

const guestOf = (root: Branch, signInName: Fact<string | undefined>): Fact<boolean> => {
	const type = root.word('userType');
	if (isUnknown(type)) {
		return type;
	}

	// Older accounts have no `userType`; the name that an invitation makes tells as well.
	return type === undefined ? (isExternal(signInName) ? true : notAllowed('userType')) : type.toLowerCase() === 'guest' || isExternal(signInName);
};

/**
Maps a user, group or service principal as Microsoft Graph sends it. Never throws; gives nothing without a usable id.
Source: Microsoft Graph v1.0, `user`, `group`, `servicePrincipal`.
*/
export const readGraphObject = (document: unknown): GraphObject | undefined => {
	const root = Branch.of(document);
	const id = valueOf(root.text('id', 60))?.toLowerCase() ?? '';
	if (id === '') {
		return undefined;
	}

	const kind = kinds.get((valueOf(root.word('@odata.type')) ?? '').toLowerCase()) ?? 'unknown';
	const name = orUnknown(root.text('displayName'), 'displayName');
	const common = {id, isGone: false, name};
	switch (kind) {
		case 'user': {
			const signInName = root.text('userPrincipalName');
			return {
				principal: {
					...common, kind, signInName, isGuest: guestOf(root, signInName), isEnabled: orUnknown(root.flag('accountEnabled'), 'accountEnabled'),
				},
				appId: undefined,
				ownerTenant: undefined,
			};
		}

		case 'servicePrincipal': {
			const isManaged = valueOf(root.word('servicePrincipalType'))?.toLowerCase() === 'managedidentity';
			const appId = isManaged ? undefined : valueOf(root.text('appId', 60))?.toLowerCase();
			return {
				principal: {
					...common, kind: isManaged ? 'managedIdentity' : kind, isEnabled: orUnknown(root.flag('accountEnabled'), 'accountEnabled'), ...(appId !== undefined && {appId}),
				},
				appId,
				ownerTenant: valueOf(root.text('appOwnerOrganizationId', 60))?.toLowerCase(),
			};
		}

		default: {
			return {principal: {...common, kind}, appId: undefined, ownerTenant: undefined};
		}
	}
};

const credential = (type: Credential['type']) => (element: Branch): Fact<Credential> => {
	const startsAt = timeOf(element, 'startDateTime');
	const endsAt = timeOf(element, 'endDateTime');
	return isUnknown(startsAt) ? startsAt : (isUnknown(endsAt) ? endsAt : {type, startsAt, endsAt});
};

/**
When the credentials of a service principal or application begin and end: nothing else of them enters the model, not even the hint that
Graph sends with a password.
Source: Microsoft Graph v1.0, `passwordCredential`, `keyCredential`.
*/
export const readCredentials = (document: unknown): Fact<readonly Credential[]> => {
	const root = Branch.of(document);
	const passwords = readElements(root, 'passwordCredentials', credential('password'));
	const keys = readElements(root, 'keyCredentials', credential('certificate'));
	return isUnknown(passwords) ? passwords : (isUnknown(keys) ? keys : [...passwords, ...keys]);
};
