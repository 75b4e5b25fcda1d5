import {readNode} from '../../source/kubernetes/read/node.js';
import {readService} from '../../source/kubernetes/read/service.js';
import type {ClusterNode} from '../../source/model/cluster-node.js';
import type {ClusterService} from '../../source/model/cluster-service.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {Exposure} from '../../source/model/exposure.js';
import type {Inside} from '../../source/model/inside.js';
import {readDocument, type Json} from './azure-documents.js';
import {clusterOf, edited, type Changes} from './posture.js';

/**
The cluster that the composed documents of Kubernetes belong to.
*/
export const shopCluster: Cluster = clusterOf('managed-cluster-weak-composed', {'properties.autoUpgradeProfile': {nodeOSUpgradeChannel: 'Unmanaged'}});

const listed = (file: string, name: string): Json =>
	(readDocument(`kubernetes/${file}.json`).items as readonly Json[]).find(({metadata}) => (metadata as Json).name === name)!;

export const nodeOf = (name: string, changes: Changes = {}, cluster: Cluster = shopCluster): ClusterNode =>
	readNode(edited(listed('nodes-list-aks-composed', name), changes), cluster);

/**
Every node of the composed list, as another cluster's.
*/
export const nodesOf = (cluster: Cluster): readonly ClusterNode[] =>
	(readDocument('kubernetes/nodes-list-aks-composed.json').items as readonly Json[]).map(document => readNode(document, cluster));

/**
A look into a cluster that found its nodes and nothing else.
*/
export const insideOf = (cluster: Cluster, members: Partial<Inside> = {}): Inside => ({
	clusterKey: cluster.key,
	reach: {way: 'entra', server: 'api.example.net', attempts: []},
	version: 'v1.35.7',
	nodes: nodesOf(cluster),
	services: [],
	routes: [],
	namespacePolicies: [],
	kured: undefined,
	agents: [],
	storageClasses: [],
	clusterAdmins: [],
	images: [],
	readAt: 0,
	...members,
});

export const serviceOf = (name: string, changes: Changes = {}): ClusterService =>
	readService(edited(listed('services-list-composed', name), changes), shopCluster);

/**
What the engine of exposure says of a Service; the members that a test is about are given.
*/
export const exposureOf = ({key}: ClusterService, members: Partial<Exposure>): Exposure => ({
	serviceKey: key, who: 'cluster', answer: 'this cluster', ranges: [], ports: [], hosts: [], paths: [], because: [{path: 'spec.type', value: 'ClusterIP'}], troubles: [], gaps: [], ...members,
});

export const insideSamples = {node: nodeOf('aks-system-30520393-vmss000000'), service: serviceOf('frontend')} as const;
