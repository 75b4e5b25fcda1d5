import type {Access} from './access.js';
import {denialsOf} from './denials.js';
import {grantsOf, type Grants} from './grants.js';
import {mayGrant} from './may-grant.js';
import type {Need, Operation} from './operation.js';
import {
	combineStandings,
	type Denial,
	type NeedRight,
	type Reason,
	type Right,
	type Standing,
} from './right.js';

const none: readonly never[] = Object.freeze([]);

const standingOf = ({by, gaps}: Grants, eligible: readonly Reason[], denials: readonly Denial[]): Standing => {
	if (by.length === 0 && eligible.length === 0 && gaps.length === 0) {
		return 'none';
	}

	if (denials.some(({limits}) => limits.length === 0)) {
		return 'denied';
	}

	if (by.length === 0) {
		return eligible.length > 0 ? 'eligible' : 'unknown';
	}

	return denials.length === 0 && by.some(({limits}) => limits.length === 0) ? 'given' : 'conditional';
};

const noGrants: Grants = {by: none, gaps: none};

/**
What a need would be given by if roles were taken on; nobody asks where it is surely given without.
*/
const eligibleGrants = (need: Need, access: Access, {by}: Grants): Grants => {
	const {eligible = none} = access;
	return eligible.length === 0 || by.some(({limits}) => limits.length === 0)
		? noGrants
		: grantsOf(need, {
			...access, assignments: eligible, assignmentGaps: none, groupGap: undefined,
		});
};

const needRight = (need: Need, access: Access): NeedRight => {
	const standing = grantsOf(need, access);
	const {by: eligible, gaps} = eligibleGrants(need, access, standing);
	const grants = gaps.length === 0 ? standing : {...standing, gaps: [...standing.gaps, ...gaps]};
	const {denials, doubts} = denialsOf(need, access);
	return {
		need, is: standingOf(grants, eligible, denials), ...grants, eligible, denials, doubts,
	};
};

/**
What a principal can do with a resource, one cell for each operation. Assignments add up, also for the needs of one operation; a
deny assignment wins over all of them; what may be taken on is told apart from what is held; what could not be read makes a right unknown, never none.
*/
export const rightsOf = (operations: readonly Operation[], access: Access): readonly Right[] => {
	const near = {
		...access,
		assignments: access.assignments.filter(assignment => mayGrant(assignment, access)),
		eligible: access.eligible?.filter(eligibility => mayGrant(eligibility, access)) ?? none,
	};
	return operations.map(operation => {
		const needs = operation.needs.map(need => needRight(need, near));
		return {operation, is: combineStandings(needs.map(({is}) => is), operation.require), needs};
	});
};
