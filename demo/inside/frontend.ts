import {guidOf} from '../random.js';
import type {Site} from './site.js';
import type {ServiceSpec} from './service-spec.js';

/**
The uid of an object in a cluster.
*/
export const uidOf = ({cluster, context: {seed}}: Site, kind: string, namespace: string | undefined, name: string): string =>
	guidOf(seed, `${kind} ${namespace ?? ''} ${name} in ${cluster.name}`);

/**
What the cloud provider calls a Service's frontend: `a` and its uid without dashes, 32 characters in all.
*/
export const frontendOf = (site: Site, {namespace, name}: ServiceSpec): string => `a${uidOf(site, 'Service', namespace, name).replaceAll('-', '')}`.slice(0, 32);
