import type {DocumentContext} from '../documents/context.js';
import type {ClusterSpec} from '../fleet/cluster-spec.js';
import {hash} from '../random.js';
import type {Moment} from '../inside-story.js';

/**
One cluster as somebody who looks into it meets it: everything inside is counted from this alone.
*/
export type Site = {
	readonly cluster: ClusterSpec;
	/**
	Place of the cluster in its fleet.
	*/
	readonly index: number;
	readonly context: DocumentContext;
	/**
	What the story does in it just now.
	*/
	readonly moment: Moment;
};

/**
A whole number that belongs to a key within the cluster.
*/
export const diceOf = ({cluster, context}: Site, key: string): number => hash(context.seed, `${key} in ${cluster.subscription.id} ${cluster.name}`);

/**
Eight digits that AKS makes of a cluster's DNS name and puts into the names of what it makes: scale sets, the network, its security group.
*/
export const numberOf = (site: Site): string => String(10_000_000 + (diceOf(site, 'number') % 90_000_000));

export const nodeGroupOf = ({cluster: {name, resourceGroup, region}}: Site): string => `MC_${resourceGroup}_${name}_${region}`;

/**
The node resource group's id, as Resource Manager writes it.
*/
export const nodeGroupId = (site: Site): string => `/subscriptions/${site.cluster.subscription.id}/resourceGroups/${nodeGroupOf(site)}`;
