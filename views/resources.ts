import type {Snapshot} from '../source/fleet/snapshot.js';
import type {Resource} from '../source/model/resource.js';
import type {DrillKind} from './navigation.js';

const noHolders: readonly Resource[] = [];

/**
The resources of one kind in a snapshot.
*/
export const resourcesOf = (snapshot: Snapshot, kind: DrillKind): readonly Resource[] => {
	switch (kind) {
		case 'cluster': {
			return snapshot.clusters;
		}

		case 'nodePool': {
			return snapshot.nodePools;
		}

		case 'registry': {
			return snapshot.registries;
		}

		case 'finding': {
			return snapshot.findings;
		}

		case 'subscription': {
			return snapshot.judgedSubscriptions;
		}

		case 'diskEncryptionSet': {
			return snapshot.diskEncryptionSets;
		}

		case 'keyVault': {
			return snapshot.keyVaults;
		}

		case 'node': {
			return snapshot.nodes;
		}

		case 'service': {
			return snapshot.services;
		}

		case 'principal': {
			return snapshot.access?.holders ?? noHolders;
		}

		case 'image': {
			return snapshot.images;
		}

		case 'containerGroup': {
			return snapshot.containerGroups;
		}

		case 'host': {
			return snapshot.hosts;
		}
	}
};

/**
Whether there is anything to show, be it from the last run.
*/
export const hasFleet = ({clusters, registries, findings}: Snapshot): boolean => clusters.length + registries.length + findings.length > 0;

const indexes = new WeakMap<readonly Resource[], ReadonlyMap<string, Resource>>();

/**
Finds a resource by its key; the index is made once for each list.
*/
export const findResource = (snapshot: Snapshot, kind: DrillKind, key: string): Resource | undefined => {
	const resources = resourcesOf(snapshot, kind);
	let index = indexes.get(resources);
	if (!index) {
		index = new Map(resources.map(resource => [resource.key, resource]));
		indexes.set(resources, index);
	}

	return index.get(key);
};

const drillKinds: readonly DrillKind[] = ['cluster', 'nodePool', 'registry', 'finding', 'subscription', 'diskEncryptionSet', 'keyVault', 'node', 'service', 'principal', 'image', 'containerGroup', 'host'];

export const isDrillKind = (kind: Resource['kind']): kind is DrillKind =>
	(drillKinds as readonly string[]).includes(kind);

/**
Finds a resource of any kind by its key.
*/
export const findAnywhere = (snapshot: Snapshot, key: string): Resource | undefined => {
	for (const kind of drillKinds) {
		const found = findResource(snapshot, kind, key);
		if (found) {
			return found;
		}
	}

	return undefined;
};

/**
The portal's page of a resource: `PORTAL/#@/resource/ID`; of what stands inside a cluster, the cluster's; for whoever holds roles, Entra's.
*/
export const portalUrl = (portal: string, id: string): string => (id.startsWith('/')
	? `${portal}/#@/resource${id.replace(/(?<cluster>\/managedclusters\/[^\/]+)\/(?:nodes|namespaces)\/.*$/iv, '$<cluster>')}`
	: `${portal}/#view/Microsoft_AAD_IAM/ActiveDirectoryMenuBlade`);
