import type {ContainerGroup} from '../../model/container-group.js';
import {createKeeper} from '../keeper.js';
import {queries} from '../queries.js';
import {readContainerGroup} from '../read/container-group.js';
import {readList} from '../reading.js';
import {byKey, type Kind} from './collect-everywhere.js';

export const containerGroupKind = (): Kind<ContainerGroup> => ({
	query: queries.containerGroups,
	keeper: createKeeper(readContainerGroup),
	async * list(session, reading, subscriptionId) {
		const client = await session.containerInstance(subscriptionId);
		yield * readList(reading, options => client.containerGroups.list(options));
	},
	compare: byKey,
});
