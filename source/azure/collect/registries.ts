import type {Registry} from '../../model/registry.js';
import type {Subscription} from '../../model/subscription.js';
import type {Collected, OnPartial} from '../collectors.js';
import {createKeeper} from '../keeper.js';
import {queries} from '../queries.js';
import {readRegistry} from '../read/registry.js';
import {readList, type Reading} from '../reading.js';
import type {Session} from '../session.js';
import {byKey, collectEverywhere, type Kind} from './collect-everywhere.js';
import {createRegistryFamily} from './registry-children.js';

const registryKind = (): Kind<Registry> => ({
	query: queries.registries,
	keeper: createKeeper(readRegistry),
	async * list(session, reading, subscriptionId) {
		const client = await session.containerRegistry(subscriptionId);
		yield * readList(reading, options => client.registries.list(options));
	},
	compare: byKey,
});

/**
Makes what reads registries together with their replications and webhooks: two questions at once.
*/
export const createRegistries = () => {
	const kind = registryKind();
	const family = createRegistryFamily();
	const join = <T extends Collected<Registry>>(collected: T): T => ({...collected, items: family.join(collected.items)});
	return async (session: Session, reading: Reading, subscriptions: readonly Subscription[], onPartial?: OnPartial<Collected<Registry>>): Promise<Collected<Registry>> => {
		const [collected] = await Promise.all([
			collectEverywhere(session, reading, kind, subscriptions, {
				onPartial: onPartial && (partial => {
					onPartial(join(partial));
				}),
			}),
			family.read(session, reading, subscriptions),
		]);
		return join(collected);
	};
};
