import type {ClusterSpec} from '../fleet/cluster-spec.js';
import type {RegistrySpec} from '../fleet/registry-spec.js';
import {guidOf, hash, hexOf} from '../random.js';
import {grantDocument, roleIds} from './rights-documents.js';
import {
	days,
	isoTime,
	type DocumentContext,
	type Json,
} from './context.js';

/**
What lies in a subscription and belongs to a team.
*/
export type Placed = Pick<ClusterSpec, 'resourceGroup' | 'subscription' | 'team' | 'region'>;

const tagsOf = ({team, subscription}: Placed): Json => ({owner: team, environment: subscription.environment});

/**
The id of what encrypts the disks of a cluster: clusters of one team in one group share it.
*/
export const diskEncryptionSetId = ({subscription, resourceGroup, team, environment}: Placed & Pick<ClusterSpec, 'environment'>): string =>
	`/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/diskEncryptionSets/des-${team}-${environment}`;

const vaultUri = (name: string): string => `https://${name}.vault.azure.net/`;

/**
The vault with the keys of a team's disks in one subscription.
*/
export const diskVaultName = ({team, subscription}: Placed, seed: number): string => `kv-${team}-${subscription.environment}-${hexOf(seed, `vault ${subscription.id} ${team}`, 4)}`;

/**
One set in twelve cannot reach its key any more, one in five does not follow new versions
(Microsoft.Compute/diskEncryptionSets 2025-01-02).
*/
export const diskEncryptionSetDocument = (cluster: ClusterSpec, id: string, {seed, base}: DocumentContext): Json => {
	const dice = hash(seed, `set ${id}`);
	const hasFailed = dice % 12 === 5;
	return {
		id,
		name: id.slice(id.lastIndexOf('/') + 1),
		type: 'Microsoft.Compute/diskEncryptionSets',
		location: cluster.region,
		tags: tagsOf(cluster),
		identity: {type: 'SystemAssigned', principalId: guidOf(seed, `set principal ${id}`), tenantId: guidOf(seed, 'tenant')},
		properties: {
			activeKey: {keyUrl: `${vaultUri(diskVaultName(cluster, seed))}keys/disks/${hexOf(seed, `disk key ${id}`, 32)}`},
			encryptionType: 'EncryptionAtRestWithCustomerKey',
			rotationToLatestKeyVersionEnabled: !hasFailed && dice % 5 !== 1,
			lastKeyRotationTimestamp: isoTime(base - days(20 + (dice % 300))),
			provisioningState: 'Succeeded',
			...(hasFailed && {autoKeyRotationError: {code: 'KeyVaultAccessForbidden', message: 'The identity of the set has no access to the key.'}}),
		},
	};
};

/**
A vault (Microsoft.KeyVault/vaults 2024-11-01). The platform team's template has purge protection; older vaults have not.
*/
export const vaultDocument = (placed: Placed, name: string, {seed, tenantId}: DocumentContext): Json => ({
	id: `/subscriptions/${placed.subscription.id}/resourceGroups/rg-${placed.team}-keys/providers/Microsoft.KeyVault/vaults/${name}`,
	name,
	type: 'Microsoft.KeyVault/vaults',
	location: placed.region,
	tags: tagsOf(placed),
	properties: {
		sku: {family: 'A', name: 'premium'},
		tenantId,
		accessPolicies: [],
		enabledForDeployment: false,
		enableSoftDelete: true,
		softDeleteRetentionInDays: 90,
		enableRbacAuthorization: true,
		...(hash(seed, `purge ${name}`) % 4 !== 0 && placed.team !== 'shop' && {enablePurgeProtection: true}),
		vaultUri: vaultUri(name),
		provisioningState: 'Succeeded',
		publicNetworkAccess: 'Disabled',
	},
});

/**
The vault that a registry's own key lies in, as its document names it.
*/
export const registryVaultName = ({team}: Pick<RegistrySpec, 'team'>): string => `kv-${team}-registry`;

/**
A role of a cluster's kubelet identity at a registry or above.
*/
export const roleAssignmentDocument = ({name}: ClusterSpec, scope: string, role: keyof typeof roleIds, context: DocumentContext): Json => grantDocument(`assignment ${name} ${scope} ${role}`, {
	principalId: kubeletId(name, context.seed), principalType: 'ServicePrincipal', role: roleIds[role], scope,
}, context);

/**
The object id of the identity that the nodes of a cluster pull with.
*/
export const kubeletId = (clusterName: string, seed: number): string => guidOf(seed, `kubelet object ${clusterName}`);
