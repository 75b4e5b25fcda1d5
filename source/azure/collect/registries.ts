import type {Registry} from '../../model/registry.js';
import {createKeeper} from '../keeper.js';
import {queries} from '../queries.js';
import {readRegistry} from '../read/registry.js';
import {readList} from '../reading.js';
import {byKey, type Kind} from './collect-everywhere.js';

export const registryKind = (): Kind<Registry> => ({
	query: queries.registries,
	keeper: createKeeper(readRegistry),
	async * list(session, reading, subscriptionId) {
		const client = await session.containerRegistry(subscriptionId);
		yield * readList(reading, options => client.registries.list(options));
	},
	compare: byKey,
});
