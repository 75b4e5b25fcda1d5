import {company} from '../fleet/estate.js';
import type {RegistrySpec} from '../fleet/registry-spec.js';
import {guidOf, hexOf} from '../random.js';
import {registryId} from './ids.js';
import {scopeMapDocuments} from './registry-tokens.js';
import {registryVaultName} from './key-documents.js';
import {
	days,
	isoTime,
	type DocumentContext,
	type Json,
} from './context.js';

const status = (isEnabled: boolean | undefined): {status: string} => ({status: isEnabled ? 'enabled' : 'disabled'});

const encryption = (registry: RegistrySpec, context: DocumentContext): Json => {
	if (registry.customerKey === undefined) {
		return {status: 'disabled'};
	}

	const key = `https://${registryVaultName(registry)}.vault.azure.net/keys/acr`;
	const version = hexOf(context.seed, `key ${registry.name} ${registry.keyAgeDays}`, 32);
	const isRotating = registry.customerKey === 'rotating';
	return {
		status: 'enabled',
		keyVaultProperties: {
			keyIdentifier: isRotating ? key : `${key}/${version}`,
			versionedKeyIdentifier: `${key}/${version}`,
			identity: guidOf(context.seed, `key client ${registry.name}`),
			keyRotationEnabled: isRotating,
			lastKeyRotationTimestamp: isoTime(context.base - days(registry.keyAgeDays ?? 0)),
		},
	};
};

const privateEndpoint = (registry: RegistrySpec, state: string, index: number, context: DocumentContext): Json => {
	const name = `${registry.name}.${hexOf(context.seed, `connection ${registry.name} ${index}`, 32)}`;
	return {
		type: 'Microsoft.ContainerRegistry/registries/privateEndpointConnections',
		id: `${registryId(registry)}/privateEndpointConnections/${name}`,
		name,
		properties: {
			privateEndpoint: {
				id: `/subscriptions/${registry.subscription.id}/resourceGroups/rg-network/providers/Microsoft.Network/privateEndpoints/pe-${registry.name}-${index + 1}`,
			},
			privateLinkServiceConnectionState: {
				status: state,
				description: state === 'Approved' ? 'Auto-Approved' : 'Requested by the network team',
				actionsRequired: 'None',
			},
			provisioningState: 'Succeeded',
		},
	};
};

/**
A registry as `registries.get` sends it (Microsoft.ContainerRegistry 2025-11-01): Basic has no `networkRuleSet`.
*/
export const registryDocument = (registry: RegistrySpec, context: DocumentContext): Json => {
	const created = isoTime(context.base - days(registry.ageDays));
	const author = `platform-pipeline@${company.domain}`;
	return {
		sku: {name: registry.sku, tier: registry.sku},
		type: 'Microsoft.ContainerRegistry/registries',
		...(registry.customerKey !== undefined && {
			identity: {
				type: 'userAssigned',
				userAssignedIdentities: {
					[`/subscriptions/${registry.subscription.id}/resourcegroups/${registry.resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-${registry.name}`]: {
						principalId: guidOf(context.seed, `key principal ${registry.name}`),
						clientId: guidOf(context.seed, `key client ${registry.name}`),
					},
				},
			},
		}),
		id: registryId(registry),
		name: registry.name,
		location: registry.region,
		tags: {owner: registry.team, environment: registry.environmentTag ?? registry.subscription.environment},
		systemData: {
			createdBy: author,
			createdByType: 'User',
			createdAt: created.replace('Z', '+00:00'),
			lastModifiedBy: author,
			lastModifiedByType: 'User',
			lastModifiedAt: created.replace('Z', '+00:00'),
		},
		properties: {
			loginServer: `${registry.name}.azurecr.io`,
			creationDate: created,
			provisioningState: 'Succeeded',
			adminUserEnabled: registry.adminUser ?? false,
			...(registry.sku !== 'Basic' && {
				networkRuleSet: {
					defaultAction: registry.defaultAction ?? 'Allow',
					ipRules: (registry.ipRules ?? []).map(value => ({action: 'Allow', value})),
				},
			}),
			policies: {
				quarantinePolicy: status(registry.quarantine),
				trustPolicy: {type: 'Notary', ...status(registry.contentTrust)},
				retentionPolicy: {days: registry.retentionDays ?? 7, lastUpdatedTime: created.replace('Z', '+00:00'), ...status(registry.retentionDays !== undefined)},
				exportPolicy: status(!registry.exportDisabled),
				azureADAuthenticationAsArmPolicy: status(!registry.armAudienceDisabled),
			},
			encryption: encryption(registry, context),
			dataEndpointEnabled: registry.dataEndpoint ?? false,
			dataEndpointHostNames: registry.dataEndpoint ? [`${registry.name}.${registry.region}.data.azurecr.io`] : [],
			privateEndpointConnections: (registry.privateEndpoints ?? []).map((state, index) => privateEndpoint(registry, state, index, context)),
			publicNetworkAccess: registry.publicNetwork === false ? 'Disabled' : 'Enabled',
			networkRuleBypassOptions: registry.trustedServices === false ? 'None' : 'AzureServices',
			zoneRedundancy: registry.zoneRedundant ? 'Enabled' : 'Disabled',
			anonymousPullEnabled: registry.anonymousPull ?? false,
			roleAssignmentMode: registry.abac ? 'AbacRepositoryPermissions' : 'LegacyRegistryPermissions',
		},
	};
};

const gibibyte = 1_073_741_824;
const allowances = {
	Basic: {gib: 10, webhooks: 2, tokens: 100},
	Standard: {gib: 100, webhooks: 10, tokens: 500},
	Premium: {gib: 500, webhooks: 500, tokens: 50_000},
} as const;

/**
The body of `registries/{name}/listUsages`; a limit of -1 is 'without limit'.
*/
export const usagesBody = (registry: RegistrySpec, context: DocumentContext): Json => {
	const allowance = allowances[registry.sku];
	const isPremium = registry.sku === 'Premium';
	const count = (name: string, limit: number, currentValue: number): Json => ({
		name, limit, currentValue, unit: 'Count',
	});
	return {
		value: [
			{
				name: 'Size', limit: allowance.gib * gibibyte, currentValue: registry.usedGib * gibibyte, unit: 'Bytes',
			},
			count('Webhooks', allowance.webhooks, registry.webhooks),
			count('Geo-replications', isPremium ? -1 : 0, registry.replicas?.length ?? 0),
			count('IPRules', isPremium ? 200 : 0, registry.ipRules?.length ?? 0),
			count('PrivateEndpointConnections', isPremium ? 200 : 0, registry.privateEndpoints?.length ?? 0),
			count('ScopeMaps', allowance.tokens, scopeMapDocuments(registry, context).length),
			count('Tokens', allowance.tokens, registry.tokens),
		],
	};
};
