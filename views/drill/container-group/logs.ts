import type {ContainerGroup} from '../../../source/model/container-group.js';
import {isUnknown, valueOf} from '../../../source/model/known.js';
import type {Tab} from '../tab.js';

/**
What the containers of a group write, followed live while the tab is open; those that ran first come last.
*/
export const logs: Tab<ContainerGroup> = {
	id: 'logs',
	title: 'Logs',
	type: 'logs',
	containers({resource}) {
		const all = (valueOf(resource.containers) ?? []).toSorted((one, other) => Number(one.isInit) - Number(other.isInit));
		return all.map(({name}) => name);
	},
	empty: ({resource: {containers}}) => (isUnknown(containers) ? `Containers: unknown, ${containers.reason}` : 'Azure lists no container of this group.'),
};
