import type {Cluster} from '../../model/cluster.js';
import type {ContainerGroup} from '../../model/container-group.js';
import {isUnknown, type Fact} from '../../model/known.js';
import type {Exposure as ServiceExposure, Reachability} from '../../model/exposure.js';
import type {NodePool} from '../../model/node-pool.js';
import type {Registry} from '../../model/registry.js';
import type {Resource} from '../../model/resource.js';
import type {Evidence} from '../check.js';
import {groupNetwork, type GroupNetwork} from '../groups/group-network.js';
import {isTooBroad, parseIpRange} from '../ip-range.js';
import {seen} from '../outcome.js';

/**
Who can reach a resource over the network: `open` the whole internet, `limited` only named addresses, `closed` nobody from
outside, `unknown` cannot be told and ranks as open, `none` has no address of its own.
*/
export type Exposure = {
	readonly state: 'open' | 'limited' | 'closed' | 'unknown' | 'none';
	/**
	The property that decides it.
	*/
	readonly because: Evidence | undefined;
};

const none: Exposure = {state: 'none', because: undefined};

const clusterPaths = {
	private: 'properties.apiServerAccessProfile.enablePrivateCluster',
	public: 'properties.publicNetworkAccess',
	ranges: 'properties.apiServerAccessProfile.authorizedIPRanges',
} as const;

const unknownAt = (path: string, fact: Fact<unknown>): Exposure | undefined =>
	isUnknown(fact) ? {state: 'unknown', because: {path, value: `unknown: ${fact.reason}`}} : undefined;

const ofCluster = ({privateCluster, publicNetworkAccess, authorizedIpRanges: ranges}: Cluster): Exposure => {
	if (privateCluster === true) {
		return {state: 'closed', because: seen(clusterPaths.private, true)};
	}

	if (publicNetworkAccess === 'Disabled') {
		return {state: 'closed', because: seen(clusterPaths.public, 'Disabled')};
	}

	if (isUnknown(ranges)) {
		return unknownAt(clusterPaths.ranges, ranges)!;
	}

	if (ranges !== undefined && ranges.length > 0) {
		const broad = ranges.find(entry => isTooBroad(parseIpRange(entry)));
		if (broad === undefined) {
			return {state: 'limited', because: seen(clusterPaths.ranges, ranges)};
		}
	}

	return unknownAt(clusterPaths.private, privateCluster)
		?? unknownAt(clusterPaths.public, publicNetworkAccess)
		?? {state: 'open', because: seen(clusterPaths.ranges, ranges)};
};

const ofPool = ({publicIpPerNode}: NodePool): Exposure =>
	unknownAt('enableNodePublicIP', publicIpPerNode)
	?? {state: publicIpPerNode === true ? 'open' : 'closed', because: seen('enableNodePublicIP', publicIpPerNode as boolean | undefined)};

const registryPaths = {
	public: 'properties.publicNetworkAccess',
	action: 'properties.networkRuleSet.defaultAction',
	rules: 'properties.networkRuleSet.ipRules',
} as const;

const ofRegistry = ({publicNetworkAccess, defaultAction, ipRules}: Registry): Exposure => {
	if (publicNetworkAccess === 'Disabled') {
		return {state: 'closed', because: seen(registryPaths.public, 'Disabled')};
	}

	const unread = unknownAt(registryPaths.public, publicNetworkAccess) ?? unknownAt(registryPaths.action, defaultAction);
	if (unread) {
		return unread;
	}

	// Basic and Standard have no rules: Azure then leaves the member out, and everybody gets in.
	if (defaultAction !== 'Deny') {
		return {state: 'open', because: seen(registryPaths.action, defaultAction as string | undefined)};
	}

	if (isUnknown(ipRules)) {
		return unknownAt(registryPaths.rules, ipRules)!;
	}

	return (ipRules ?? []).length === 0
		? {state: 'closed', because: seen(registryPaths.action, 'Deny')}
		: {state: 'limited', because: seen(registryPaths.rules, ipRules)};
};

/**
Other kinds (a key vault) have the one member, if any.
*/
const ofOther = (resource: Resource): Exposure => {
	const {publicNetworkAccess} = resource as {readonly publicNetworkAccess?: Fact<string | undefined>};
	if (!('publicNetworkAccess' in resource)) {
		return none;
	}

	const path = registryPaths.public;
	return unknownAt(path, publicNetworkAccess)
		?? {state: publicNetworkAccess === 'Disabled' ? 'closed' : 'open', because: seen(path, publicNetworkAccess as string | undefined)};
};

const groupExposures: Readonly<Record<GroupNetwork, readonly [state: Exposure['state'], type: string | undefined]>> = {public: ['open', 'Public'], private: ['closed', 'Private'], none: ['closed', undefined]};

const ofGroup = (group: ContainerGroup): Exposure => {
	const network = groupNetwork(group);
	const path = 'properties.ipAddress.type';
	if (isUnknown(network)) {
		return unknownAt(path, network)!;
	}

	const [state, type] = groupExposures[network];
	return {state, because: seen(path, type)};
};

const serviceStates: Readonly<Record<Reachability, Exposure['state']>> = {
	internet: 'open', ranges: 'limited', unknown: 'unknown', network: 'closed', cluster: 'closed', nobody: 'closed', alias: 'none',
};

const ofService = (reached: ServiceExposure | undefined): Exposure => (reached
	? {state: serviceStates[reached.who], because: reached.because[0]}
	: {state: 'unknown', because: undefined});

/**
Tells who can reach a resource, with the property that decides it. Never throws.

@param reached of a Service: what was worked out from it and what surrounds it

Sources: managedClusters 2026-07-01 `apiServerAccessProfile`, agentPools `enableNodePublicIP`, registries 2025-11-01 `networkRuleSet`.
*/
export const exposureOf = (resource: Resource, reached?: ServiceExposure): Exposure => {
	switch (resource.kind) {
		case 'cluster': {
			return ofCluster(resource as Cluster);
		}

		case 'nodePool': {
			return ofPool(resource as NodePool);
		}

		case 'registry': {
			return ofRegistry(resource as Registry);
		}

		case 'containerGroup': {
			return ofGroup(resource as ContainerGroup);
		}

		case 'service': {
			return ofService(reached);
		}

		default: {
			return ofOther(resource);
		}
	}
};
