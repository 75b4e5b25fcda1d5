import type {JudgedSubscription} from '../../model/judged-subscription.js';
import type {Subscription} from '../../model/subscription.js';
import {reuseList} from '../reuse.js';

const noTags: Readonly<Record<string, string>> = Object.freeze({});

/**
Makes the function that gives subscriptions the shape of what is judged. How far one could be read is no part of it, so that
its object stays the same while its coverage changes.
*/
export const createJudgedSubscriptions = (): ((subscriptions: readonly Subscription[]) => readonly JudgedSubscription[]) => {
	let byId = new Map<string, JudgedSubscription>();
	let list: readonly JudgedSubscription[] = [];
	return subscriptions => {
		const next = new Map<string, JudgedSubscription>();
		for (const {id, name} of subscriptions) {
			const before = byId.get(id);
			next.set(id, before?.name === name
				? before
				: {
					kind: 'subscription', id: `/subscriptions/${id}`, key: `/subscriptions/${id}`, name, subscriptionId: id, resourceGroup: '', region: '', tags: noTags,
				});
		}

		byId = next;
		list = reuseList(list, next.values().toArray());
		return list;
	};
};
