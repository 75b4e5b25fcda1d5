import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {isUnknown} from '../../../source/model/known.js';
import type {Cluster} from '../../../source/model/cluster.js';
import type {Registry} from '../../../source/model/registry.js';
import type {RegistryRight} from '../../../source/posture/relations.js';
import {attachmentsOf} from '../../../source/posture/registry/attachments.js';
import {pullIdentityOf} from '../../../source/posture/registry/pull-identity.js';
import {pulledHostsOf} from '../../../source/posture/registry/pulled-hosts.js';
import type {Line} from '../../theme.js';
import {rightWords} from '../attach-words.js';
import type {PickItem, Tab} from '../tab.js';
import {groupItems} from './group-items.js';

const runsLine = (cluster: Cluster, registry: Registry, {insides, registries}: Snapshot): Line => {
	const hosts = pulledHostsOf(insides.get(cluster.key), registries);
	if (isUnknown(hosts)) {
		return [{text: 'What it runs from here: unknown', tone: 'unknown'}, {text: `, ${hosts.reason}`}];
	}

	const own = hosts.find(host => host.registry?.key === registry.key);
	return [{text: own ? `It runs ${own.images === 1 ? 'one image' : `${own.images} images`} of it now.` : 'It runs no image of it now.'}];
};

const itemOf = (cluster: Cluster, rights: readonly RegistryRight[], registry: Registry, snapshot: Snapshot): PickItem => {
	const isVoid = rights.every(right => !right.pulls);
	return {
		key: cluster.key,
		title: [{text: cluster.name, tone: isVoid ? 'medium' : 'plain'}, {text: `  by ${[...new Set(rights.map(({role}) => role))].join(', ')}`, tone: 'dim'}],
		opens: {
			view: 'drill', kind: 'cluster', key: cluster.key, tab: 'registries',
		},
		get explanation(): readonly Line[] {
			const identity = pullIdentityOf(cluster);
			return [
				[{text: cluster.name, bold: true}, {text: `  pulls from ${registry.name}`}],
				[{text: `as kubelet identity ${isUnknown(identity) ? '' : identity.id}`, tone: 'dim'}],
				[],
				...rights.map(right => rightWords(right)),
				[],
				runsLine(cluster, registry, snapshot),
			];
		},
	};
};

const unsureItem = (unsure: ReadonlyArray<{readonly name: string; readonly reason: string}>): readonly PickItem[] => (unsure.length === 0
	? []
	: [{
		key: 'unsure',
		title: [{text: `? ${unsure.length} more, not known`, tone: 'unknown'}],
		explanation: unsure.map(({name, reason}): Line => [{text: name, bold: true}, {text: `: ${reason}`}]),
	}]);

const itemsOf = (registry: Registry, snapshot: Snapshot): readonly PickItem[] => {
	const {registryRights} = snapshot.relations;
	const unsure: Array<{readonly name: string; readonly reason: string}> = [];
	const items = snapshot.clusters.flatMap(cluster => {
		const all = attachmentsOf(cluster, registryRights);
		if (isUnknown(all)) {
			unsure.push({name: cluster.name, reason: all.reason});
			return [];
		}

		const own = all.filter(({registryKey}) => registryKey === registry.key);
		return own.length === 0 ? [] : [itemOf(cluster, own, registry, snapshot)];
	});
	return [...items, ...groupItems(registry, snapshot), ...unsureItem(unsure)];
};

/**
Which clusters and container groups pull from a registry, through which identity and role; Enter opens them.
*/
export const clusters: Tab<Registry> = {
	id: 'clusters',
	title: 'Pulled by',
	type: 'pick',
	items: ({resource, snapshot}) => itemsOf(resource, snapshot),
	empty: () => 'The nodes of no cluster may pull from here, by roles that could be read, and no container group does.',
};
