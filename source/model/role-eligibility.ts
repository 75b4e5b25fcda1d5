import type {Fact} from './known.js';
import type {RoleAssignment} from './role-assignment.js';

/**
A role that somebody may take on for some hours (Privileged Identity Management).
Source: Microsoft.Authorization roleEligibilityScheduleInstances, api-version 2020-10-01.
*/
export type RoleEligibility = RoleAssignment & {
	/**
	Until when, milliseconds since 1970; `undefined` for one without an end.
	*/
	readonly endsAt: Fact<number | undefined>;
};
