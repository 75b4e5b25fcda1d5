import type {RegistryReplica, RegistryWebhook} from '../../model/registry.js';
import {Branch} from './branch.js';
import {readResource} from './resource.js';
import {
	capitalisedStates,
	policyStates,
	provisioningStates,
	replicaStates,
} from './vocabulary.js';

/**
A child resource and the key of the registry that it belongs to.
*/
export type RegistryChild = {readonly registryKey: string} & (
	| {readonly type: 'replication'; readonly child: RegistryReplica}
	| {readonly type: 'webhook'; readonly child: RegistryWebhook}
);

const place = /^(?<registryKey>.+\/providers\/microsoft\.containerregistry\/registries\/[^\/]+)\/(?<type>replications|webhooks)\/[^\/]+$/v;

type Named = {readonly key: string; readonly name: string; readonly region: string};

const readReplica = ({key, region}: Named, properties: Branch): RegistryReplica => {
	const status = properties.child('status');
	return {
		key,
		region,
		endpointEnabled: properties.flag('regionEndpointEnabled'),
		state: status.word('displayStatus', replicaStates),
		message: status.text('message', 300),
		since: status.text('timestamp'),
		provisioningState: properties.word('provisioningState', provisioningStates),
		zoneRedundancy: properties.word('zoneRedundancy', capitalisedStates),
	};
};

const readWebhook = ({key, name}: Named, properties: Branch): RegistryWebhook => ({
	key,
	name,
	status: properties.word('status', policyStates),
	scope: properties.text('scope', 300),
	actions: properties.texts('actions'),
	provisioningState: properties.word('provisioningState', provisioningStates),
});

/**
Maps a replication or webhook of a registry as Resource Manager and Resource Graph send it. Never throws; gives nothing for
what is neither.
Source: Microsoft.ContainerRegistry registries/replications and registries/webhooks 2025-11-01.
*/
export const registryChildOf = (root: Branch): RegistryChild | undefined => {
	const resource = readResource(root);
	const {registryKey, type} = (resource && place.exec(resource.key))?.groups ?? {};
	if (resource === undefined || registryKey === undefined) {
		return undefined;
	}

	const properties = root.required('properties');
	return type === 'webhooks'
		? {registryKey, type: 'webhook', child: readWebhook(resource, properties)}
		: {registryKey, type: 'replication', child: readReplica(resource, properties)};
};

export const readRegistryChild = (document: unknown): RegistryChild | undefined => registryChildOf(Branch.of(document));
