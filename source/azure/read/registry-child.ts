import type {RegistryReplica, RegistryWebhook} from '../../model/registry.js';
import {Branch} from './branch.js';
import {readResource} from './resource.js';
import {policyStates} from './vocabulary.js';

/**
A child resource and the key of the registry that it belongs to.
*/
export type RegistryChild = {readonly registryKey: string} & (
	| {readonly type: 'replication'; readonly child: RegistryReplica}
	| {readonly type: 'webhook'; readonly child: RegistryWebhook}
);

const place = /^(?<registryKey>.+\/providers\/microsoft\.containerregistry\/registries\/[^\/]+)\/(?<type>replications|webhooks)\/[^\/]+$/v;

/**
Maps a replication or webhook of a registry as Resource Manager and Resource Graph send it. Never throws; gives nothing for
what is neither.
Source: Microsoft.ContainerRegistry registries/replications and registries/webhooks 2025-11-01.
*/
export const readRegistryChild = (document: unknown): RegistryChild | undefined => {
	const root = Branch.of(document);
	const resource = readResource(root);
	const {registryKey, type} = (resource && place.exec(resource.key))?.groups ?? {};
	if (resource === undefined || registryKey === undefined) {
		return undefined;
	}

	const {key, name, region} = resource;
	const properties = root.required('properties');
	return type === 'webhooks'
		? {registryKey, type: 'webhook', child: {key, name, status: properties.word('status', policyStates)}}
		: {registryKey, type: 'replication', child: {key, region, endpointEnabled: properties.flag('regionEndpointEnabled')}};
};
