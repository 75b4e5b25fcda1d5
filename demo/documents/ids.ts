type Placed = {readonly name: string; readonly resourceGroup: string; readonly subscription: {readonly id: string}};

/**
As the AKS provider sends it: `resourcegroups` in small letters (recorded answers).
*/
export const clusterId = ({name, resourceGroup, subscription}: Placed): string =>
	`/subscriptions/${subscription.id}/resourcegroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`;

export const registryId = ({name, resourceGroup, subscription}: Placed): string =>
	`/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerRegistry/registries/${name}`;
