import type {Json} from '../../documents/context.js';
import {daemonSetDocuments} from '../../documents/kubernetes/daemon-set-documents.js';
import {nodeDocument} from '../../documents/kubernetes/node-document.js';
import {podDocuments} from '../../documents/kubernetes/pod-documents.js';
import {policyDocuments} from '../../documents/kubernetes/policy-documents.js';
import {roleBindingDocuments} from '../../documents/kubernetes/role-binding-documents.js';
import {gatewayDocuments, httpRouteDocuments, ingressDocuments} from '../../documents/kubernetes/route-documents.js';
import {serviceDocument} from '../../documents/kubernetes/service-document.js';
import {storageClassDocuments} from '../../documents/kubernetes/storage-class-documents.js';
import {nodesOf} from '../../inside/nodes.js';
import {servicesOf} from '../../inside/services.js';
import type {Site} from '../../inside/site.js';

export type List = {
	/**
	Group and version, `apps/v1`; of the core group `v1`.
	*/
	readonly apiVersion: string;
	/**
	Name in the path, `daemonsets`.
	*/
	readonly resource: string;
	readonly kind: string;
	/**
	Of a custom resource: its items carry kind and apiVersion, and `metadata.continue` is there even on the last page.
	*/
	readonly isCustom?: boolean;
	/**
	Absent: in every cluster.
	*/
	readonly isInstalled?: (site: Site) => boolean;
	readonly documents: (site: Site) => readonly Json[];
};

const hasGatewayApi = ({cluster}: Site): boolean => cluster.gatewayApi === true;

/**
Everything that a cluster of the demo lists.
*/
const lists: readonly List[] = [
	{
		apiVersion: 'v1', resource: 'nodes', kind: 'Node', documents: site => nodesOf(site).map(node => nodeDocument(node, site)),
	},
	{
		apiVersion: 'v1', resource: 'services', kind: 'Service', documents: site => servicesOf(site).map(service => serviceDocument(site, service)),
	},
	{
		apiVersion: 'v1', resource: 'pods', kind: 'Pod', documents: podDocuments,
	},
	{
		apiVersion: 'networking.k8s.io/v1', resource: 'ingresses', kind: 'Ingress', documents: ingressDocuments,
	},
	{
		apiVersion: 'networking.k8s.io/v1', resource: 'networkpolicies', kind: 'NetworkPolicy', documents: policyDocuments,
	},
	{
		apiVersion: 'gateway.networking.k8s.io/v1', resource: 'gateways', kind: 'Gateway', isCustom: true, isInstalled: hasGatewayApi, documents: gatewayDocuments,
	},
	{
		apiVersion: 'gateway.networking.k8s.io/v1', resource: 'httproutes', kind: 'HTTPRoute', isCustom: true, isInstalled: hasGatewayApi, documents: httpRouteDocuments,
	},
	{
		apiVersion: 'apps/v1', resource: 'daemonsets', kind: 'DaemonSet', documents: daemonSetDocuments,
	},
	{
		apiVersion: 'storage.k8s.io/v1', resource: 'storageclasses', kind: 'StorageClass', documents: storageClassDocuments,
	},
	{
		apiVersion: 'rbac.authorization.k8s.io/v1', resource: 'clusterrolebindings', kind: 'ClusterRoleBinding', documents: roleBindingDocuments,
	},
];

const pathOf = ({apiVersion, resource}: List): string => `${apiVersion === 'v1' ? '/api' : '/apis'}/${apiVersion}/${resource}`;

const byPath = new Map(lists.map(list => [pathOf(list), list]));

/**
The list at a path of the API, over all namespaces; absent: none of those that the demo has.
*/
export const listAt = (path: string): List | undefined => byPath.get(path);

const objectPath = /^\/api\/v1\/(?:namespaces\/(?<namespace>[^\/]+)\/)?(?<resource>[a-z]+)\/(?<name>[^\/]+)$/v;

/**
The object at a path of the core API, and the list that it stands in; absent: no such path.
*/
export const listOfObject = (path: string): {readonly list: List; readonly name: string; readonly namespace: string | undefined} | undefined => {
	const {namespace, resource = '', name = ''} = objectPath.exec(path)?.groups ?? {};
	const list = byPath.get(`/api/v1/${resource}`);
	return list && {list, name, namespace};
};

/**
The list of a resource; the demo has no two of one name.
*/
export const listNamed = (resource: string): List | undefined => lists.find(list => list.resource === resource);

/**
Group of a list, '' for the core one.
*/
export const groupOf = ({apiVersion}: List): string => (apiVersion.includes('/') ? apiVersion.split('/', 1)[0]! : '');
