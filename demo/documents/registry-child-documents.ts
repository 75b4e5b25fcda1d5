import type {RegistrySpec} from '../fleet/registry-spec.js';
import {hash} from '../random.js';
import {registryId} from './ids.js';
import {
	days,
	isoTime,
	type DocumentContext,
	type Json,
} from './context.js';

const child = (registry: RegistrySpec, type: 'replications' | 'webhooks', name: string, location: string, properties: Json): Json => ({
	type: `Microsoft.ContainerRegistry/registries/${type}`,
	id: `${registryId(registry)}/${type}/${name}`,
	name,
	location,
	tags: {},
	properties: {provisioningState: 'Succeeded', ...properties},
});

/**
Replications as Microsoft.ContainerRegistry 2025-11-01 sends them: the home region is one of them once there is another.
*/
const replications = (registry: RegistrySpec, context: DocumentContext): readonly Json[] => {
	const others = registry.replicas ?? [];
	return (others.length === 0 ? [] : [registry.region, ...others]).map(region => child(registry, 'replications', region, region, {
		...(region === registry.fillingReplica
			? {status: {displayStatus: 'Syncing', message: 'Data of the registry is still being copied to this region.', timestamp: isoTime(context.base - days(2))}, provisioningState: 'Updating'}
			: {status: {displayStatus: 'Ready', timestamp: isoTime(context.base - days(registry.ageDays - 1))}}),
		regionEndpointEnabled: region !== registry.silentReplica,
		zoneRedundancy: registry.zoneRedundant ? 'Enabled' : 'Disabled',
	}));
};

const receivers = ['deploy', 'scan', 'chat', 'mirror', 'audit'] as const;

/**
Webhooks as they may be read: without the address that they post to.
*/
const webhooks = (registry: RegistrySpec, context: DocumentContext): readonly Json[] => Array.from({length: registry.webhooks}, (_, index) => {
	const receiver = receivers[index % receivers.length]!;
	const isAll = hash(context.seed, `webhook ${registry.name} ${index}`) % 3 === 0;
	return child(registry, 'webhooks', `${receiver}${String(index + 1).padStart(2, '0')}`, registry.region, {
		...(registry.brokenWebhook && index === 0 && {provisioningState: 'Failed'}),
		status: registry.webhooksOff ? 'disabled' : 'enabled',
		scope: isAll ? '' : `${registry.team}/*`,
		actions: receiver === 'audit' ? ['push', 'delete'] : ['push'],
	});
});

/**
What lies below a registry and has a document of its own, in order of ids.
*/
export const registryChildDocuments = (registry: RegistrySpec, context: DocumentContext): readonly Json[] =>
	[...replications(registry, context), ...webhooks(registry, context)].toSorted((one, other) => (String(one.id).toLowerCase() < String(other.id).toLowerCase() ? -1 : 1));
