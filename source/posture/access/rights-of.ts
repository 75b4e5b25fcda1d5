import type {Access} from './access.js';
import {denialsOf} from './denials.js';
import {grantsOf, type Grants} from './grants.js';
import {mayGrant} from './may-grant.js';
import type {Need, Operation} from './operation.js';
import {
	combineStandings,
	type Denial,
	type NeedRight,
	type Right,
	type Standing,
} from './right.js';

const standingOf = ({by, gaps}: Grants, denials: readonly Denial[]): Standing => {
	if (by.length === 0 && gaps.length === 0) {
		return 'none';
	}

	if (denials.some(({limits}) => limits.length === 0)) {
		return 'denied';
	}

	if (by.length === 0) {
		return 'unknown';
	}

	return denials.length === 0 && by.some(({limits}) => limits.length === 0) ? 'given' : 'conditional';
};

const needRight = (need: Need, access: Access): NeedRight => {
	const grants = grantsOf(need, access);
	const {denials, doubts} = denialsOf(need, access);
	return {
		need, is: standingOf(grants, denials), ...grants, denials, doubts,
	};
};

/**
What a principal can do with a resource, one cell for each operation. Assignments add up, also for the needs of one operation; a
deny assignment wins over all of them; what could not be read makes a right unknown, never none.
*/
export const rightsOf = (operations: readonly Operation[], access: Access): readonly Right[] => {
	const near = {...access, assignments: access.assignments.filter(assignment => mayGrant(assignment, access))};
	return operations.map(operation => {
		const needs = operation.needs.map(need => needRight(need, near));
		return {operation, is: combineStandings(needs.map(({is}) => is), operation.require), needs};
	});
};
