import type {Snapshot} from '../../fleet/snapshot.js';
import {severities} from '../../model/severity.js';
import type {JudgedKind, JudgedResource} from '../../posture/check.js';
import {resourcesOf} from '../../posture/judged-kinds.js';
import type {ResourcePosture} from '../../posture/posture.js';

export type WorstResource = {
	readonly resource: {readonly name: string; readonly kindName: string; readonly place: string};
	readonly posture: ResourcePosture;
};

const kindNames: Readonly<Record<JudgedKind, string>> = {
	cluster: 'cluster', nodePool: 'node pool', registry: 'registry', subscription: 'subscription', diskEncryptionSet: 'disk encryption set', keyVault: 'key vault', node: 'node', service: 'Service', image: 'image', containerGroup: 'container group', host: 'host',
};

const worstFirst = (left: ResourcePosture, right: ResourcePosture): number => {
	for (const severity of severities) {
		const difference = right.failed[severity] - left.failed[severity];
		if (difference !== 0) {
			return difference;
		}
	}

	return left.key < right.key ? -1 : 1;
};

/**
The resources with the most failed checks of the highest severity, worst first; those without a failed check are left out.
*/
export const worstResources = (snapshot: Snapshot, most: number): readonly WorstResource[] => {
	const names = new Map(snapshot.subscriptions.map(({id, name}) => [id, name]));
	const resources = new Map<string, JudgedResource[JudgedKind]>();
	for (const resource of Object.values(resourcesOf).flatMap(list => list(snapshot) as ReadonlyArray<JudgedResource[JudgedKind]>)) {
		resources.set(resource.key, resource);
	}

	return snapshot.posture.byKey.values()
		.filter(posture => posture.worst !== undefined && resources.has(posture.key))
		.toArray()
		.toSorted(worstFirst)
		.slice(0, most)
		.map(posture => {
			const resource = resources.get(posture.key)!;
			const owner = resource.kind === 'nodePool' ? `${resource.clusterName}/` : '';
			return {
				resource: {
					name: `${owner}${resource.name}`,
					kindName: kindNames[resource.kind],
					place: [names.get(resource.subscriptionId) ?? resource.subscriptionId, resource.resourceGroup].filter(part => part !== '').join('/'),
				},
				posture,
			};
		});
};
