import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Cluster} from '../../../source/model/cluster.js';
import {isUnknown, type Fact} from '../../../source/model/known.js';
import {plural} from '../../../source/model/plural.js';
import {attachmentsOf} from '../../../source/posture/registry/attachments.js';
import {pullIdentityOf} from '../../../source/posture/registry/pull-identity.js';
import {pulledHostsOf, type PulledHost} from '../../../source/posture/registry/pulled-hosts.js';
import type {RegistryRight} from '../../../source/posture/relations.js';
import type {Line} from '../../theme.js';
import {rightWords} from '../attach-words.js';
import type {PickItem, Tab} from '../tab.js';

const identityItem = (cluster: Cluster): PickItem => {
	const identity = pullIdentityOf(cluster);
	const said: Line = isUnknown(identity)
		? [{text: 'unknown', tone: 'unknown'}, {text: `: ${identity.reason}`}]
		: (identity.kind === 'kubelet'
			? [{text: `kubelet identity ${identity.id}`}]
			: [{text: `service principal, client id ${identity.id}`, tone: 'medium'}, {text: ': its secret ends and lies in the cluster; which roles it holds is known where Microsoft Graph leads from that id to its object id (--graph)'}]);
	return {key: 'identity', title: [{text: 'Pulls as', tone: 'dim'}, {text: ' '}, said[0]!], explanation: [[{text: 'Pulls as', bold: true}], said]};
};

const attachedItem = (key: string, rights: readonly RegistryRight[], hosts: Fact<readonly PulledHost[]>): PickItem => {
	const [{registryName}] = rights as readonly [RegistryRight, ...RegistryRight[]];
	const runs = isUnknown(hosts) ? undefined : hosts.find(({registry}) => registry?.key === key)?.images ?? 0;
	return {
		key,
		title: [{text: registryName, tone: rights.some(({pulls}) => pulls) ? 'plain' : 'medium'}, {text: `  by ${[...new Set(rights.map(({role}) => role))].join(', ')}`, tone: 'dim'}],
		explanation: [
			[{text: registryName, bold: true}],
			...rights.map(right => rightWords(right)),
			[],
			[{text: isUnknown(hosts) ? `What runs from it is unknown: ${hosts.reason}` : `${plural(runs ?? 0, 'image')} of it run now.`, tone: isUnknown(hosts) ? 'unknown' : 'plain'}],
		],
		opens: {
			view: 'drill', kind: 'registry', key, tab: 'clusters',
		},
	};
};

const elsewhere = ({host, images, isPublic}: PulledHost): PickItem => ({
	key: host,
	title: [{text: host, tone: isPublic ? 'medium' : 'plain'}, {text: `  ${isPublic ? 'public' : 'outside the fleet'}, ${plural(images, 'image')}`, tone: 'dim'}],
	explanation: [
		[{text: host, bold: true}],
		[{text: isPublic ? 'A public registry: whoever publishes there decides what runs here, and it may refuse pulls at any time. Import the images, or cache them in a registry of your own.' : 'Not a registry of the fleet that could be read.'}],
		[{text: `${plural(images, 'image')} of it run now.`}],
	],
});

const publicItem = (hosts: Fact<readonly PulledHost[]>): readonly PickItem[] => {
	if (!isUnknown(hosts)) {
		return hosts.filter(({registry}) => registry === undefined).map(host => elsewhere(host));
	}

	return [{
		key: 'public', title: [{text: '? Public registries: not known', tone: 'unknown'}], explanation: [[{text: 'Whether it pulls from public registries is unknown', tone: 'unknown'}, {text: `: ${hosts.reason}.`}]],
	}];
};

const itemsOf = (cluster: Cluster, {relations: {registryRights}, insides, registries}: Snapshot): readonly PickItem[] => {
	const rights = attachmentsOf(cluster, registryRights);
	const hosts = pulledHostsOf(insides.get(cluster.key), registries);
	const attached: readonly PickItem[] = isUnknown(rights)
		? [{key: 'rights', title: [{text: '? Registries: not known', tone: 'unknown'}], explanation: [[{text: 'Which registries it may pull from is unknown', tone: 'unknown'}, {text: `: ${rights.reason}.`}]]}]
		: Map.groupBy(rights, ({registryKey}) => registryKey).entries().map(([key, own]) => attachedItem(key, own, hosts)).toArray();
	return [identityItem(cluster), ...attached, ...publicItem(hosts)];
};

/**
Which registries the nodes of a cluster may pull from, through which identity and role, and where what runs now comes from; Enter opens the
registry.
*/
export const registries: Tab<Cluster> = {
	id: 'registries',
	title: 'Registries',
	type: 'pick',
	items: ({resource, snapshot}) => itemsOf(resource, snapshot),
	empty: () => 'No registry is known.',
};
