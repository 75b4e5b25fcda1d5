import type {Collected} from '../azure/collectors.js';
import type {Coverage} from '../model/subscription.js';

/**
Whether both say the same of a subscription, in the same words.
*/
export const isSameCoverage = (one: Coverage, other: Coverage): boolean =>
	one.state === other.state && ('reason' in one ? one.reason : '') === ('reason' in other ? other.reason : '');

/**
The previous list when both hold the very same objects in the same order, so that what was derived from it stays valid.
*/
export const reuseList = <T>(previous: readonly T[], next: readonly T[]): readonly T[] =>
	previous.length === next.length && next.every((item, index) => item === previous[index]) ? previous : next;

/**
The previous map when both hold equal entries.
*/
export const reuseMap = <K, V>(previous: ReadonlyMap<K, V>, next: ReadonlyMap<K, V>, isEqual: (one: V, other: V) => boolean): ReadonlyMap<K, V> => {
	if (previous.size !== next.size) {
		return next;
	}

	for (const [key, value] of next) {
		const old = previous.get(key);
		if (!(old === undefined ? value === undefined && previous.has(key) : isEqual(old, value))) {
			return next;
		}
	}

	return previous;
};

/**
For small values that no collector keeps by hash: totals, plans' maps, versions.
*/
export const isSameJson = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

export const reuseEqual = <T>(previous: T, next: T): T => (isSameJson(previous, next) ? previous : next);

type InSubscription = {readonly subscriptionId: string};

/**
Adds what was known of subscriptions that could not be read this time: a line that dropped must not look like resources that
were deleted. What is denied is not added, since the identity is not to see it any more.
*/
const withUnreached = <T extends InSubscription>(previous: readonly T[], {items, coverage}: Collected<T>): readonly T[] => {
	const unreached = previous.filter(({subscriptionId}) => coverage.get(subscriptionId)?.state === 'failed');
	return unreached.length === 0 ? items : [...items, ...unreached];
};

/**
Keeps the identity of what did not change: of the items, of the coverage, and of the whole when neither changed. Items of a
subscription that failed this time stay.
*/
export const reuseCollected = <C extends Collected<InSubscription>>(previous: C, next: C): C => {
	const merged = {
		...next,
		items: reuseList(previous.items, withUnreached(previous.items, next)),
		coverage: reuseMap(previous.coverage, next.coverage, isSameCoverage),
	};
	const isSame = Object.entries(merged).every(([member, value]) => previous[member as keyof C] === value);
	return isSame ? previous : merged;
};
