import {clusterDocument} from '../documents/cluster-document.js';
import {clusterId} from '../documents/ids.js';
import {poolDocument} from '../documents/pool-document.js';
import type {ClusterSpec, PoolSpec} from '../fleet/cluster-spec.js';
import {kubernetesVersionsBody, upgradesFrom} from '../fleet/kubernetes-versions.js';
import {imageFamilies, latestImage} from '../fleet/node-images.js';
import type {World} from './world.js';
import {listPage, pathPattern, type Route} from './route.js';
import {ok, resourceNotFound, type Answer} from './answer.js';

const provider = '/providers/Microsoft.ContainerService';
/**
Path of one cluster.
*/
export const clusterPath = `/subscriptions/:subscription/resourceGroups/:group${provider}/managedClusters/:cluster`;

type Groups = Readonly<Record<string, string | undefined>>;

/**
Answers for the cluster that a path names, by its place in the fleet too; 404 where it is not there.
*/
export const withCluster = (world: World, groups: Groups, answer: (cluster: ClusterSpec, index: number) => Answer): Answer => {
	const {subscription, group, cluster} = groups;
	const key = `/subscriptions/${subscription}/resourcegroups/${group}${provider}/managedClusters/${cluster}`.toLowerCase();
	const index = world.clusterShelf.find(key);
	return index === undefined ? resourceNotFound(`Microsoft.ContainerService/managedClusters/${cluster}`, group!) : answer(world.stage.clusters.at(index), index);
};

/**
AKS's own words are flat, without `error` (recorded answers).
*/
const poolNotFound: Answer = {
	status: 404,
	body: {
		code: 'NotFound', details: null, message: 'The entity was not found.', subcode: 'GetAgentPool_NotFound',
	},
};

const withPool = (world: World, groups: Groups, answer: (cluster: ClusterSpec, pool: PoolSpec) => Answer): Answer => withCluster(world, groups, cluster => {
	const pool = cluster.pools?.find(({name}) => name.toLowerCase() === groups.pool!.toLowerCase());
	return pool ? answer(cluster, pool) : poolNotFound;
});

const upgradeProfile = (world: World, cluster: ClusterSpec, pool: PoolSpec): unknown => {
	const version = pool.version ?? cluster.version;
	const upgrades = upgradesFrom(version);
	return {
		id: `${clusterId(cluster)}/agentPools/${pool.name}/upgradeProfiles/default`,
		name: 'default',
		type: 'Microsoft.ContainerService/managedClusters/agentPools/upgradeProfiles',
		properties: {
			kubernetesVersion: version,
			osType: imageFamilies[pool.image].osType,
			latestNodeImageVersion: latestImage(pool.image, world.context.base, cluster.region),
			// Absent, not empty, where there is none.
			...(upgrades.length > 0 && {upgrades: upgrades.map(kubernetesVersion => ({kubernetesVersion}))}),
		},
	};
};

/**
Microsoft.ContainerService, api-version 2026-07-01.
*/
export const clusterRoutes: readonly Route[] = [
	{
		pattern: pathPattern(`/subscriptions/:subscription${provider}/managedClusters`),
		action: 'Microsoft.ContainerService/managedClusters/read',
		answer(world, call, groups) {
			const id = groups.subscription!.toLowerCase();
			const indexes = world.clusterShelf.within(subscriptionId => subscriptionId === id);
			return listPage(call, indexes.length, 50, place => clusterDocument(world.stage.clusters.at(indexes[place]!), world.context));
		},
	},
	{
		pattern: pathPattern(clusterPath),
		action: 'Microsoft.ContainerService/managedClusters/read',
		answer: (world, _call, groups) => withCluster(world, groups, cluster => ok(clusterDocument(cluster, world.context))),
	},
	{
		pattern: pathPattern(`${clusterPath}/agentPools`),
		action: 'Microsoft.ContainerService/managedClusters/agentPools/read',
		answer: (world, call, groups) => withCluster(world, groups, cluster => {
			const pools = cluster.pools ?? [];
			return listPage(call, pools.length, 50, index => poolDocument(cluster, pools[index]!, world.context));
		}),
	},
	{
		pattern: pathPattern(`${clusterPath}/agentPools/:pool`),
		action: 'Microsoft.ContainerService/managedClusters/agentPools/read',
		answer: (world, _call, groups) => withPool(world, groups, (cluster, pool) => ok(poolDocument(cluster, pool, world.context))),
	},
	{
		pattern: pathPattern(`${clusterPath}/agentPools/:pool/upgradeProfiles/default`),
		action: 'Microsoft.ContainerService/managedClusters/agentPools/upgradeProfiles/read',
		answer: (world, _call, groups) => withPool(world, groups, (cluster, pool) => ok(upgradeProfile(world, cluster, pool))),
	},
	{
		pattern: pathPattern(`/subscriptions/:subscription${provider}/locations/:location/kubernetesVersions`),
		action: 'Microsoft.ContainerService/locations/kubernetesversions/read',
		answer: (_world, _call, groups) => ok(kubernetesVersionsBody(groups.location!.toLowerCase())),
	},
];
