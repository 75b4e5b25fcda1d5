import type {RegistrySpec} from '../fleet/registry-spec.js';
import {guidOf} from '../random.js';
import {
	days,
	isoTime,
	type DocumentContext,
	type Json,
} from './context.js';
import {registryId} from './ids.js';

const child = (registry: RegistrySpec, type: string, name: string, properties: Json): Json => ({
	type: `Microsoft.ContainerRegistry/registries/${type}`, id: `${registryId(registry)}/${type}/${name}`, name, properties: {...properties, provisioningState: 'Succeeded'},
});

const createdAt = ({ageDays}: RegistrySpec, {base}: DocumentContext): string => isoTime(base - days(Math.min(ageDays, 200)));

/**
Which images of Docker Hub and of Microsoft a registry keeps copies of.
*/
export const cacheRuleDocuments = (registry: RegistrySpec, context: DocumentContext): readonly Json[] => {
	const creationDate = createdAt(registry, context);
	return registry.cachesPublic
		? [
			child(registry, 'cacheRules', 'docker-hub', {
				credentialSetResourceId: `${registryId(registry)}/credentialSets/docker-hub`, sourceRepository: 'docker.io/library/*', targetRepository: 'hub/*', creationDate,
			}),
			child(registry, 'cacheRules', 'mcr-dotnet', {sourceRepository: 'mcr.microsoft.com/dotnet/aspnet', targetRepository: 'dotnet/aspnet', creationDate}),
		]
		: [];
};

/**
The name and password for Docker Hub lie in a vault whose secret has been renamed.
*/
export const credentialSetDocuments = (registry: RegistrySpec, context: DocumentContext): readonly Json[] => (registry.cachesPublic
	? [{
		identity: {type: 'SystemAssigned', principalId: guidOf(context.seed, `cache of ${registry.name}`), tenantId: context.tenantId},
		...child(registry, 'credentialSets', 'docker-hub', {
			loginServer: 'docker.io',
			authCredentials: [{
				name: 'Credential1',
				usernameSecretIdentifier: `https://kv-${registry.team}-cache.vault.azure.net/secrets/hub-user`,
				passwordSecretIdentifier: `https://kv-${registry.team}-cache.vault.azure.net/secrets/hub-password`,
				credentialHealth: {status: 'Unhealthy', errorCode: 'SecretNotFound', errorMessage: 'A secret with (name/id) hub-password was not found in this key vault.'},
			}],
			creationDate: createdAt(registry, context),
		}),
	}]
	: []);

/**
A copy of the registry in a shop that has lost its line.
*/
export const connectedRegistryDocuments = (registry: RegistrySpec, context: DocumentContext): readonly Json[] => (registry.connected === undefined
	? []
	: [child(registry, 'connectedRegistries', registry.connected, {
		mode: 'ReadOnly',
		connectionState: 'Offline',
		activation: {status: 'Active'},
		lastActivityTime: isoTime(context.base - days(6)),
		parent: {syncProperties: {tokenId: `${registryId(registry)}/tokens/edge-06`, schedule: '0 0/10 * * *', messageTtl: 'P2D'}},
		loginServer: {tls: {certificate: {}}},
		logging: {logLevel: 'Information', auditLogStatus: 'Disabled'},
	})]);
