import type {Site} from './site.js';
import type {PortSpec, ServiceSpec} from './service-spec.js';

/**
What leads requests by host name to Services: AKS's application routing by NGINX or by the Gateway API, a controller of one's own, or the
HTTP application routing of old clusters.
*/
export type Entrance = {
	readonly kind: 'nginx' | 'gateway';
	/**
	Class of Ingresses; of a Gateway its class.
	*/
	readonly className: string;
	/**
	Told by the old annotation instead of `spec.ingressClassName`.
	*/
	readonly isOld?: boolean;
	readonly service: ServiceSpec;
};

const webPorts: readonly PortSpec[] = [{name: 'http', port: 80, target: 'http'}, {name: 'https', port: 443, target: 'https'}];

const internalHost = 6;

/**
The entrance of a cluster; absent where there is none.
*/
export const entranceOf = ({cluster}: Site): Entrance | undefined => {
	const {webAppRouting, gatewayApi, access, network, httpApplicationRouting} = cluster;
	const front = access === 'public' ? {kind: 'public', number: 1} as const : {kind: 'internal', host: internalHost} as const;
	const annotations = access === 'public' ? undefined : {'azure-load-balancer-internal': 'true'};
	if (webAppRouting && gatewayApi) {
		return {
			kind: 'gateway',
			className: 'approuting-istio',
			service: {
				namespace: 'edge', name: 'edge-approuting-istio', type: 'LoadBalancer', ports: webPorts, app: 'edge', front, annotations: {...annotations, 'azure-load-balancer-internal-subnet': 'snet-ingress'},
			},
		};
	}

	if (webAppRouting) {
		return {
			kind: 'nginx',
			className: 'webapprouting.kubernetes.azure.com',
			service: {
				namespace: 'app-routing-system', name: 'nginx', type: 'LoadBalancer', ports: webPorts, app: 'nginx', front, annotations, isSystem: true,
			},
		};
	}

	if (httpApplicationRouting) {
		return {
			kind: 'nginx',
			className: 'addon-http-application-routing',
			isOld: true,
			service: {
				namespace: 'kube-system', name: 'addon-http-application-routing-nginx-ingress', type: 'LoadBalancer', ports: webPorts, app: 'addon-http-application-routing-nginx-ingress', front, isSystem: true,
			},
		};
	}

	return network === 'calico'
		? {
			kind: 'nginx',
			className: 'nginx',
			service: {
				namespace: 'ingress-nginx', name: 'ingress-nginx-controller', type: 'LoadBalancer', ports: webPorts, app: 'ingress-nginx', front,
			},
		}
		: undefined;
};
