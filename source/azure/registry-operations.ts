/**
One request that crowsnest may send to a registry itself, beside Resource Manager.
*/
export type RegistryOperation = {
	readonly id: string;
	readonly method: 'GET' | 'POST';
	/**
	`:repository` stands for the name of a repository, `:digest` for a digest.
	*/
	readonly path: string;
	readonly reason: string;
	/**
	What an identity needs for it.
	*/
	readonly right: string;
	/**
	A part of signing in: the answer is a token, which nobody keeps.
	*/
	readonly isSignIn?: true;
};

const pull = 'Microsoft.ContainerRegistry/registries/pull/read (AcrPull), under ABAC registries/repositories/metadata/read (Container Registry Repository Reader)';

/**
The one list of every operation on a registry's own API that crowsnest may call; its transport refuses any other. None of
them reads a layer or a configuration, which may hold secrets.
Source: Azure Container Registry data plane 2021-07-01; OCI distribution-spec 1.1, referrers.
*/
export const registryOperations: readonly RegistryOperation[] = [
	{
		id: 'registry.exchange', method: 'POST', path: '/oauth2/exchange', reason: 'a token of the registry for the one of Entra', right: 'none beyond signing in', isSignIn: true,
	},
	{
		id: 'registry.token', method: 'POST', path: '/oauth2/token', reason: 'a token for reading one repository, or the list of them', right: 'none beyond signing in', isSignIn: true,
	},
	{
		id: 'registry.repositories', method: 'GET', path: '/acr/v1/_catalog', reason: 'which repositories the registry holds', right: 'Microsoft.ContainerRegistry/registries/pull/read (AcrPull), under ABAC registries/catalog/read (Container Registry Repository Catalog Lister)',
	},
	{
		id: 'registry.manifests', method: 'GET', path: '/acr/v1/:repository/_manifests', reason: 'its images: digest, tags, size, when they were pushed', right: pull,
	},
	{
		id: 'registry.referrers', method: 'GET', path: '/v2/:repository/referrers/:digest', reason: 'whether the newest images are signed', right: pull,
	},
];
