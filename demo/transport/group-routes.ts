import {containerGroupDocument} from '../documents/container-group-document.js';
import {containerLog} from '../documents/container-logs.js';
import type {GroupSpec} from '../fleet/group-spec.js';
import {type Answer, ok} from './answer.js';
import {listPage, pathPattern, type Route} from './route.js';
import type {World} from './world.js';

const provider = '/providers/Microsoft.ContainerInstance';
const groupPath = `/subscriptions/:subscription/resourceGroups/:resourceGroup${provider}/containerGroups/:group`;

/**
ACI's own words for a group that is not there (recorded answers).
*/
const groupNotFound = (name: string, resourceGroup: string): Answer => ({
	status: 404, body: {error: {code: 'ResourceNotFound', message: `The Resource 'Microsoft.ContainerInstance/containerGroups/${name}' under resource group '${resourceGroup}' was not found.`}},
});

const withGroup = (world: World, {subscription, resourceGroup, group}: Readonly<Record<string, string | undefined>>, answer: (group: GroupSpec) => Answer): Answer => {
	const index = world.groupShelf.find(`/subscriptions/${subscription}/resourceGroups/${resourceGroup}${provider}/containerGroups/${group}`.toLowerCase());
	return index === undefined ? groupNotFound(group!, resourceGroup!) : answer(world.containerGroups.at(index));
};

/**
Microsoft.ContainerInstance, api-version 2023-05-01.
*/
export const groupRoutes: readonly Route[] = [
	{
		pattern: pathPattern(`/subscriptions/:subscription${provider}/containerGroups`),
		action: 'Microsoft.ContainerInstance/containerGroups/read',
		answer(world, call, groups) {
			const id = groups.subscription!.toLowerCase();
			const indexes = world.groupShelf.within(subscriptionId => subscriptionId === id);
			return listPage(call, indexes.length, 100, place => containerGroupDocument(world.containerGroups.at(indexes[place]!), world.context));
		},
	},
	{
		pattern: pathPattern(groupPath),
		action: 'Microsoft.ContainerInstance/containerGroups/read',
		answer: (world, call, groups) => withGroup(world, groups, group => ok(containerGroupDocument(group, world.context, call.seconds))),
	},
	{
		pattern: pathPattern(`${groupPath}/containers/:container/logs`),
		action: 'Microsoft.ContainerInstance/containerGroups/containers/logs/read',
		answer: (world, call, groups) => withGroup(world, groups, group => {
			const container = group.containers.find(({name}) => name === groups.container);
			if (!container || group.hasFailed) {
				return groupNotFound(`${group.name}/containers/${groups.container}`, group.resourceGroup);
			}

			const {searchParams} = call.url;
			const tail = Number(searchParams.get('tail') ?? 1000);
			const content = containerLog(container, world.context, call.seconds, tail, searchParams.get('timestamps') === 'true');
			return ok({content});
		}),
	},
];
