import {isUnknown, valueOf} from '../../model/known.js';
import type {Credential} from '../../model/principal.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {RoleDefinition} from '../../model/role-definition.js';
import {gapWordsOf, type AccessIndex} from './access-index.js';
import {levelRank} from './level-rank.js';
import {levelOf} from './levels.js';
import {nameOf} from './name-of.js';
import {scopeWidth} from './scope-width.js';
import {heldOf, some, someHeld} from './some.js';
import type {DirectorySummary, SubscriptionAccess} from './summaries.js';

const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';

/**
Roles that change containers, as the catalogue lists them: Owner, Contributor, User Access Administrator, AKS Cluster Admin, AKS RBAC Cluster
Admin, AcrPush, AcrDelete, Container Registry Contributor and Data Access Configuration Administrator, Security Admin.
*/
const containerRoles: ReadonlySet<string> = new Set([
	owner,
	'b24988ac-6180-42a0-ab88-20f7382dd24c',
	'18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
	'0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8',
	'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b',
	'8311e382-0749-4cb8-b61a-304f252e45ec',
	'c2f4ef07-c644-48eb-af81-4b1b4947fb11',
	'3bc748fc-213d-45c1-8d91-9da5725539b9',
	'fb1c8493-542b-48eb-b624-b4c8fea62acd',
]);

/**
User Access Administrator, Role Based Access Control Administrator.
*/
const grantingRoles: ReadonlySet<string> = new Set(['18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'f58310d9-a9f6-439a-9e8d-f62e7b41a168']);

const day = 86_400_000;
const longest = 366 * day;
const soon = 30 * day;

const wildcardOf = ({isBuiltIn, permissions}: RoleDefinition): string | undefined => (isBuiltIn
	? undefined
	: valueOf(permissions)?.flatMap(({actions, dataActions}) => [...actions, ...dataActions]).find(pattern => /^(?:\*|microsoft\.container(?:instance|registry|service)\/\*)$/iv.test(pattern)));

const isWide = ({scope}: RoleAssignment): boolean => ['root', 'management-group', 'subscription'].includes(scopeWidth(scope));

const ownersOf = (index: AccessIndex, owning: readonly RoleAssignment[]): Pick<SubscriptionAccess, 'closedGroups' | 'owners'> => {
	const owners = new Map<string, RoleAssignment>();
	const closed: string[] = [];
	for (const assignment of owning) {
		const id = valueOf(assignment.principalId) ?? '';
		const {kind, name} = nameOf(index, id);
		const members = index.parts.principals.get(id)?.members;
		if (kind === 'group' || kind === 'foreign') {
			const known = members !== undefined && !isUnknown(members);
			closed.push(...(known ? [] : [name]));
			for (const member of known ? members : [id]) {
				owners.set(member, assignment);
			}
		} else {
			owners.set(id, assignment);
		}
	}

	return {owners: some(owners.entries().map(([id, assignment]) => ({...heldOf(index, assignment), name: nameOf(index, id).name})).toArray()), closedGroups: some(closed)};
};

const problemOf = ({startsAt, endsAt}: Credential, now: number): 'ends' | 'ended' | 'long' | undefined => {
	if (endsAt === undefined || (startsAt !== undefined && endsAt - startsAt > longest)) {
		return 'long';
	}

	return endsAt < now ? 'ended' : (endsAt - now <= soon ? 'ends' : undefined);
};

type Trouble = {readonly endsAt: number | undefined; readonly problem: 'ends' | 'ended' | 'long'};

const troubled = (passwords: readonly Credential[], now: number): readonly Trouble[] => passwords.flatMap(credential => {
	const problem = problemOf(credential, now);
	return problem === undefined ? [] : [{endsAt: credential.endsAt, problem}];
});

const directoryOf = (index: AccessIndex, reaching: readonly RoleAssignment[], now: number): SubscriptionAccess['directory'] => {
	const {principals, graphGap} = index.parts;
	if (graphGap) {
		return graphGap;
	}

	const gone: RoleAssignment[] = [];
	const guests: RoleAssignment[] = [];
	const harmless: RoleAssignment[] = [];
	const blocked: RoleAssignment[] = [];
	const untold = new Set<string>();
	const secrets = new Map<string, DirectorySummary['secrets']['first'][number]>();
	const secretsUntold = new Set<string>();
	const withPassword = new Set<string>();
	for (const assignment of reaching) {
		const id = valueOf(assignment.principalId) ?? '';
		const principal = principals.get(id);
		const role = index.roles.get(valueOf(assignment.roleId) ?? '');
		const rank = levelRank(levelOf(role));
		const {kind, name} = nameOf(index, id);
		if (!principal) {
			untold.add(name);
			continue;
		}

		if (kind === 'deleted') {
			gone.push(assignment);
			continue;
		}

		if (principal.kind === 'user') {
			const {isGuest, isEnabled} = principal;
			if (isUnknown(isGuest) || isUnknown(isEnabled)) {
				untold.add(name);
			}

			if (isGuest === true) {
				(rank > levelRank('pulls') ? guests : harmless).push(assignment);
			}

			if (isEnabled === false && rank > levelRank('pulls')) {
				blocked.push(assignment);
			}
		}

		const {credentials} = principal;
		if (credentials === undefined || rank <= levelRank('reads')) {
			continue;
		}

		if (isUnknown(credentials)) {
			secretsUntold.add(name);
			continue;
		}

		const passwords = credentials.filter(({type}) => type === 'password');
		if (passwords.length > 0) {
			withPassword.add(id);
		}

		for (const {endsAt, problem} of troubled(passwords, now)) {
			secrets.set(`${id} ${endsAt}`, {...heldOf(index, assignment), problem, endsAt});
		}
	}

	const all = (list: readonly RoleAssignment[]) => someHeld(index, list);
	return {
		gone: all(gone),
		guests: all(guests),
		harmlessGuests: all(harmless),
		blocked: all(blocked),
		untold: some([...untold]),
		secrets: some(secrets.values().toArray()),
		secretsUntold: some([...secretsUntold]),
		withPassword: withPassword.size,
	};
};

/**
What the assignments come to that reach a subscription as a whole, or lie in it.

@param over at the subscription and above
@param inside below it
@param now milliseconds since 1970
*/
export const summariseSubscription = (index: AccessIndex, subscriptionId: string, over: readonly RoleAssignment[], inside: readonly RoleAssignment[], now: number): SubscriptionAccess => {
	const reaching = [...over, ...inside];
	const roleOf = ({roleId}: RoleAssignment): RoleDefinition | undefined => index.roles.get(valueOf(roleId) ?? '');
	const holds = (list: readonly RoleAssignment[], roles: ReadonlySet<string>): readonly RoleAssignment[] => list.filter(({roleId}) => typeof roleId === 'string' && roles.has(roleId));
	const wildcards = reaching.flatMap(assignment => {
		const role = roleOf(assignment);
		const pattern = role && wildcardOf(role);
		return pattern === undefined ? [] : [{...heldOf(index, assignment), pattern, isWide: pattern === '*' && isWide(assignment)}];
	});
	return {
		gaps: gapWordsOf(index, subscriptionId, reaching),
		...ownersOf(index, holds(over, new Set([owner]))),
		wide: someHeld(index, holds(over, containerRoles)),
		granters: someHeld(index, holds(reaching, grantingRoles).filter(({condition}) => condition === undefined || isUnknown(condition))),
		wildcards: some(wildcards),
		customRoles: new Set(reaching.filter(assignment => roleOf(assignment)?.isBuiltIn === false).map(({roleId}) => roleId)).size,
		lostRoles: some([...new Set(reaching.flatMap(assignment => (roleOf(assignment) && !isUnknown(roleOf(assignment)!.permissions) ? [] : [valueOf(assignment.roleId) ?? 'without an id'])))]),
		directory: directoryOf(index, reaching, now),
	};
};
