import {company} from '../../fleet/estate.js';
import {entranceOf} from '../../inside/entrance.js';
import {routesOf} from '../../inside/routes.js';
import type {Site} from '../../inside/site.js';
import type {Json} from '../context.js';
import {builtAt, kubernetesTime, metadata} from './metadata.js';
import {addressOf} from './service-document.js';

const backendOf = (service: string): Json => ({service: {name: service, port: {number: 80}}});

/**
Ingresses (networking.k8s.io/v1) of a cluster whose entrance is NGINX.
*/
export const ingressDocuments = (site: Site): readonly Json[] => {
	const entrance = entranceOf(site);
	if (entrance?.kind !== 'nginx') {
		return [];
	}

	const address = addressOf(site, entrance.service);
	return routesOf(site).map(({namespace, name, host, hasTls, backends}) => ({
		metadata: metadata(site, 'Ingress', name, {
			namespace, generation: 1, annotations: entrance.isOld ? {'kubernetes.io/ingress.class': entrance.className} : undefined,
		}),
		spec: {
			ingressClassName: entrance.isOld ? undefined : entrance.className,
			tls: hasTls ? [{hosts: host === undefined ? undefined : [host], secretName: `${name}-tls`}] : undefined,
			rules: [{host, http: {paths: backends.map(([path, service]) => ({path, pathType: 'Prefix', backend: backendOf(service)}))}}],
		},
		status: {loadBalancer: {ingress: [{ip: address}]}},
	}));
};

const gateway = {namespace: 'edge', name: 'edge'} as const;

const accepted = (site: Site, type: string): Json => ({
	type, status: 'True', observedGeneration: 1, lastTransitionTime: kubernetesTime(builtAt(site)), reason: type, message: '',
});

/**
The Gateway (gateway.networking.k8s.io/v1) of a cluster whose entrance is one: every host of the company by TLS, and HTTP that is sent on to it.
*/
export const gatewayDocuments = (site: Site): readonly Json[] => {
	const entrance = entranceOf(site);
	if (entrance?.kind !== 'gateway') {
		return [];
	}

	const allowedRoutes = {namespaces: {from: 'All'}};
	return [{
		metadata: metadata(site, 'Gateway', gateway.name, {
			namespace: gateway.namespace, generation: 1, annotations: {'service.beta.kubernetes.io/azure-load-balancer-internal': 'true'},
		}),
		spec: {
			gatewayClassName: entrance.className,
			listeners: [
				{
					name: 'http', protocol: 'HTTP', port: 80, allowedRoutes,
				},
				{
					name: 'https', hostname: `*.${company.domain}`, protocol: 'HTTPS', port: 443, tls: {mode: 'Terminate', certificateRefs: [{group: '', kind: 'Secret', name: 'edge-tls'}]}, allowedRoutes,
				},
			],
		},
		status: {
			addresses: [{type: 'IPAddress', value: addressOf(site, entrance.service)}],
			conditions: [accepted(site, 'Accepted'), accepted(site, 'Programmed')],
			listeners: ['http', 'https'].map(name => ({
				name, attachedRoutes: routesOf(site).length, supportedKinds: [{group: 'gateway.networking.k8s.io', kind: 'HTTPRoute'}], conditions: [accepted(site, 'Accepted')],
			})),
		},
	}];
};

/**
HTTPRoutes (gateway.networking.k8s.io/v1): one without a certificate hangs on the listener for HTTP.
*/
export const httpRouteDocuments = (site: Site): readonly Json[] => (entranceOf(site)?.kind === 'gateway' ? routesOf(site) : []).map(({namespace, name, host, hasTls, backends}) => {
	const parent = {
		group: 'gateway.networking.k8s.io', kind: 'Gateway', ...gateway, sectionName: hasTls ? 'https' : 'http',
	};
	return {
		metadata: metadata(site, 'HTTPRoute', name, {namespace, generation: 1}),
		spec: {
			parentRefs: [parent],
			hostnames: host === undefined ? undefined : [host],
			rules: backends.map(([value, service]) => ({
				matches: [{path: {type: 'PathPrefix', value}}],
				backendRefs: [{
					group: '', kind: 'Service', name: service, port: 80, weight: 1,
				}],
			})),
		},
		status: {parents: [{parentRef: parent, controllerName: 'istio.io/gateway-controller', conditions: [accepted(site, 'Accepted')]}]},
	};
});
