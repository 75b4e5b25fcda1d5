import {company} from '../fleet/estate.js';
import type {Site} from './site.js';
import type {ServiceSpec} from './service-spec.js';
import {careOf, namespaceOf} from './workloads.js';

type Mishap = (site: Site, number: number) => Omit<ServiceSpec, 'namespace'>;

/**
What goes wrong with Services in a real company. `number`: of a public address that is free.
*/
const mishaps: readonly Mishap[] = [
	(_site, number) => ({
		name: 'sftp', type: 'LoadBalancer', ports: [{port: 22, target: 2222}], app: 'sftp', front: {kind: 'public', number},
	}),
	// Somebody meant it to be internal, and the cloud does not know this word.
	(_site, number) => ({
		name: 'admin-console', type: 'LoadBalancer', ports: [{port: 443, target: 8443}], app: 'admin-console', front: {kind: 'public', number}, annotations: {'azure-loadbalancer-internal': 'true'},
	}),
	(_site, number) => ({
		name: 'feeds', type: 'LoadBalancer', ports: [{port: 443, target: 8443}], app: 'feeds', front: {kind: 'public', number}, sourceRanges: ['0.0.0.0/0'],
	}),
	// Its public address was deleted by hand.
	(_site, number) => ({
		name: 'legacy-api', type: 'LoadBalancer', ports: [{port: 80, target: 8080}], app: 'legacy-api', front: {kind: 'public', number, isGone: true},
	}),
	({cluster: {team}}) => ({
		name: 'old-site', type: 'ExternalName', ports: [], externalName: `${company.prefix}-${team}-old.trafficmanager.net`,
	}),
	() => ({
		name: 'probe', type: 'NodePort', ports: [{port: 80, target: 8080}], app: 'probe',
	}),
	(_site, number) => ({
		name: 'bridge', type: 'ClusterIP', ports: [{port: 8080}], app: 'bridge', externalIps: [`203.0.113.${200 + number}`],
	}),
	() => ({
		name: 'voice', type: 'LoadBalancer', ports: [{port: 5060, protocol: 'UDP'}], app: 'voice', front: {kind: 'pending'}, loadBalancerClass: 'metallb.io/metallb',
	}),
	(_site, number) => ({
		name: 'reporting-db', type: 'LoadBalancer', ports: [{name: 'postgres', port: 5432}], app: 'reporting-db', front: {kind: 'public', number},
	}),
];

/**
One a cluster that lets anybody in at all, two where nobody looks; which ones follows its place in the fleet, so that each is met.
*/
export const mishapsOf = (site: Site, number: number): readonly ServiceSpec[] => {
	const care = careOf(site);
	if (care === 'closed') {
		return [];
	}

	const chosen = care === 'open' ? [site.index, site.index + 3] : [site.index];
	return chosen.map((place, order) => ({namespace: namespaceOf(site), ...mishaps[place % mishaps.length]!(site, number + order)}));
};
