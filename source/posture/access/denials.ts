import type {DenyAssignment} from '../../model/deny-assignment.js';
import {isUnknown, valueOf} from '../../model/known.js';
import type {Access} from './access.js';
import {limitWords} from './limit-words.js';
import {matchOnce} from './match-once.js';
import type {Need} from './operation.js';
import type {Denial} from './right.js';
import {scopeReach} from './scope-reach.js';

/**
What takes a need away, and what could and was not readable.
*/
export type Denials = {readonly denials: readonly Denial[]; readonly doubts: readonly string[]};

/**
The principal of a deny assignment that stands for everybody in the tenant.
Source: Azure documentation, 'List Azure deny assignments'.
*/
const everybody = '00000000-0000-0000-0000-000000000000';

/**
Whether a deny assignment is meant for the principal; a text where that is not known.
*/
const isMeant = ({key, principals, excluded}: DenyAssignment, {principals: own, groupGap}: Access): boolean | string => {
	if (isUnknown(principals)) {
		return `Whom ${key} is for: ${principals.reason}`;
	}

	if (isUnknown(excluded)) {
		return `Whom ${key} spares: ${excluded.reason}`;
	}

	if (excluded.some(id => own.has(id))) {
		return false;
	}

	const isNamed = principals.some(id => id === everybody || own.has(id));
	// A group that holds the principal may be named, or spared, without our knowing.
	const open = isNamed ? excluded : principals;
	return groupGap === undefined || open.length === 0 ? isNamed : `Whether ${key} is meant for it depends on its groups: ${groupGap.reason}`;
};

const denialOf = (assignment: DenyAssignment, need: Need, access: Access): Denial | string | undefined => {
	const {key, name, scope, stopsAtScope, permissions, condition} = assignment;
	const isFor = isMeant(assignment, access);
	if (isFor === false) {
		return undefined;
	}

	const reach = scopeReach(scope, access.resourceKey, access.managementGroups);
	if (isUnknown(reach)) {
		return `Where ${key} reaches: ${reach.reason}`;
	}

	const place = valueOf(scope) ?? '';
	const isHere = place.toLowerCase() === access.resourceKey;
	if (reach === 'none' || (reach === 'part' && need.plane === 'control') || (stopsAtScope === true && reach === 'all' && !isHere)) {
		return undefined;
	}

	if (isUnknown(permissions)) {
		return `What ${key} denies: ${permissions.reason}`;
	}

	const match = matchOnce(permissions, need);
	if (!match) {
		return undefined;
	}

	if (typeof isFor === 'string') {
		return isFor;
	}

	const part = reach === 'part' ? [`only inside ${place}`] : [];
	const stop = !isHere && isUnknown(stopsAtScope) ? [`only if it reaches below its scope: ${stopsAtScope.reason}`] : [];
	return {
		assignment: key, name, scope: place, pattern: match.pattern, limits: [...part, ...stop, ...limitWords(condition), ...limitWords(match.condition)],
	};
};

/**
Everything that takes from a principal what a need asks for.
*/
export const denialsOf = (need: Need, access: Access): Denials => {
	const found = access.denials.map(assignment => denialOf(assignment, need, access));
	return {
		denials: found.filter(entry => typeof entry === 'object'),
		doubts: [...new Set([...found.filter(entry => typeof entry === 'string'), ...access.denialGaps.map(({reason}) => reason)])],
	};
};
