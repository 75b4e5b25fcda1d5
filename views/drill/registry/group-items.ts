import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {ContainerGroup} from '../../../source/model/container-group.js';
import {isUnknown} from '../../../source/model/known.js';
import type {Registry} from '../../../source/model/registry.js';
import {groupPulls, type GroupPull} from '../../../source/posture/groups/group-pulls.js';
import type {Line} from '../../theme.js';
import type {PickItem} from '../tab.js';

const words = {
	identity: 'by identity', admin: 'by the admin user', password: 'by name and password', none: 'as nobody, as far as is told',
} as const;

const itemOf = ({key, name}: ContainerGroup, {way, images}: GroupPull, registry: Registry): PickItem => ({
	key,
	title: [{text: name, tone: way === 'identity' ? 'plain' : 'medium'}, {text: `  container group, ${words[way]}`, tone: 'dim'}],
	opens: {
		view: 'drill', kind: 'containerGroup', key, tab: 'registries',
	},
	get explanation(): readonly Line[] {
		return [
			[{text: name, bold: true}, {text: `  pulls from ${registry.name}`}],
			[{text: words[way], tone: way === 'identity' ? 'good' : 'medium'}],
			[],
			...images.map((image): Line => [{text: `  ${image}`}]),
		];
	},
});

/**
The container groups whose images come from a registry, and as whom they pull.
*/
export const groupItems = (registry: Registry, {containerGroups, registries}: Snapshot): readonly PickItem[] => containerGroups.flatMap(group => {
	const pulls = groupPulls(group, registries);
	const own = isUnknown(pulls) ? undefined : pulls.find(pull => pull.registry?.key === registry.key);
	return own ? [itemOf(group, own, registry)] : [];
});
