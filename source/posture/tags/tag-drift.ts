import type {Cluster} from '../../model/cluster.js';
import {isUnknown} from '../../model/known.js';
import type {NetworkResource} from '../../model/network-resource.js';

/**
How the tags of one resource differ from its cluster's.
*/
export type TagDrift = {
	readonly resource: NetworkResource;
	/**
	Tags of the cluster that it does not carry.
	*/
	readonly missing: readonly string[];
	/**
	Tags of the cluster that say something else there.
	*/
	readonly different: ReadonlyArray<{readonly name: string; readonly wanted: string; readonly found: string}>;
	/**
	Why its tags are not known.
	*/
	readonly unknown: string | undefined;
};

/**
AKS's own marks on what it makes, and those that Azure Policy or the portal keep hidden: no tag of a person's.
Source: tags on the resources of a node resource group, `aks-managed-*` (AKS) and `k8s-azure-*` (cloud-provider-azure).
*/
const ownMarks = /^(?:aks-managed-|k8s-azure-|kubernetes\.io|hidden-|link:|ms-resource-usage)/iv;

/**
The tags that a cluster's network is to carry. AKS gives its tags to what it makes; names compare without regard to case, values do not.
Source: AKS documentation, 'Use Azure tags in AKS'.
*/
export const inheritedTags = ({tags}: Cluster): ReadonlyArray<readonly [name: string, value: string]> => Object.entries(tags).filter(([name]) => !ownMarks.test(name));

/**
Compares the tags of a cluster with those of the network in its node resource group. Gives every resource, those without drift too.
*/
export const tagDrift = (cluster: Cluster, network: readonly NetworkResource[]): readonly TagDrift[] => {
	const wanted = inheritedTags(cluster);
	return network.map((resource): TagDrift => {
		if (isUnknown(resource.isTagged)) {
			return {
				resource, missing: [], different: [], unknown: resource.isTagged.reason,
			};
		}

		const found = new Map(Object.entries(resource.tags).map(([name, value]) => [name.toLowerCase(), value]));
		const missing: string[] = [];
		const different: Array<TagDrift['different'][number]> = [];
		for (const [name, value] of wanted) {
			const there = found.get(name.toLowerCase());
			if (there === undefined) {
				missing.push(name);
			} else if (there !== value) {
				different.push({name, wanted: value, found: there});
			}
		}

		return {
			resource, missing, different, unknown: undefined,
		};
	});
};

export const hasDrift = ({missing, different}: TagDrift): boolean => missing.length + different.length > 0;
