import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {ContainerGroup} from '../../source/model/container-group.js';
import {containerGroupColumns, containerGroupSort} from '../columns/container-groups.js';
import {isWrong} from '../columns/posture-columns.js';
import type {ListDefinition} from './list.js';

const missing = ({sources, containerGroups}: Snapshot): string => {
	const {error, status} = sources.containerGroups;
	if (error !== undefined) {
		return error.reason;
	}

	return status === 'fresh' || status === 'old' || containerGroups.length > 0 ? '' : 'being read';
};

/**
Every container group of Azure Container Instances.
*/
export const containerGroupsList: ListDefinition<ContainerGroup> = {
	kind: 'containerGroup',
	title: 'Container instances',
	columns: containerGroupColumns,
	defaultSort: containerGroupSort,
	isWrong,
	empty(snapshot) {
		const why = missing(snapshot);
		return why === '' ? 'There is no container group in the subscriptions that could be read.' : `No container group: ${why}.`;
	},
	missing,
};
