/**
What others need: a registry's private endpoint needs the Premium tier, and closing its public door needs the endpoint;
local accounts go and Azure RBAC comes only where Entra ID signs in.
*/
const first: readonly string[] = ['aks-entra-integration-missing', 'acr-sku-lacks-security-features', 'acr-private-endpoint-missing'];

/**
What replaces nodes, or closes a door that a command before it may still come through.
*/
const last: readonly string[] = [
	'acr-public-network-unrestricted',
	'nodepool-version-skew',
	'nodepool-image-outdated',
	'nodepool-windows-not-patched',
	'aks-kubernetes-version-unsupported',
	'node-runtime-not-containerd',
	'aks-private-cluster-off',
];

/**
Where the command of a check belongs among those of its resource: what is lower runs earlier, equals by severity.
*/
export const stageOf = (checkId: string): number => {
	const early = first.indexOf(checkId);
	return early === -1 ? last.indexOf(checkId) + 1 : early - first.length;
};

/**
A private cluster takes no authorised ranges: the two are one choice, and the smaller change is the one that is made.
*/
const choices: Readonly<Record<string, readonly string[]>> = {
	'aks-private-cluster-off': ['aks-api-server-public-unrestricted', 'aks-api-server-ranges-too-broad', 'aks-public-api-with-local-accounts'],
};

/**
Whether the command of a check would undo, or be refused after, one of others that are mended too.
*/
export const isOtherWay = (checkId: string, others: ReadonlySet<string>): boolean => choices[checkId]?.some(other => others.has(other)) ?? false;
