import type {KubernetesList, KubernetesObject} from './kubernetes-reader.js';

/**
One request that crowsnest may send to a cluster's own API. All of them are a GET.
*/
export type ClusterOperation = {
	readonly id: 'version' | KubernetesList | KubernetesObject['kind'];
	/**
	`{name}` and `{namespace}` stand for one name each.
	*/
	readonly path: string;
	/**
	As Kubernetes RBAC calls it; lists are asked for at the scope of the whole cluster.
	*/
	readonly verb: 'get' | 'list';
	/**
	Plural, as in a rule of a ClusterRole; a path for what is no resource.
	*/
	readonly resource: string;
	/**
	API group; empty for the core.
	*/
	readonly group: string;
	/**
	The action of Azure RBAC for Kubernetes, in `dataActions`. Source: operations of Microsoft.ContainerService; custom resources have none of
	their own.
	*/
	readonly dataAction: string | undefined;
	/**
	A cluster need not have it: no list is then an empty list.
	*/
	readonly isOptional: boolean;
	readonly reason: string;
};

const aks = 'Microsoft.ContainerService/managedClusters';

const list = (id: KubernetesList, [group, resource]: readonly [group: string, resource: string], reason: string): ClusterOperation => ({
	id,
	path: group === '' ? `/api/v1/${resource}` : `/apis/${group}/v1/${resource}`,
	verb: 'list',
	resource,
	group,
	dataAction: `${aks}/${group === '' ? '' : `${group}/`}${resource}/read`,
	isOptional: false,
	reason,
});

const one = (id: KubernetesObject['kind'], [resource, path]: readonly [resource: string, path: string], reason: string): ClusterOperation => ({
	...list('nodes', ['', resource], reason), id, path, verb: 'get',
});

const custom = (...given: Parameters<typeof list>): ClusterOperation => ({...list(...given), dataAction: undefined, isOptional: true});

/**
The one list of every operation on a cluster's own API that crowsnest may call; the transport refuses any other.
Paths: Kubernetes API reference v1.33; gateways and routes: Gateway API v1.
*/
export const clusterOperations: readonly ClusterOperation[] = [
	{
		id: 'version', path: '/version', verb: 'get', resource: '/version', group: '', dataAction: undefined, isOptional: false, reason: 'whether the API answers, and which version it is',
	},
	list('nodes', ['', 'nodes'], 'which image and kernel each node runs, and which waits for a restart'),
	list('services', ['', 'services'], 'what is open, and to whom'),
	list('ingresses', ['networking.k8s.io', 'ingresses'], 'which hosts lead to a Service'),
	custom('gateways', ['gateway.networking.k8s.io', 'gateways'], 'which listeners lead to a Service'),
	custom('httpRoutes', ['gateway.networking.k8s.io', 'httproutes'], 'which hosts lead to a Service'),
	list('networkPolicies', ['networking.k8s.io', 'networkpolicies'], 'which namespaces let in everybody'),
	list('daemonSets', ['apps', 'daemonsets'], 'whether Kured, the Defender sensor and the monitoring agent run'),
	list('storageClasses', ['storage.k8s.io', 'storageclasses'], 'whose key encrypts data disks'),
	list('clusterRoleBindings', ['rbac.authorization.k8s.io', 'clusterrolebindings'], 'who is bound to cluster-admin'),
	list('pods', ['', 'pods'], 'which images run now; nothing else of a pod is kept'),
	one('node', ['nodes', '/api/v1/nodes/{name}'], 'the document of the node that is open'),
	one('service', ['services', '/api/v1/namespaces/{namespace}/services/{name}'], 'the document of the Service that is open'),
];

const byId = new Map(clusterOperations.map(operation => [operation.id, operation]));

export const clusterOperation = (id: ClusterOperation['id']): ClusterOperation => byId.get(id)!;
