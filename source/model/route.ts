import type {Fact} from './known.js';

/**
Something that leads requests from outside to Services by host name: an Ingress, a Gateway with its HTTPRoutes.
Source: Kubernetes networking.k8s.io/v1 Ingress; gateway.networking.k8s.io/v1 Gateway and HTTPRoute.
*/
export type Route = {
	readonly kind: 'Ingress' | 'HTTPRoute';
	readonly namespace: string;
	readonly name: string;
	/**
	Class of the Ingress, or names of the parent Gateways (`namespace/name`).
	*/
	readonly through: Fact<readonly string[]>;
	readonly rules: Fact<readonly RouteRule[]>;
	/**
	Addresses or host names that it is reached at: the Ingress's own, or those of its Gateways.
	*/
	readonly addresses: Fact<readonly string[]>;
	/**
	Source ranges that its controller lets in alone: the annotation `whitelist-source-range` of ingress-nginx. Empty: everybody.
	*/
	readonly allowedRanges: readonly string[];
};

/**
One host and what it leads to.
*/
export type RouteRule = {
	/**
	Absent: any host.
	*/
	readonly host: string | undefined;
	/**
	True where a certificate is named for the host.
	*/
	readonly hasTls: Fact<boolean>;
	/**
	Services, as `namespace/name`, in the order in which they stand, each once.
	*/
	readonly services: readonly string[];
};

/**
How the pods of one namespace are shut off. Source: networking.k8s.io/v1 NetworkPolicy.
*/
export type NamespacePolicy = {
	readonly namespace: string;
	readonly count: number;
	/**
	`default-deny`: a policy selects every pod and lets nothing in; `some`: there are policies, not that one.
	*/
	readonly ingress: 'default-deny' | 'some' | 'none';
};
