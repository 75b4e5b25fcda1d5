import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {ContainerGroup} from '../../../source/model/container-group.js';
import type {GroupState} from '../../../source/model/group-state.js';
import {isUnknown, type Fact} from '../../../source/model/known.js';
import {groupPulls, type GroupPull} from '../../../source/posture/groups/group-pulls.js';
import {
	factRow,
	textRow,
	unknownLine,
	words,
} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import {postureSection} from '../rows/posture-section.js';
import {placeRows, tagSection} from '../rows/resource-section.js';
import type {Tab} from '../tab.js';
import {identitySection} from './identity-rows.js';
import {networkRows} from './network-rows.js';
import {eventSection, momentLine, stateOf} from './state-words.js';

const stateRow = (state: Fact<GroupState>): SheetRow => (isUnknown(state)
	? {label: 'State', value: unknownLine(state)}
	: textRow('State', state.state, words('not told', 'unknown')));

const containerRows = (group: ContainerGroup, state: Fact<GroupState>, now: number): readonly SheetRow[] => {
	if (isUnknown(group.containers)) {
		return [{value: unknownLine(group.containers)}];
	}

	if (group.containers.length === 0) {
		return [{value: words('none: Azure lists no container of this group', 'unknown')}];
	}

	return group.containers.map(({name, isInit, image}): SheetRow => {
		const own = isUnknown(state) || isUnknown(state.containers) ? undefined : state.containers.find(container => container.name === name && container.isInit === isInit);
		const restarts = own && typeof own.restarts === 'number' && own.restarts > 0 ? [{text: `, ${own.restarts} restarts`, tone: own.restarts > 5 ? 'high' : 'medium'} as const] : [];
		const moment = own?.current;
		return {
			label: isInit ? `${name} (first)` : name,
			value: [
				...(isUnknown(image) ? unknownLine(image) : [{text: image ?? 'image not reported'}]),
				...(moment === undefined || isUnknown(moment) ? [] : [{text: '  '}, ...momentLine(moment, now)]),
				...restarts,
			],
		};
	});
};

const wayWords = {
	identity: words('a managed identity pulls', 'good'),
	admin: words('the admin user pulls, whose password may push too', 'high'),
	password: words('a name and password pull', 'medium'),
	none: words('no sign-in is told of', 'dim'),
} as const;

const pullRow = ({host, way, isPublic, registry}: GroupPull): SheetRow => ({
	label: registry?.name ?? host,
	value: [...(isPublic ? [{text: 'public registry, ', tone: 'medium'} as const] : []), ...wayWords[way]],
});

const registrySection = (group: ContainerGroup, {registries}: Snapshot): Section => {
	const pulls = groupPulls(group, registries);
	return {title: 'Registries', rows: isUnknown(pulls) ? [{value: unknownLine(pulls)}] : (pulls.length === 0 ? [{value: words('none', 'dim')}] : pulls.map(pull => pullRow(pull)))};
};

/**
A container group at a glance.
*/
export const overview: Tab<ContainerGroup> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines({resource, snapshot, theme, width, now}) {
		const state = stateOf(resource.key, snapshot);
		return drawSheet([
			postureSection(snapshot.posture.byKey.get(resource.key), theme),
			{
				title: 'Container group',
				rows: [
					stateRow(state),
					textRow('Deployment', resource.provisioningState, words('not reported', 'unknown')),
					textRow('Restart policy', resource.restartPolicy, words('not set: Always', 'dim')),
					textRow('Operating system', resource.osType, words('not reported', 'unknown')),
					factRow('SKU', resource.sku, sku => words(sku === 'Confidential' ? 'Confidential: memory is encrypted by the processor' : sku), words('not set: Standard', 'dim')),
					...(resource.confidentialPolicy === true ? [{label: 'Confidential policy', value: words('set: it says what may run')}] : []),
					textRow('Priority', resource.priority, words('Regular', 'dim')),
					factRow('Zones', resource.zones, zones => words(zones.join(', ')), words('none chosen', 'dim')),
					textRow('Own key', resource.ownKey, words('none: Microsoft\'s key', 'dim')),
					factRow('Logs', resource.logWorkspace, workspace => words(`to workspace ${workspace}${typeof resource.logType === 'string' ? ` (${resource.logType})` : ''}`), words('go nowhere: they end with the group', 'medium')),
					...placeRows(resource, snapshot),
				],
			},
			{title: 'Containers', rows: containerRows(resource, state, now)},
			{title: 'Network', rows: networkRows(resource)},
			registrySection(resource, snapshot),
			identitySection(resource),
			eventSection(state, now),
			tagSection(resource),
		], width, theme);
	},
};
