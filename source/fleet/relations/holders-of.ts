import {valueOf} from '../../model/known.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {SourceData} from '../sources.js';
import {reuseList} from '../reuse.js';
import {createMemo} from './memo.js';

export const noHolders: readonly string[] = [];

type Eligibilities = SourceData['roleEligibilities'] | undefined;

/**
Makes the function that tells who holds a role or may take one on, by object ids in order; the same list as long as it says the same.
*/
export const createHoldersOf = (): ((assignments: readonly RoleAssignment[] | undefined, eligibilities: Eligibilities) => readonly string[]) => {
	let last = noHolders;
	return createMemo((assignments: readonly RoleAssignment[] | undefined, eligibilities: Eligibilities) => {
		const eligible = (eligibilities?.values().toArray() ?? []).flatMap(fact => valueOf(fact) ?? []);
		const ids = new Set([...assignments ?? [], ...eligible].map(({principalId}) => valueOf(principalId)).filter(id => id !== undefined && id !== ''));
		last = reuseList(last, [...ids as Set<string>].toSorted());
		return last;
	});
};
