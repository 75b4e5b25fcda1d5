type Placed = {readonly name: string; readonly resourceGroup: string; readonly subscription: {readonly id: string}};

/**
As the AKS provider sends it: `resourcegroups` in small letters (recorded answers).
*/
export const clusterId = ({name, resourceGroup, subscription}: Placed): string =>
	`/subscriptions/${subscription.id}/resourcegroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`;

export const registryId = ({name, resourceGroup, subscription}: Placed): string =>
	`/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerRegistry/registries/${name}`;

export const containerGroupId = ({name, resourceGroup, subscription}: Placed): string =>
	`/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerInstance/containerGroups/${name}`;

/**
The identity that a team's container groups share, as ACI sends it: `resourcegroups` in small letters (recorded answers).
*/
export const groupIdentityId = ({resourceGroup, subscription, team}: Omit<Placed, 'name'> & {readonly team: string}): string =>
	`/subscriptions/${subscription.id}/resourcegroups/${resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-${team}-jobs`;
