import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../model/known.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {RoleHolder, ScopeWidth} from '../../model/role-holder.js';
import {selvesOf, type AccessIndex} from './access-index.js';
import {levelRank} from './level-rank.js';
import {levelOf} from './levels.js';
import {nameOf} from './name-of.js';
import {scopeWidth, widthRank} from './scope-width.js';

const none: readonly never[] = Object.freeze([]);

const noTags: Readonly<Record<string, string>> = Object.freeze({});

/**
Holders between two yields.
*/
const batch = 64;

/**
Members of groups that get a row of their own at most; their groups have one in any case.
*/
const mostMembers = 5000;

/**
What a role held at all times weighs more than one that is only taken on.
*/
const standingRank = 1;
const perWidth = 2;
const perLevel = 20;

const widthIn = ({widths}: AccessIndex, scope: RoleAssignment['scope']): ScopeWidth => (typeof scope === 'string' ? widths.get(scope) : undefined) ?? scopeWidth(scope);

const unknownRank = levelRank(levelOf(undefined));

/**
The definition remembers its level.
*/
const levelRankIn = ({roles}: AccessIndex, roleId: string): number => {
	const role = roles.get(roleId);
	return role ? levelRank(levelOf(role)) : unknownRank;
};

const rankOf = (index: AccessIndex, {roleId, scope}: RoleAssignment, isStanding: boolean): number =>
	(perLevel * levelRankIn(index, valueOf(roleId) ?? '')) + (perWidth * widthRank(widthIn(index, scope))) + (isStanding ? standingRank : 0);

type Widest = {readonly assignment: RoleAssignment; readonly rank: number; readonly isStanding: boolean};

const widestOf = (index: AccessIndex, standing: readonly RoleAssignment[], eligible: readonly RoleAssignment[]): Widest | undefined => {
	let widest: Widest | undefined;
	for (const [list, isStanding] of [[standing, true], [eligible, false]] as const) {
		for (const assignment of list) {
			const rank = rankOf(index, assignment, isStanding);
			widest = rank > (widest?.rank ?? -1) ? {assignment, rank, isStanding} : widest;
		}
	}

	return widest;
};

const latest = (own: readonly RoleAssignment[]): number | undefined => {
	let at: number | undefined;
	for (const {changedAt} of own) {
		at = changedAt === undefined || (at !== undefined && at >= changedAt) ? at : changedAt;
	}

	return at;
};

const notAsked = unknown('not-asked', 'Microsoft Graph was not asked.');

const unless = <T>(fact: Fact<T> | undefined, {parts}: AccessIndex): Fact<T | undefined> => fact ?? (parts.graphGap === undefined ? undefined : notAsked);

/**
What a table tells of one holder; absent for somebody who holds nothing.
*/
export const roleHolder = (index: AccessIndex, id: string): RoleHolder | undefined => {
	const {byHolder, eligibleByHolder, roles, parts} = index;
	const groups = index.groupsOf.get(id) ?? none;
	const selves = groups.length === 0 ? [id] : [...selvesOf(index, id)];
	const standing = selves.length === 1 ? byHolder.get(id) ?? none : selves.flatMap(self => byHolder.get(self) ?? none);
	const eligible = selves.length === 1 ? eligibleByHolder.get(id) ?? none : selves.flatMap(self => eligibleByHolder.get(self) ?? none);
	const widest = widestOf(index, standing, eligible);
	if (!widest) {
		return undefined;
	}

	const {assignment: {roleId, scope, principalId}, rank, isStanding} = widest;
	const role = roles.get(valueOf(roleId) ?? '');
	const {name, kind, nameGap} = nameOf(index, id);
	const by = valueOf(principalId) ?? id;
	const principal = parts.principals.get(id);
	return {
		kind: 'principal',
		id,
		key: id,
		name,
		subscriptionId: '',
		resourceGroup: '',
		region: '',
		tags: noTags,
		principalKind: kind,
		nameGap,
		isGuest: kind === 'user' ? unless(principal?.isGuest, index) : false,
		isEnabled: unless(principal?.isEnabled, index),
		level: levelOf(role),
		role: role?.name ?? (isUnknown(roleId) ? 'a role that could not be read' : `role ${roleId ?? 'without an id'}`),
		scope: valueOf(scope) ?? '',
		width: scopeWidth(scope),
		isStanding,
		viaGroup: by === id ? undefined : nameOf(index, by).name,
		held: standing.length,
		eligible: eligible.length,
		changedAt: latest(byHolder.get(id) ?? none),
		rank,
	};
};

/**
Everybody who holds a role that reaches the fleet, or may take one on, and who is in a group that does; worst first, step by step.
*/
export const roleHolders = function * (index: AccessIndex): Generator<void, readonly RoleHolder[], void> {
	const {byHolder, eligibleByHolder, groupsOf} = index;
	const holders = new Set([...byHolder.keys(), ...eligibleByHolder.keys()]);
	const members = groupsOf.keys().filter(id => !holders.has(id)).take(mostMembers);
	const rows: RoleHolder[] = [];
	let count = 0;
	for (const id of [...holders, ...members]) {
		const row = roleHolder(index, id);
		if (row) {
			rows.push(row);
		}

		if (++count % batch === 0) {
			yield;
		}
	}

	return rows.toSorted((one, other) => other.rank - one.rank || (one.key < other.key ? -1 : 1)); // eslint-disable-line @typescript-eslint/strict-boolean-expressions
};
