/**
The words of an enumeration in the casing of its specification, found by that casing and in small letters.
*/
export type Vocabulary = ReadonlyMap<string, string>;

const vocabulary = (...words: readonly string[]): Vocabulary =>
	new Map(words.flatMap(word => [[word, word], [word.toLowerCase(), word]] as const));

/*
Specifications: Microsoft.ContainerService managedClusters 2026-07-01, Microsoft.ContainerRegistry registries 2025-11-01,
Microsoft.ContainerInstance containerGroups 2026-07-01.
Azure answers in any casing; a word that is not here stays as it was sent.
*/
export const provisioningStates = vocabulary(
	'Succeeded', 'Failed', 'Canceled', 'Creating', 'Updating', 'Deleting', 'Upgrading', 'Scaling', 'Starting', 'Stopping', 'Stopped', 'UpgradingNodeImageVersion',
);
export const powerStates = vocabulary('Running', 'Stopped');
export const osTypes = vocabulary('Linux', 'Windows');
export const osSkus = vocabulary(
	'Ubuntu', 'Ubuntu2204', 'Ubuntu2404', 'AzureLinux', 'AzureLinux3', 'AzureLinuxOSGuard', 'AzureLinux3OSGuard', 'CBLMariner', 'Mariner', 'Flatcar', 'Windows2019', 'Windows2022', 'Windows2025', 'WindowsAnnual',
);
export const poolModes = vocabulary('System', 'User', 'Gateway', 'ManagedSystem', 'Machines');
export const poolTypes = vocabulary('VirtualMachineScaleSets', 'AvailabilitySet', 'VirtualMachines');
export const sshAccesses = vocabulary('LocalUser', 'Disabled', 'EntraId');
export const clusterTiers = vocabulary('Free', 'Standard', 'Premium', 'Paid');
export const clusterSkus = vocabulary('Base', 'Automatic', 'Basic');
export const supportPlans = vocabulary('KubernetesOfficial', 'AKSLongTermSupport');
export const networkAccesses = vocabulary('Enabled', 'Disabled', 'SecuredByPerimeter');
export const upgradeChannels = vocabulary('none', 'patch', 'stable', 'rapid', 'node-image');
export const nodeOsUpgradeChannels = vocabulary('None', 'Unmanaged', 'SecurityPatch', 'NodeImage');
export const networkPlugins = vocabulary('azure', 'kubenet', 'none');
export const networkPolicies = vocabulary('azure', 'calico', 'cilium', 'none');
export const networkDataplanes = vocabulary('azure', 'cilium');
export const outboundTypes = vocabulary('loadBalancer', 'userDefinedRouting', 'managedNATGateway', 'userAssignedNATGateway', 'none', 'block');
export const identityTypes = vocabulary('SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned', 'None');
export const registrySkus = vocabulary('Classic', 'Basic', 'Standard', 'Premium');
export const networkActions = vocabulary('Allow', 'Deny');
export const bypasses = vocabulary('AzureServices', 'None');
export const nginxControllerTypes = vocabulary('AnnotationControlled', 'External', 'Internal', 'None');
export const osDiskTypes = vocabulary('Managed', 'Ephemeral');
export const capitalisedStates = vocabulary('Enabled', 'Disabled');
export const policyStates = vocabulary('enabled', 'disabled');
export const connectionStates = vocabulary('Approved', 'Pending', 'Rejected', 'Disconnected');
export const replicaStates = vocabulary('Ready', 'Syncing', 'Failed');
export const credentialHealths = vocabulary('Healthy', 'Unhealthy');
export const roleAssignmentModes = vocabulary('LegacyRegistryPermissions', 'AbacRepositoryPermissions');
export const planTiers = vocabulary('Free', 'Standard');
export const groupRestartPolicies = vocabulary('Always', 'OnFailure', 'Never');
export const containerGroupSkus = vocabulary('NotSpecified', 'Standard', 'Confidential', 'Dedicated');
export const groupPriorities = vocabulary('Regular', 'Spot');
export const ipAddressTypes = vocabulary('Public', 'Private');
/*
Microsoft.HybridCompute machines 2025-01-13; recorded answers have `osType` in small letters.
*/
export const arcStates = vocabulary('Connected', 'Disconnected', 'Error', 'Expired');
export const systemFamilies = vocabulary('windows', 'linux');
