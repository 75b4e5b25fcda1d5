import {createMemo} from '../../../source/fleet/relations/memo.js';
import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {RoleHolder} from '../../../source/model/role-holder.js';
import type {AccessResource} from '../../../source/posture/access/access-matrix.js';
import type {AccessView} from '../../../source/posture/access/access-view.js';
import type {RightsGroup} from '../../../source/posture/access/principal-rights.js';
import {plural} from '../../../source/model/plural.js';
import type {Line, Theme} from '../../theme.js';
import {rightLines} from '../access/right-lines.js';
import {markOf} from '../access/role-matrix-rows.js';
import type {PickItem, Tab} from '../tab.js';

const kindNouns: Readonly<Record<AccessResource['kind'], readonly [one: string, many: string]>> = {
	cluster: ['cluster', 'clusters'], registry: ['registry', 'registries'], keyVault: ['key vault', 'key vaults'], containerGroup: ['container group', 'container groups'], subscription: ['subscription', 'subscriptions'],
};

/**
So many resources of one group are named.
*/
const mostNamed = 20;

const nounOf = ({kind, resources}: RightsGroup): string => {
	const [one, many] = kindNouns[kind];
	return resources.length === 1 ? `${one} ${resources[0]!.name}` : `${resources.length} ${many}`;
};

const explain = (group: RightsGroup, view: AccessView, theme: Theme): readonly Line[] => {
	const {resources, rights} = group;
	const [first] = resources;
	const more = resources.length - mostNamed;
	return [
		[{text: nounOf(group), bold: true}],
		...rights.flatMap(right => rightLines(right, first!.key, view, theme)),
		[],
		[{text: `On ${plural(resources.length, 'resource')}`, tone: 'heading'}],
		...resources.slice(0, mostNamed).map(({name}): Line => [{text: `  ${name}`}]),
		...(more > 0 ? [[{text: `  and ${more} more`, tone: 'dim'}] as Line] : []),
	];
};

const itemOf = (group: RightsGroup, view: AccessView, theme: Theme): PickItem => ({
	key: `${group.kind} ${group.resources[0]!.key}`,
	title: [...group.rights.map(({is}) => markOf(is, theme, 1)), {text: ` ${nounOf(group)}`}],
	get explanation() {
		return explain(group, view, theme);
	},
	...(group.resources.length === 1 && {
		opens: {
			view: 'drill', kind: group.kind, key: group.resources[0]!.key, tab: 'access',
		} as const,
	}),
});

const listOf = createMemo((clusters: Snapshot['clusters'], registries: Snapshot['registries'], keyVaults: Snapshot['keyVaults'], subscriptions: Snapshot['judgedSubscriptions'], groups: Snapshot['containerGroups']): readonly AccessResource[] =>
	[...subscriptions, ...registries, ...clusters, ...groups, ...keyVaults]);

/**
Everything that somebody can do, and through what: resources on which it can do the same stand together.
*/
export const rights: Tab<RoleHolder> = {
	id: 'rights',
	title: 'Rights',
	type: 'pick',
	items({resource, snapshot: {access, clusters, registries, keyVaults, judgedSubscriptions, containerGroups}, theme}) {
		if (!access) {
			return [];
		}

		const {groups} = access.rightsOf(resource.id, listOf(clusters, registries, keyVaults, judgedSubscriptions, containerGroups));
		return groups.map(group => itemOf(group, access, theme));
	},
	empty: () => 'Nothing with the clusters, registries, container groups, vaults and subscriptions that were read.',
};
