import {diceOf, type Site} from '../../inside/site.js';
import {uidOf} from '../../inside/frontend.js';
import {days, type Json} from '../context.js';

/**
Kubernetes' times have no digits behind the second.
*/
export const kubernetesTime = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

type Given = {
	readonly namespace?: string;
	readonly created?: number;
	readonly labels?: Json;
	readonly annotations?: Json;
	readonly generation?: number;
};

/**
The time at which a cluster was built, in milliseconds since 1970.
*/
export const builtAt = (site: Site): number => Math.floor((site.context.base - days(60 + (diceOf(site, 'built') % 900))) / 1000) * 1000;

/**
`metadata` of an object, in the order in which an API server sends it. `managedFields` are left out, as with `kubectl`.
*/
export const metadata = (site: Site, kind: string, name: string, {namespace, created, labels, annotations, generation}: Given = {}): Json => {
	const key = `${kind} ${namespace ?? ''} ${name}`;
	return {
		name,
		namespace,
		uid: uidOf(site, kind, namespace, name),
		resourceVersion: String(40_000_000 + (diceOf(site, key) % 50_000_000)),
		generation,
		creationTimestamp: kubernetesTime(created ?? builtAt(site)),
		labels,
		annotations,
	};
};
