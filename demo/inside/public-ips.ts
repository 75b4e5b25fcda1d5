import {guidOf} from '../random.js';
import {documentationAddress} from './public-addresses.js';
import {frontendOf} from './frontend.js';
import {servicesOf} from './services.js';
import type {Site} from './site.js';
import type {ServiceSpec} from './service-spec.js';

/**
A public address in the node resource group.
*/
export type PublicIpSpec = {
	readonly name: string;
	readonly address: string;
	/**
	What goes out through it: a load balancer's outbound rule or a NAT gateway; or the Services that come in, as `namespace/name`, the one whose frontend it is first.
	*/
	readonly use: 'load-balancer' | 'nat-gateway' | readonly ServiceSpec[];
	readonly dnsLabel: string | undefined;
};

const keyOf = ({namespace, name}: ServiceSpec): string => `${namespace}/${name}`;

const outboundOf = (site: Site): readonly PublicIpSpec[] => {
	const {cluster: {outbound, name}, context: {seed}} = site;
	return outbound === 'userDefinedRouting'
		? []
		: [{
			name: guidOf(seed, `outbound ${name}`), address: documentationAddress(site, 0), use: outbound === 'loadBalancer' ? 'load-balancer' : 'nat-gateway', dnsLabel: undefined,
		}];
};

/**
Whether a Service has a public address of its own, which is still there.
*/
export const ownsAddress = ({front}: ServiceSpec): boolean => front?.kind === 'public' && front.sharedWith === undefined && front.isGone !== true;

/**
The public addresses of a cluster at one moment. One that was deleted is not among them.
*/
export const publicIpsOf = (site: Site): readonly PublicIpSpec[] => {
	const services = servicesOf(site);
	const owners = services.filter(service => ownsAddress(service));
	return [
		...outboundOf(site),
		...owners.map((service): PublicIpSpec => ({
			name: service.annotations?.['azure-pip-name'] ?? `kubernetes-${frontendOf(site, service)}`,
			address: documentationAddress(site, service.front?.kind === 'public' ? service.front.number : 0),
			use: [service, ...services.filter(({front}) => front?.kind === 'public' && front.sharedWith === keyOf(service))],
			dnsLabel: service.annotations?.['azure-dns-label-name'],
		})),
	];
};
