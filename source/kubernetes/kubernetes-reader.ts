/**
The lists that a look inside a cluster reads, in the order in which they matter.
*/
export const kubernetesLists = [
	'nodes',
	'services',
	'ingresses',
	'gateways',
	'httpRoutes',
	'networkPolicies',
	'daemonSets',
	'storageClasses',
	'clusterRoleBindings',
	'pods',
] as const;

export type KubernetesList = (typeof kubernetesLists)[number];

/**
One object by its name.
*/
export type KubernetesObject =
	| {readonly kind: 'node'; readonly name: string}
	| {readonly kind: 'service'; readonly namespace: string; readonly name: string};

/**
One page of a list.
*/
export type KubernetesPage = {
	/**
	As the cluster sent them, untouched; items of a list carry no `kind` and no `apiVersion`.
	*/
	readonly documents: readonly unknown[];
	/**
	True on the first page of each run: a list that expired on the way (410) begins anew, and what came before is to be forgotten.
	*/
	readonly isFirst: boolean;
};

/**
Reads one cluster, whichever way it was reached.
*/
export type KubernetesReader = {
	/**
	When everything that it gives was read, in milliseconds since 1970; absent: it is read as it is asked for.
	*/
	readonly readAt?: number | undefined;
	/**
	The document of `/version`. Rejects with `SourceError`.
	*/
	readonly version: (signal: AbortSignal) => Promise<unknown>;
	/**
	Page after page, the event loop given back in between. A list whose API the cluster does not have yields nothing; one
	that is empty yields an empty page. Rejects with `SourceError`, or with the signal's reason once it is aborted; what
	came before is then a part only.
	*/
	readonly list: (list: KubernetesList, signal: AbortSignal) => AsyncGenerator<KubernetesPage>;
	/**
	The document of one object, as the cluster sends it. Rejects as `version` does; `not-found` where it is not there any more.
	*/
	readonly get: (object: KubernetesObject, signal: AbortSignal) => Promise<unknown>;
};
