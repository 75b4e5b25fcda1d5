import type {ClusterService, ServicePort} from '../../model/cluster-service.js';
import type {Cluster} from '../../model/cluster.js';
import {insideResource} from '../../model/inside-resource.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../model/known.js';
import type {LoadBalancerRule, NetworkResource} from '../../model/network-resource.js';
import type {PublicIp} from './surroundings.js';

const onlyInside = unknown('not-asked', 'Only the cluster itself tells this, and nobody has looked inside.');

const none: readonly never[] = Object.freeze([]);

type Found = {
	readonly namespace: string;
	readonly name: string;
	readonly addresses: Fact<readonly string[]>;
	readonly ports: Fact<readonly ServicePort[]>;
	readonly dnsLabel: string | undefined;
	readonly publicIpName: string | undefined;
};

const toService = (cluster: Cluster, {namespace, name, addresses, ports, dnsLabel, publicIpName}: Found): ClusterService => ({
	...insideResource(cluster, `namespaces/${namespace}/services/${name}`, name),
	kind: 'service',
	namespace,
	isInferred: true,
	created: onlyInside,
	isDeleting: false,
	type: 'LoadBalancer',
	ports,
	clusterIps: onlyInside,
	externalName: undefined,
	externalIps: onlyInside,
	addresses,
	sourceRanges: onlyInside,
	allowedIpRanges: onlyInside,
	allowedServiceTags: onlyInside,
	internalAnnotation: onlyInside,
	misspelt: none,
	internalSubnet: onlyInside,
	dnsLabel,
	publicIpName,
	additionalPublicIps: onlyInside,
	isWithoutRules: onlyInside,
	hasPrivateLink: onlyInside,
	loadBalancerClass: onlyInside,
	selector: onlyInside,
	externalTrafficPolicy: onlyInside,
});

const toPorts = (rules: readonly LoadBalancerRule[]): readonly ServicePort[] => {
	const ports = rules.flatMap(({protocol, frontendPort, backendPort}): readonly ServicePort[] => (frontendPort === undefined
		? []
		: [{
			name: undefined,
			protocol: (protocol ?? 'TCP').toUpperCase(),
			port: frontendPort,
			targetPort: undefined,
			// Without floating IP the load balancer leads to the node port.
			nodePort: backendPort === frontendPort ? undefined : backendPort,
		}]));
	return new Map(ports.map(port => [`${port.protocol}/${port.port}`, port])).values().toArray();
};

const rulesOf = (network: readonly NetworkResource[]): Fact<readonly LoadBalancerRule[]> => {
	const balancers = network.filter(resource => resource.type === 'loadBalancer').map(({rules}) => rules);
	return balancers.length === 0 ? unknown('not-reported', 'No load balancer of the node resource group was read.') : balancers.find(rules => isUnknown(rules)) ?? (balancers as ReadonlyArray<readonly LoadBalancerRule[]>).flat();
};

const ofPublicIp = (publicIp: PublicIp, rules: Fact<readonly LoadBalancerRule[]>): readonly Found[] => {
	const own = isUnknown(rules) ? rules : rules.filter(({publicIpKey}) => publicIpKey === publicIp.key);
	// An address that nobody asked for a Service of, and where nothing is led on, is for what goes out.
	const names = publicIp.services.length > 0 || isUnknown(own) || own.length === 0 ? publicIp.services : [`(unknown)/(${publicIp.name})`];
	const {address} = publicIp;
	return names.map(service => ({
		namespace: service.slice(0, service.indexOf('/')),
		name: service.slice(service.indexOf('/') + 1),
		addresses: isUnknown(address) ? address : (address === undefined ? none : [address]),
		ports: isUnknown(own) ? own : toPorts(own),
		dnsLabel: valueOf(publicIp.fqdn)?.split('.', 1)[0],
		publicIpName: publicIp.name,
	}));
};

/**
Rules at an address of the network, or at a public IP that stands elsewhere: something is served there, and only the cluster knows its name.
*/
const unnamed = (rules: readonly LoadBalancerRule[], known: ReadonlySet<string>): readonly Found[] => {
	const groups = Map.groupBy(
		rules.filter(({publicIpKey, privateAddress}) => (publicIpKey === undefined ? privateAddress !== undefined : !known.has(publicIpKey))),
		({publicIpKey, privateAddress}) => publicIpKey ?? privateAddress!,
	);
	return [...groups].map(([at, own]) => {
		const isElsewhere = own[0]!.publicIpKey !== undefined;
		return {
			namespace: '(unknown)',
			name: `(${at.slice(at.lastIndexOf('/') + 1)})`,
			addresses: isElsewhere ? unknown('not-asked', 'Its public IP stands outside the node resource group.') : [at],
			ports: toPorts(own),
			dnsLabel: undefined,
			publicIpName: isElsewhere ? at.slice(at.lastIndexOf('/') + 1) : undefined,
		};
	});
};

/**
The Services of a cluster into which nobody looked, as far as Azure gives them away: public IPs that carry a Service's name, and what
the load balancers serve. Only those of type LoadBalancer are seen so.
Source: kubernetes-sigs/cloud-provider-azure, tag `k8s-azure-service`, rules of the load balancer `kubernetes`.

@param network What stands in the node resource group.
*/
export const inferServices = (cluster: Cluster, network: readonly NetworkResource[]): readonly ClusterService[] => {
	const rules = rulesOf(network);
	const publicIps = network.filter(resource => resource.type === 'publicIp');
	const known = new Set(publicIps.map(({key}) => key));
	const found = [...publicIps.flatMap(publicIp => ofPublicIp(publicIp, rules)), ...(isUnknown(rules) ? [] : unnamed(rules, known))];
	const services = new Map<string, ClusterService>();
	for (const one of found) {
		const service = toService(cluster, one);
		const other = services.get(service.key);
		// A Service of both families has two addresses.
		services.set(service.key, other && !isUnknown(other.addresses) && !isUnknown(service.addresses) ? {...other, addresses: [...other.addresses, ...service.addresses]} : other ?? service);
	}

	return services.values().toArray();
};
