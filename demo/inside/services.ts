import {company} from '../fleet/estate.js';
import {entranceOf} from './entrance.js';
import {mishapsOf} from './mishaps.js';
import type {Site} from './site.js';
import type {ServiceSpec} from './service-spec.js';
import {careOf, namespaceOf, workloadsOf} from './workloads.js';

const systemServices = ({cluster: {azurePolicy}}: Site): readonly ServiceSpec[] => [
	{
		namespace: 'default', name: 'kubernetes', type: 'ClusterIP', ports: [{name: 'https', port: 443}],
	},
	{
		namespace: 'kube-system', name: 'kube-dns', type: 'ClusterIP', ports: [{name: 'dns', port: 53, protocol: 'UDP'}, {name: 'dns-tcp', port: 53}], app: 'kube-dns', isSystem: true,
	},
	{
		namespace: 'kube-system', name: 'metrics-server', type: 'ClusterIP', ports: [{port: 443, target: 'https'}], app: 'metrics-server', isSystem: true,
	},
	...(azurePolicy
		? [{
			namespace: 'gatekeeper-system', name: 'gatekeeper-webhook-service', type: 'ClusterIP', ports: [{name: 'https-webhook-server', port: 443, target: 'webhook-server'}], app: 'gatekeeper', isSystem: true,
		} as const]
		: []),
];

const monitoring = [['grafana', 3000], ['prometheus', 9090], ['alertmanager', 9093], ['kube-state-metrics', 8080], ['loki', 3100]] as const;

/**
A Service and one for its metrics for each of what the team runs, and what they need.
*/
const teamServices = (site: Site): readonly ServiceSpec[] => {
	const {cluster: {team, environment}} = site;
	const namespace = namespaceOf(site);
	return [
		...workloadsOf(site).flatMap((name): readonly ServiceSpec[] => [
			{
				namespace, name, type: 'ClusterIP', ports: [{name: 'http', port: 80, target: 8080}], app: name,
			},
			{
				namespace, name: `${name}-metrics`, type: 'ClusterIP', ports: [{name: 'metrics', port: 9090}], app: name, isHeadless: true,
			},
		]),
		{
			namespace: `${team}-stores`, name: 'db', type: 'ClusterIP', ports: [{port: 5432}], app: 'db', isHeadless: true,
		},
		{
			namespace: `${team}-stores`, name: 'cache', type: 'ClusterIP', ports: [{port: 6379}], app: 'cache',
		},
		{
			namespace: `${team}-stores`, name: 'queue', type: 'ExternalName', ports: [], externalName: `${company.prefix}-${team}-${environment}.servicebus.windows.net`,
		},
		{
			namespace: `${team}-stores`, name: 'schema-registry', type: 'ClusterIP', ports: [{port: 8081}], app: 'schema-registry',
		},
		...monitoring.map(([name, port]): ServiceSpec => ({
			namespace: 'monitoring', name, type: 'ClusterIP', ports: [{name: 'http', port: name === 'grafana' ? 80 : port, target: port}], app: name,
		})),
	];
};

/**
A Service of the virtual network that the story opens to the internet for a while: somebody takes its annotation away, and
it comes to stand beside the entrance, at the same address.
*/
const previewOf = (site: Site): ServiceSpec | undefined => {
	const entrance = entranceOf(site)?.service;
	if (entrance?.front?.kind !== 'public') {
		return undefined;
	}

	const {moment: {openedAt}, context: {base}} = site;
	const [, second] = workloadsOf(site);
	const usual = {
		namespace: namespaceOf(site), name: `${second!}-preview`, type: 'LoadBalancer', ports: [{port: 8080}], app: second!, created: base - 1_209_600_000,
	} as const;
	return openedAt === undefined
		? {...usual, front: {kind: 'internal', host: 12}, annotations: {'azure-load-balancer-internal': 'true'}}
		: {...usual, front: {...entrance.front, sharedWith: `${entrance.namespace}/${entrance.name}`}};
};

const opsConsole: ServiceSpec = {
	namespace: 'monitoring', name: 'ops-console', type: 'LoadBalancer', ports: [{port: 443, target: 8443}], app: 'ops-console', front: {kind: 'internal', host: 8}, annotations: {'azure-load-balancer-internal': 'true'},
};

const loadBalancers = (site: Site): readonly ServiceSpec[] => {
	const care = careOf(site);
	if (care === 'open') {
		// What stands beside an entrance keeps the inner load balancer while the story opens the other one.
		return [...(entranceOf(site) ? [opsConsole] : []), ...mishapsOf(site, 4)];
	}

	const {cluster: {team}} = site;
	const namespace = namespaceOf(site);
	if (care === 'closed') {
		return [opsConsole, {
			...opsConsole, namespace, name: 'partner-link', ports: [{port: 443, target: 8443}], app: 'partner-link', front: {kind: 'internal', host: 9}, annotations: {'azure-load-balancer-internal': 'true', 'azure-pls-create': 'true'},
		}];
	}

	return [
		opsConsole,
		{
			namespace, name: 'partner', type: 'LoadBalancer', ports: [{port: 443, target: 8443}], app: 'partner', front: {kind: 'public', number: 2}, sourceRanges: ['198.51.100.0/28', '203.0.113.10/32'],
		},
		...(team === 'shop'
			? [{
				namespace,
				name: 'storefront',
				type: 'LoadBalancer',
				ports: [{name: 'https', port: 443, target: 8443}],
				app: 'web',
				front: {kind: 'public', number: 3},
				annotations: {'azure-allowed-service-tags': 'AzureFrontDoor.Backend', 'azure-allowed-ip-ranges': '198.51.100.0/28', 'azure-dns-label-name': `${company.prefix}-shop`},
			} as const]
			: []),
		...mishapsOf(site, 4),
	];
};

const makeServices = (site: Site): readonly ServiceSpec[] => {
	const entrance = entranceOf(site);
	const preview = previewOf(site);
	return [
		...systemServices(site),
		...(entrance ? [entrance.service] : []),
		...teamServices(site),
		...loadBalancers(site),
		...(preview ? [preview] : []),
	];
};

// What stands around Services is asked of the same site again and again.
const made = new WeakMap<Site, readonly ServiceSpec[]>();

/**
The Services of a cluster at one moment.
*/
export const servicesOf = (site: Site): readonly ServiceSpec[] => {
	const services = made.get(site) ?? makeServices(site);
	made.set(site, services);
	return services;
};
