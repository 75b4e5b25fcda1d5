/**
Who can reach a Service, from the widest to the narrowest. `alias`: a name that stands for something outside; `unknown`: what decides it could not be read.
*/
export const reachabilities = ['internet', 'ranges', 'network', 'alias', 'unknown', 'cluster', 'nobody'] as const;

export type Reachability = (typeof reachabilities)[number];

/**
What the name service says of a name: it has an address, or there is no such name.
*/
export type NameState = 'found' | 'gone';

/**
One station on the way from who asks to the pods: `internet`, `public IP 20.50.10.3`, `load balancer kubernetes`, `Service shop/frontend`, `pods app=frontend`.
*/
export type Hop = {readonly what: string; readonly name: string; readonly isUnknown?: boolean};

/**
Why it is so, each with the property that says it.
*/
export type ExposureReason = {readonly path: string; readonly value: string; readonly resource?: string};

export type Exposure = {
	readonly serviceKey: string;
	readonly who: Reachability;
	/**
	A plain answer: `the internet`, `203.0.113.0/24 and AzureFrontDoor.Backend`, `the virtual network`, `this cluster`.
	*/
	readonly answer: string;
	/**
	Source ranges and service tags that are let in, where `who` is `ranges`.
	*/
	readonly ranges: readonly string[];
	/**
	`protocol/port` that are open to whom it says.
	*/
	readonly ports: readonly string[];
	/**
	Host names that lead to it, and whether with TLS.
	*/
	readonly hosts: ReadonlyArray<{readonly host: string; readonly hasTls: boolean | undefined; readonly by: string}>;
	/**
	Ways to it, each from outside to the pods; the widest first.
	*/
	readonly paths: ReadonlyArray<readonly Hop[]>;
	readonly because: readonly ExposureReason[];
	/**
	What is wrong with it beside who reaches it: `its public IP is gone`, `the annotation is misspelt`, `the name leads nowhere`.
	*/
	readonly troubles: readonly string[];
	/**
	What could not be read and might change the answer.
	*/
	readonly gaps: readonly string[];
};
