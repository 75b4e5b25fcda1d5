import {valueOf} from '../../model/known.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {AccessIndex} from './access-index.js';
import {nameOf} from './name-of.js';
import type {Held, Some} from './summaries.js';

/**
So many are told of; the rest is counted.
*/
const mostTold = 6;

export const some = <T>(all: readonly T[]): Some<T> => ({total: all.length, first: all.slice(0, mostTold)});

/**
Roles that are held, of which only those that are told of are put into words.
*/
export const someHeld = (index: AccessIndex, all: readonly RoleAssignment[]): Some<Held> => ({total: all.length, first: all.slice(0, mostTold).map(assignment => heldOf(index, assignment))});

/**
An assignment in few words.
*/
export const heldOf = (index: AccessIndex, {principalId, roleId, scope}: RoleAssignment): Held => {
	const id = valueOf(principalId) ?? '';
	const role = valueOf(roleId) ?? '';
	return {name: id === '' ? 'somebody' : nameOf(index, id).name, role: index.roles.get(role)?.name ?? `role ${role}`, scope: valueOf(scope) ?? ''};
};
