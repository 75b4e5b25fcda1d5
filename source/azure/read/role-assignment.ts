import {unknown, valueOf, type Fact} from '../../model/known.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {RoleEligibility} from '../../model/role-eligibility.js';
import {Branch} from './branch.js';
import {intern} from './intern.js';
import {lowerFact} from './lower-text.js';
import {lastSegment, readResource} from './resource.js';
import {timeOf} from './time.js';

/**
Longer than any condition that Azure takes (8 KB).
*/
const longestCondition = 10_000;

/**
Versions of the language of conditions. Source: Azure documentation, 'Azure role assignment condition format and syntax', August 2026.
*/
const knownVersions: ReadonlySet<string> = new Set(['', '1.0', '2.0']);

/**
Assignments of one scope, and conditions that were copied from one to the next, share one text. The cap keeps a cloud that sends only
different ones from filling the memory.
*/
const cap = 5000;

const pool = new Map<string, string>();

const shared = (text: string): string => {
	const known = pool.get(text);
	if (known !== undefined) {
		return known;
	}

	if (pool.size >= cap) {
		pool.clear();
	}

	pool.set(text, text);
	return text;
};

/**
The condition of an assignment; unknown where its version is one that nobody here knows: it may mean anything.
*/
export const conditionOf = (branch: Branch): Fact<string | undefined> => {
	const condition = branch.text('condition', longestCondition);
	if (typeof condition !== 'string' || condition === '') {
		return condition === '' ? undefined : condition;
	}

	const version = branch.text('conditionVersion', 40);
	return typeof version === 'string' && !knownVersions.has(version)
		? unknown('malformed', `it is written in version ${version} of the language, which crowsnest does not know`)
		: shared(condition);
};

const scopeOf = (properties: Branch): Fact<string | undefined> => {
	const scope = properties.text('scope', 2048);
	if (typeof scope !== 'string') {
		return scope;
	}

	const small = scope.toLowerCase();
	return shared(small.length > 1 && small.endsWith('/') ? small.slice(0, -1) : small);
};

/**
Maps a role assignment as Resource Manager and Resource Graph send it. Never throws; gives nothing without a usable id.
Source: Microsoft.Authorization roleAssignments 2022-04-01.
*/
export const readRoleAssignment = (document: unknown): RoleAssignment | undefined => fromBranch(Branch.of(document));

const fromBranch = (root: Branch): RoleAssignment | undefined => {
	const resource = readResource(root);
	if (!resource) {
		return undefined;
	}

	const properties = root.required('properties');
	const roleDefinition = properties.text('roleDefinitionId', 2048);
	const type = properties.word('principalType');
	const changed = properties.raw('updatedOn') === undefined ? 'createdOn' : 'updatedOn';
	return {
		key: resource.key,
		subscriptionId: resource.subscriptionId,
		principalId: lowerFact(properties.text('principalId')),
		principalType: type,
		roleId: typeof roleDefinition === 'string' ? intern(lastSegment(roleDefinition).toLowerCase()) : roleDefinition,
		scope: scopeOf(properties),
		condition: conditionOf(properties),
		changedAt: valueOf(timeOf(properties, changed)),
	};
};

/**
Maps what somebody is eligible for. Never throws; unknown without a usable id.
Source: Microsoft.Authorization roleEligibilityScheduleInstances 2020-10-01.
*/
export const readRoleEligibility = (root: Branch): Fact<RoleEligibility> => {
	const assignment = fromBranch(root);
	return assignment ? {...assignment, endsAt: timeOf(root.child('properties'), 'endDateTime')} : unknown('malformed', 'an eligible role has no id');
};

const isReached = /\/providers\/microsoft\.(?:containerservice|containerregistry|keyvault|containerinstance)\//v;

/**
Whether an assignment can have a say on what crowsnest looks at: everything above resources does, and what lies on a cluster,
registry, vault or container group. As `queries.roleAssignments` asks for it.
*/
export const isNearFleet = (document: unknown): boolean => {
	const scope = valueOf(Branch.of(document).child('properties').text('scope', 2048))?.toLowerCase() ?? '';
	return !/\/resourcegroups\/[^\/]+\/providers\//v.test(scope) || isReached.test(scope);
};
