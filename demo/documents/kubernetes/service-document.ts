import {documentationAddress} from '../../inside/public-addresses.js';
import {frontendOf} from '../../inside/frontend.js';
import type {PortSpec, ServiceSpec} from '../../inside/service-spec.js';
import {diceOf, type Site} from '../../inside/site.js';
import type {Json} from '../context.js';
import {metadata} from './metadata.js';

const annotationPrefix = 'service.beta.kubernetes.io/';

/**
The address at which a load balancer answers; absent where it has none.
*/
export const addressOf = (site: Site, {front}: ServiceSpec): string | undefined => {
	if (front?.kind === 'public') {
		return documentationAddress(site, front.number);
	}

	return front?.kind === 'internal' ? `10.224.200.${front.host}` : undefined;
};

const annotationsOf = (site: Site, service: ServiceSpec): Json | undefined => {
	const {annotations, front} = service;
	// Beside another Service it stands by the name of that one's public address.
	const shared = front?.kind === 'public' && front.sharedWith !== undefined
		? {'azure-pip-name': `kubernetes-${frontendOf(site, ownerOf(front.sharedWith))}`}
		: undefined;
	const all = Object.entries({...annotations, ...shared});
	return all.length === 0 ? undefined : Object.fromEntries(all.map(([name, value]) => [`${annotationPrefix}${name}`, value]));
};

const ownerOf = (key: string): ServiceSpec => {
	const [namespace = '', name = ''] = key.split('/', 2);
	return {
		namespace, name, type: 'LoadBalancer', ports: [],
	};
};

/**
The port that is opened on every node, for a Service of type NodePort or LoadBalancer.
*/
export const nodePortOf = (site: Site, {namespace, name}: ServiceSpec, {port}: PortSpec): number => 30_000 + (diceOf(site, `port ${namespace} ${name} ${port}`) % 2768);

const clusterIpOf = (site: Site, {namespace, name, isHeadless}: ServiceSpec): string => {
	if (isHeadless) {
		return 'None';
	}

	if (namespace === 'default' && name === 'kubernetes') {
		return '10.0.0.1';
	}

	const dice = diceOf(site, `address ${namespace} ${name}`);
	return name === 'kube-dns' ? '10.0.0.10' : `10.0.${1 + (dice % 254)}.${1 + (Math.floor(dice / 256) % 254)}`;
};

const portsOf = (site: Site, service: ServiceSpec): readonly Json[] => service.ports.map(port => ({
	name: port.name,
	protocol: port.protocol ?? 'TCP',
	port: port.port,
	targetPort: port.target ?? port.port,
	nodePort: service.type === 'ClusterIP' ? undefined : nodePortOf(site, service, port),
}));

const specOf = (site: Site, service: ServiceSpec): Json => {
	const {type, externalName, app, externalIps, sourceRanges, loadBalancerClass} = service;
	if (type === 'ExternalName') {
		return {sessionAffinity: 'None', type, externalName};
	}

	const clusterIp = clusterIpOf(site, service);
	return {
		ports: portsOf(site, service),
		selector: app === undefined ? undefined : {app},
		clusterIP: clusterIp,
		clusterIPs: [clusterIp],
		type,
		externalIPs: externalIps,
		sessionAffinity: 'None',
		loadBalancerSourceRanges: sourceRanges,
		externalTrafficPolicy: type === 'ClusterIP' && !externalIps ? undefined : 'Cluster',
		ipFamilies: ['IPv4'],
		ipFamilyPolicy: 'SingleStack',
		allocateLoadBalancerNodePorts: type === 'LoadBalancer' ? true : undefined,
		loadBalancerClass,
		internalTrafficPolicy: 'Cluster',
	};
};

/**
A Service (core/v1) as a list sends it; annotations are those of Azure's cloud provider.
*/
export const serviceDocument = (site: Site, service: ServiceSpec): Json => {
	const {namespace, name, app, isSystem, created} = service;
	const address = addressOf(site, service);
	return {
		metadata: metadata(site, 'Service', name, {
			namespace,
			...(created !== undefined && {created}),
			labels: isSystem ? {'addonmanager.kubernetes.io/mode': 'Reconcile', 'kubernetes.io/cluster-service': 'true'} : (app === undefined ? undefined : {app}),
			annotations: annotationsOf(site, service),
		}),
		spec: specOf(site, service),
		status: {loadBalancer: address === undefined ? {} : {ingress: [{ip: address, ipMode: 'VIP'}]}},
	};
};
