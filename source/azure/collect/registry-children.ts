import {isUnknown, unknown, type Unknown} from '../../model/known.js';
import type {Registry, RegistryChildren} from '../../model/registry.js';
import type {Subscription} from '../../model/subscription.js';
import {isInGraph} from '../coverage.js';
import {createKeeper} from '../keeper.js';
import {readGraph} from '../pages.js';
import {queries} from '../queries.js';
import {readRegistryChild, type RegistryChild} from '../read/registry-child.js';
import type {Reading} from '../reading.js';
import type {Session} from '../session.js';
import {unknownOf} from './unknown-of.js';

const none: readonly never[] = Object.freeze([]);

const noChildren: RegistryChildren = Object.freeze({replicas: none, webhooks: none});

const childrenOf = (children: readonly RegistryChild[]): RegistryChildren => ({
	replicas: children.flatMap(item => (item.type === 'replication' ? [item.child] : [])),
	webhooks: children.flatMap(item => (item.type === 'webhook' ? [item.child] : [])),
});

const unreadable = (fault: Unknown): RegistryChildren => ({replicas: fault, webhooks: fault});

const leftOut = unreadable(unknown('not-asked', 'Resource Graph leaves this subscription out, and only it tells of all replications and webhooks in one answer: grant Reader on the subscription'));

/**
Gives registries their replications and webhooks.
*/
export type RegistryFamily = {
	/**
	Reads the children of all registries in the subscriptions that Resource Graph answers for. A refusal makes them unknown and
	is no error; only what says that nobody is signed in, and an aborted signal, reject.
	*/
	readonly read: (session: Session, reading: Reading, subscriptions: readonly Subscription[]) => Promise<void>;
	/**
	Joins what was read last; before that, registries are given back as they are. A registry and children that have not changed
	give the same object again.
	*/
	readonly join: (registries: readonly Registry[]) => readonly Registry[];
};

type Kept = {readonly children: RegistryChildren; readonly joined: Registry};

/**
Makes what joins registries with their children.

The list calls of one registry would be a request for each registry, so where Resource Graph leaves a subscription out, they
are unknown.
*/
export const createRegistryFamily = (): RegistryFamily => {
	const keeper = createKeeper(readRegistryChild);
	let listings: ReadonlyMap<string, {readonly items: readonly RegistryChild[]; readonly children: RegistryChildren}> = new Map();
	let refused: RegistryChildren | undefined;
	let childrenFor: ((registry: Registry) => RegistryChildren) | undefined;
	const kept = new WeakMap<Registry, Kept>();

	const isSame = (one: readonly RegistryChild[], other: readonly RegistryChild[]): boolean =>
		one.length === other.length && one.every((item, index) => item === other[index]);

	const collect = async (session: Session, reading: Reading, ids: readonly string[]): Promise<void> => {
		const run = keeper.begin();
		const found: RegistryChild[] = [];
		for await (const {rows} of readGraph(session, reading, queries.registryChildren, {subscriptions: ids})) {
			found.push(...await run.read(rows, reading.signal));
		}

		run.end();
		listings = new Map([...Map.groupBy(found, ({registryKey}) => registryKey)].map(([key, items]) => {
			const before = listings.get(key);
			return [key, before && isSame(before.items, items) ? before : {items, children: childrenOf(items)}];
		}));
	};

	return {
		async read(session, reading, subscriptions) {
			const asked = new Set(subscriptions.filter(subscription => isInGraph(subscription)).map(({id}) => id));
			try {
				if (asked.size > 0) {
					await collect(session, reading, [...asked]);
				}

				childrenFor = ({key, subscriptionId}) => (asked.has(subscriptionId) ? listings.get(key)?.children ?? noChildren : leftOut);
			} catch (error) {
				const fault = unknownOf(error);
				// The same refusal again changes nothing.
				refused = isUnknown(refused?.replicas) && refused.replicas.reason === fault.reason ? refused : unreadable(fault);
				const children = refused;
				childrenFor = ({subscriptionId}) => (asked.has(subscriptionId) ? children : leftOut);
			}
		},
		join(registries) {
			const given = childrenFor;
			if (given === undefined) {
				return registries;
			}

			return registries.map(registry => {
				const children = given(registry);
				const before = kept.get(registry);
				if (before?.children.replicas === children.replicas && before.children.webhooks === children.webhooks) {
					return before.joined;
				}

				const joined = {...registry, ...children};
				kept.set(registry, {children, joined});
				return joined;
			});
		},
	};
};
