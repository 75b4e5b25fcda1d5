/**
How a resource is called where resources of several kinds stand together: a pool with its cluster, since pool names repeat.
*/
export const longName = (resource: {readonly name: string}): string =>
	'clusterName' in resource ? `${String(resource.clusterName)}/${resource.name}` : resource.name;
