/**
How a resource is called where resources of several kinds stand together: a pool, node or Service
with its cluster, since their names repeat.
*/
export const longName = (resource: {readonly name: string}): string => {
	const name = 'namespace' in resource ? `${String(resource.namespace)}/${resource.name}` : resource.name;
	return 'clusterName' in resource ? `${String(resource.clusterName)}/${name}` : name;
};
