export type PortSpec = {
	readonly name?: string;
	readonly port: number;
	/**
	Port of the container, or its name; absent: the same.
	*/
	readonly target?: number | string;
	/**
	@default 'TCP'
	*/
	readonly protocol?: 'UDP';
};

/**
Where the load balancer of a Service answers.
*/
export type Front =
	/**
	A public address, by its number within the cluster. `sharedWith`: it is the address of that Service, as `namespace/name`.
	*/
	| {readonly kind: 'public'; readonly number: number; readonly sharedWith?: string; readonly isGone?: boolean}
	/**
	The last part of an address in the virtual network.
	*/
	| {readonly kind: 'internal'; readonly host: number}
	| {readonly kind: 'pending'};

/**
Everything that makes one Service differ from another; `serviceDocument` makes Kubernetes' document of it.
*/
export type ServiceSpec = {
	readonly namespace: string;
	readonly name: string;
	readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
	readonly ports: readonly PortSpec[];
	/**
	Label `app` of its pods; absent: it selects none.
	*/
	readonly app?: string;
	readonly isHeadless?: boolean;
	readonly front?: Front;
	/**
	Names behind `service.beta.kubernetes.io/`.
	*/
	readonly annotations?: Readonly<Record<string, string>>;
	readonly sourceRanges?: readonly string[];
	readonly loadBalancerClass?: string;
	readonly externalIps?: readonly string[];
	readonly externalName?: string;
	/**
	AKS keeps it: an add-on's.
	*/
	readonly isSystem?: boolean;
	/**
	Milliseconds since 1970, where it is another time than that of the cluster.
	*/
	readonly created?: number;
};
