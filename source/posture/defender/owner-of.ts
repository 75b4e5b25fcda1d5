const providers = ['/providers/microsoft.containerservice/managedclusters/', '/providers/microsoft.containerregistry/registries/'] as const;

/**
Key of the cluster or registry that a resource id (in small letters) is or lies in: images, containers and pools lie below theirs.
Nothing for other resources.
*/
export const ownerOf = (key: string): string | undefined => {
	for (const provider of providers) {
		const at = key.indexOf(provider);
		if (at === -1) {
			continue;
		}

		const start = at + provider.length;
		const end = key.indexOf('/', start);
		const stop = end === -1 ? key.length : end;
		return stop === start ? undefined : key.slice(0, stop);
	}

	return undefined;
};
