import {isUnknown, type Fact} from '../../model/known.js';
import type {Permission} from '../../model/role-definition.js';
import {matchesAction} from './matches-action.js';
import type {Need} from './operation.js';

/**
What of a definition matches: its entry as it stands there, and the condition on its block.
*/
export type Match = {readonly pattern: string; readonly condition: Fact<string | undefined>};

const matchBlock = (permission: Permission, {plane, action}: Need): Match | undefined => {
	const [allowed, left] = plane === 'data'
		? [permission.dataActions, permission.notDataActions]
		: [permission.actions, permission.notActions];
	const pattern = allowed.find(entry => matchesAction(entry, action));
	return pattern === undefined || left.some(entry => matchesAction(entry, action)) ? undefined : {pattern, condition: permission.condition};
};

const isFree = ({condition}: Match): boolean => !isUnknown(condition) && (condition ?? '') === '';

/**
Whether blocks of permissions hold what an operation needs: one matching block is enough, and one without a condition counts for
more. What a block leaves out (`notActions`) it leaves out of itself only.
*/
export const matchPermissions = (permissions: readonly Permission[], need: Need): Match | undefined => {
	const matches = permissions.map(permission => matchBlock(permission, need)).filter(match => match !== undefined);
	return matches.find(match => isFree(match)) ?? matches[0];
};
