import type {Json} from '../documents/context.js';
import {listPage, pathPattern, type Route} from './route.js';
import type {World} from './world.js';

const provider = 'providers/Microsoft.Authorization';

const isBelow = ({id}: Json, subscriptionId: string): boolean => String(id).toLowerCase().startsWith(`/subscriptions/${subscriptionId.toLowerCase()}/`);

const listRoute = (name: string, all: (world: World) => readonly Json[]): Route => ({
	pattern: pathPattern(`/subscriptions/:subscription/${provider}/${name}`),
	action: `Microsoft.Authorization/${name}/read`,
	answer(world, call, groups) {
		const own = all(world).filter(document => isBelow(document, groups.subscription!));
		return listPage(call, own.length, 50, index => own[index]);
	},
});

/**
Microsoft.Authorization, api-versions 2022-04-01 and 2020-10-01.
*/
export const rightsRoutes: readonly Route[] = [
	listRoute('roleAssignments', ({keyring, rights}) => [...keyring.roleAssignments, ...rights.roleAssignments]),
	listRoute('roleDefinitions', ({rights}) => rights.roleDefinitions),
	listRoute('denyAssignments', ({rights}) => rights.denyAssignments),
	listRoute('roleEligibilityScheduleInstances', ({rights}) => rights.eligibilities),
];
