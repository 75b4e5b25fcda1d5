import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {ContainerGroup} from '../../../source/model/container-group.js';
import {isUnknown, unknown, type Fact} from '../../../source/model/known.js';
import {groupPulls, pullerOf, type GroupPull} from '../../../source/posture/groups/group-pulls.js';
import type {RegistryRight} from '../../../source/posture/relations.js';
import type {Line} from '../../theme.js';
import {rightWords} from '../attach-words.js';
import type {PickItem, Tab} from '../tab.js';

const notRead = unknown('not-asked', 'role assignments have not been read yet');

const wayTitles = {
	identity: 'by identity', admin: 'by the admin user', password: 'by name and password', none: 'nobody signs in, as far as is told',
} as const;

const wayTones = {
	identity: 'good', admin: 'high', password: 'medium', none: 'dim',
} as const;

/**
The roles by which the identity of a group reaches the registry.
*/
const rightsOf = (group: ContainerGroup, pull: GroupPull, {relations: {registryRights}}: Snapshot): Fact<readonly RegistryRight[]> => {
	const principal = pullerOf(group, pull);
	if (isUnknown(principal)) {
		return principal;
	}

	const rights = registryRights?.get(principal) ?? notRead;
	return isUnknown(rights) ? rights : rights.filter(({registryKey}) => registryKey === pull.registry?.key);
};

const rightLines = (group: ContainerGroup, pull: GroupPull, snapshot: Snapshot): readonly Line[] => {
	if (pull.way !== 'identity') {
		return [];
	}

	if (!pull.registry) {
		return [[{text: 'Whether its identity may pull is unknown', tone: 'unknown'}, {text: ': the registry is not among those that could be read.'}]];
	}

	const rights = rightsOf(group, pull, snapshot);
	if (isUnknown(rights)) {
		return [[{text: 'Whether its identity may pull is unknown', tone: 'unknown'}, {text: `: ${rights.reason}.`}]];
	}

	return rights.length === 0
		? [[{text: 'No role of its identity reaches the registry: pulls fail.', tone: 'medium'}]]
		: rights.map(right => rightWords(right));
};

const credentialLine = ({way, credential}: GroupPull): Line => {
	const who = way === 'identity' && typeof credential?.identity === 'string' ? credential.identity : (typeof credential?.username === 'string' ? credential.username : '');
	return [{text: wayTitles[way], tone: wayTones[way]}, {text: who === '' ? '' : `  ${who}`, tone: 'dim'}];
};

const adminLine = ({way, registry}: GroupPull): readonly Line[] => {
	if (way !== 'admin') {
		return [];
	}

	const isOn = registry?.adminUser;
	return [[{text: isOn === true ? 'The admin user is on: its password pulls and pushes everything.' : (isOn === false ? 'The admin user is off: pulls fail.' : 'Whether the admin user is on is not known.'), tone: isOn === true ? 'high' : 'unknown'}]];
};

const itemOf = (group: ContainerGroup, pull: GroupPull, snapshot: Snapshot): PickItem => {
	const {host, images, isPublic, registry} = pull;
	return {
		key: host,
		title: [{text: registry?.name ?? host, tone: isPublic ? 'medium' : 'plain'}, {text: `  ${wayTitles[pull.way]}`, tone: wayTones[pull.way]}],
		get explanation() {
			return [
				[{text: host, bold: true}, {text: isPublic ? '  a public registry' : (registry ? '' : '  not a registry of the fleet that could be read'), tone: isPublic ? 'medium' : 'unknown'} as const],
				credentialLine(pull),
				...adminLine(pull),
				...rightLines(group, pull, snapshot),
				[],
				[{text: 'Images', tone: 'heading'}] as Line,
				...images.map((image): Line => [{text: `  ${image}`}]),
			];
		},
		...(registry && {
			opens: {
				view: 'drill', kind: 'registry', key: registry.key, tab: 'clusters',
			} as const,
		}),
	};
};

/**
Which registries a group pulls from, as whom and by which role; Enter opens the registry.
*/
export const registries: Tab<ContainerGroup> = {
	id: 'registries',
	title: 'Registries',
	type: 'pick',
	items({resource, snapshot}) {
		const pulls = groupPulls(resource, snapshot.registries);
		return isUnknown(pulls)
			? [{key: 'unknown', title: [{text: '? not known', tone: 'unknown'}], explanation: [[{text: 'Where its images come from is unknown', tone: 'unknown'}, {text: `: ${pulls.reason}.`}]]}]
			: pulls.map(pull => itemOf(resource, pull, snapshot));
	},
	empty: () => 'It has no container with an image.',
};
