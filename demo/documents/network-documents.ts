import {frontendOf} from '../inside/frontend.js';
import {ownsAddress, publicIpsOf, type PublicIpSpec} from '../inside/public-ips.js';
import {servicesOf} from '../inside/services.js';
import {
	diceOf,
	nodeGroupId,
	numberOf,
	type Site,
} from '../inside/site.js';
import type {PortSpec, ServiceSpec} from '../inside/service-spec.js';
import {guidOf, hexOf} from '../random.js';
import {addressOf, nodePortOf} from './kubernetes/service-document.js';
import type {Json} from './context.js';

const provider = 'Microsoft.Network';

const idOf = (site: Site, type: string, name: string): string => `${nodeGroupId(site)}/providers/${provider}/${type}/${name}`;

/**
What AKS marks its own with.
*/
const marksOf = ({cluster: {name, resourceGroup}}: Site): Json => ({'aks-managed-cluster-name': name, 'aks-managed-cluster-rg': resourceGroup});

/**
A cluster's tags are handed on to what stands in its node resource group, when it is next written. In one cluster in five somebody has changed
them since on one of the kinds, in one in seven the kind was made before they were given.
*/
const tagsOf = (site: Site, kind: string): Json | undefined => {
	const {tags} = site.cluster;
	const dice = diceOf(site, `tags of ${kind}`);
	if (!tags || dice % 7 === 3) {
		return undefined;
	}

	return dice % 5 === 1 ? {...tags, owner: 'platform', ticket: `CHG-${10_000 + (dice % 9000)}`} : tags;
};

const resource = (site: Site, type: string, name: string, tags: Json | undefined, properties: Json, rest: Json = {}): Json => ({
	name,
	id: idOf(site, type, name),
	type: `${provider}/${type}`,
	location: site.cluster.region,
	...(tags && {tags}),
	properties: {provisioningState: 'Succeeded', resourceGuid: guidOf(site.context.seed, `${type} ${name} ${site.cluster.name}`), ...properties},
	...rest,
});

const frontendId = (site: Site, balancer: string, frontend: string): string => `${idOf(site, 'loadBalancers', balancer)}/frontendIPConfigurations/${frontend}`;

/**
What a public address hangs on.
*/
const useOf = (site: Site, {use, name}: PublicIpSpec): Json => use === 'nat-gateway' ? {natGateway: {id: idOf(site, 'natGateways', `aks-${numberOf(site)}-natgateway`)}} : {ipConfiguration: {id: frontendId(site, 'kubernetes', use === 'load-balancer' ? name : frontendOf(site, use[0]!))}};

const publicIpTags = (site: Site, {use, dnsLabel}: PublicIpSpec): Json => {
	if (typeof use === 'string') {
		return {...marksOf(site), ...(use === 'load-balancer' && {'aks-managed-type': 'aks-slb-managed-outbound-ip'}), ...tagsOf(site, 'outbound')};
	}

	const services = use.map(({namespace, name}) => `${namespace}/${name}`);
	return {
		'k8s-azure-cluster-name': 'kubernetes',
		'k8s-azure-service': services.join(','),
		...(dnsLabel !== undefined && {'k8s-azure-dns-label-service': services[0]}),
		...tagsOf(site, 'addresses'),
	};
};

const publicIpDocument = (site: Site, spec: PublicIpSpec): Json => {
	const {name, address, dnsLabel} = spec;
	return resource(site, 'publicIPAddresses', name, publicIpTags(site, spec), {
		ipAddress: address,
		publicIPAddressVersion: 'IPv4',
		publicIPAllocationMethod: 'Static',
		idleTimeoutInMinutes: 4,
		ipTags: [],
		...(dnsLabel !== undefined && {dnsSettings: {domainNameLabel: dnsLabel, fqdn: `${dnsLabel}.${site.cluster.region}.cloudapp.azure.com`}}),
		...useOf(site, spec),
		ddosSettings: {protectionMode: 'VirtualNetworkInherited'},
	}, {sku: {name: 'Standard', tier: 'Regional'}, zones: ['1', '2', '3']});
};

/**
Services that share an address share the frontend of the first of them.
*/
type Balanced = {readonly service: ServiceSpec; readonly owner: ServiceSpec; readonly address: Json};

const ruleOf = (site: Site, balancer: string, {service, owner}: Balanced, {port, protocol}: PortSpec): Json => {
	const name = `${frontendOf(site, service)}-${protocol ?? 'TCP'}-${port}`;
	const word = protocol === 'UDP' ? 'Udp' : 'Tcp';
	return {
		name,
		id: `${idOf(site, 'loadBalancers', balancer)}/loadBalancingRules/${name}`,
		properties: {
			provisioningState: 'Succeeded',
			frontendIPConfiguration: {id: frontendId(site, balancer, frontendOf(site, owner))},
			frontendPort: port,
			backendPort: port,
			enableFloatingIP: true,
			idleTimeoutInMinutes: 4,
			protocol: word,
			enableTcpReset: true,
			disableOutboundSnat: true,
		},
	};
};

const balancerDocument = (site: Site, name: string, balanced: readonly Balanced[], outbound: readonly PublicIpSpec[]): Json => resource(site, 'loadBalancers', name, {...marksOf(site), ...tagsOf(site, name)}, {
	frontendIPConfigurations: [
		...balanced.filter(({service, owner}) => service === owner).map(({service, address}) => ({
			name: frontendOf(site, service), id: frontendId(site, name, frontendOf(site, service)), properties: {provisioningState: 'Succeeded', ...address},
		})),
		...outbound.map(ip => ({
			name: ip.name, id: frontendId(site, name, ip.name), properties: {provisioningState: 'Succeeded', privateIPAllocationMethod: 'Dynamic', publicIPAddress: {id: idOf(site, 'publicIPAddresses', ip.name)}},
		})),
	],
	backendAddressPools: [{name: 'kubernetes', id: `${idOf(site, 'loadBalancers', name)}/backendAddressPools/kubernetes`, properties: {provisioningState: 'Succeeded'}}],
	loadBalancingRules: balanced.flatMap(entry => entry.service.ports.map(port => ruleOf(site, name, entry, port))),
	probes: [],
	inboundNatRules: [],
	outboundRules: outbound.map(ip => ({
		name: 'aksOutboundRule',
		id: `${idOf(site, 'loadBalancers', name)}/outboundRules/aksOutboundRule`,
		properties: {protocol: 'All', allocatedOutboundPorts: 0, frontendIPConfigurations: [{id: frontendId(site, name, ip.name)}]},
	})),
	inboundNatPools: [],
}, {sku: {name: 'Standard', tier: 'Regional'}});

/**
The public one, `kubernetes`, for what comes in from outside and what goes out, and the one of the virtual network.
*/
const balancerDocuments = (site: Site, ips: readonly PublicIpSpec[]): readonly Json[] => {
	const inbound = ips.flatMap(({use, name}): readonly Balanced[] => (typeof use === 'string'
		? []
		: use.map(service => ({service, owner: use[0]!, address: {privateIPAllocationMethod: 'Dynamic', publicIPAddress: {id: idOf(site, 'publicIPAddresses', name)}}}))));
	const outbound = ips.filter(({use}) => use === 'load-balancer');
	const inner = servicesOf(site).filter(({front}) => front?.kind === 'internal').map(service => ({
		service, owner: service, address: {
			privateIPAddress: addressOf(site, service), privateIPAddressVersion: 'IPv4', privateIPAllocationMethod: 'Static', subnet: {id: `${idOf(site, 'virtualNetworks', `aks-vnet-${numberOf(site)}`)}/subnets/aks-subnet`},
		},
	}));
	return [
		...(inbound.length + outbound.length > 0 ? [balancerDocument(site, 'kubernetes', inbound, outbound)] : []),
		...(inner.length > 0 ? [balancerDocument(site, 'kubernetes-internal', inner, [])] : []),
	];
};

/**
Who is let in to a Service: source ranges and service tags, or everybody.
*/
const sourcesOf = ({sourceRanges, annotations}: ServiceSpec): readonly string[] => {
	const ranges = [...sourceRanges ?? [], ...annotations?.['azure-allowed-ip-ranges']?.split(',') ?? []].map(range => range.trim());
	const tags = annotations?.['azure-allowed-service-tags']?.split(',') ?? [];
	return ranges.length + tags.length === 0 ? ['Internet'] : [...ranges, ...tags];
};

const securityRule = (site: Site, group: string, service: ServiceSpec, priority: number): Json => {
	const name = `k8s-azure-lb_allow_IPv4_${hexOf(site.context.seed, `rule ${service.namespace} ${service.name} ${site.cluster.name}`, 32)}`;
	const sources = sourcesOf(service);
	return {
		name,
		id: `${idOf(site, 'networkSecurityGroups', group)}/securityRules/${name}`,
		properties: {
			provisioningState: 'Succeeded',
			protocol: service.ports[0]?.protocol === 'UDP' ? 'Udp' : 'Tcp',
			sourcePortRange: '*',
			sourceAddressPrefix: sources.length === 1 ? sources[0] : undefined,
			destinationAddressPrefix: addressOf(site, service),
			access: 'Allow',
			priority,
			direction: 'Inbound',
			sourcePortRanges: [],
			destinationPortRanges: service.ports.map(({port}) => String(port)),
			sourceAddressPrefixes: sources.length === 1 ? [] : sources,
			destinationAddressPrefixes: [],
		},
	};
};

/**
A rule by hand that opens the port of a NodePort Service on every node, where one exists.
*/
const handmadeRules = (site: Site, group: string): readonly Json[] => servicesOf(site).filter(({type}) => type === 'NodePort').map(service => ({
	name: 'allow-probe',
	id: `${idOf(site, 'networkSecurityGroups', group)}/securityRules/allow-probe`,
	properties: {
		provisioningState: 'Succeeded',
		protocol: 'Tcp',
		sourcePortRange: '*',
		destinationPortRange: String(nodePortOf(site, service, service.ports[0]!)),
		sourceAddressPrefix: '*',
		destinationAddressPrefix: '*',
		access: 'Allow',
		priority: 300,
		direction: 'Inbound',
		sourcePortRanges: [],
		destinationPortRanges: [],
		sourceAddressPrefixes: [],
		destinationAddressPrefixes: [],
	},
}));

/**
The nodes' security group with the rules of the cloud provider. Its default rules, the same in every group, are left out.
*/
const securityGroupDocument = (site: Site, ips: readonly PublicIpSpec[]): Json => {
	const name = `aks-agentpool-${numberOf(site)}-nsg`;
	const open = ips.flatMap(({use}) => (typeof use === 'string' ? [] : use));
	return resource(site, 'networkSecurityGroups', name, tagsOf(site, 'group') ?? {}, {
		securityRules: [...handmadeRules(site, name), ...open.map((service, order) => securityRule(site, name, service, 500 + order))],
		defaultSecurityRules: [],
	});
};

const virtualNetworkDocument = (site: Site): Json => {
	const name = `aks-vnet-${numberOf(site)}`;
	const id = idOf(site, 'virtualNetworks', name);
	return resource(site, 'virtualNetworks', name, tagsOf(site, 'network') ?? {}, {
		addressSpace: {addressPrefixes: ['10.224.0.0/12']},
		privateEndpointVNetPolicies: 'Disabled',
		subnets: [{
			name: 'aks-subnet',
			id: `${id}/subnets/aks-subnet`,
			properties: {
				provisioningState: 'Succeeded',
				addressPrefix: '10.224.0.0/16',
				networkSecurityGroup: {id: idOf(site, 'networkSecurityGroups', `aks-agentpool-${numberOf(site)}-nsg`)},
			},
		}],
		virtualNetworkPeerings: [],
		enableDdosProtection: false,
	});
};

const routeTableDocument = (site: Site): Json => resource(site, 'routeTables', `aks-agentpool-${numberOf(site)}-routetable`, tagsOf(site, 'routes') ?? {}, {disableBgpRoutePropagation: false, routes: []});

/**
What stands of Microsoft.Network (2025-05-01) in a cluster's node resource group, in order of ids.
*/
export const networkDocuments = (site: Site): readonly Json[] => {
	const ips = publicIpsOf(site);
	return [
		...balancerDocuments(site, ips),
		securityGroupDocument(site, ips),
		...ips.map(ip => publicIpDocument(site, ip)).toSorted((first, second) => (String(first.id).toLowerCase() < String(second.id).toLowerCase() ? -1 : 1)),
		...(site.cluster.network === 'kubenet' ? [routeTableDocument(site)] : []),
		virtualNetworkDocument(site),
	];
};

/**
How many documents that are, without making them; the story does not change it.
*/
export const countNetworkDocuments = (site: Site): number => {
	const {outbound, network} = site.cluster;
	const services = servicesOf(site);
	const open = services.filter(service => ownsAddress(service)).length;
	const hasPublic = open > 0 || outbound === 'loadBalancer';
	const hasInner = services.some(({front}) => front?.kind === 'internal');
	return open + Number(outbound !== 'userDefinedRouting') + 2 + Number(hasPublic) + Number(hasInner) + Number(network === 'kubenet');
};
