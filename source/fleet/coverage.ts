import type {Coverage, Subscription} from '../model/subscription.js';
import {isSameCoverage} from './reuse.js';

type CoverageMap = ReadonlyMap<string, Coverage>;

/**
What a person must know first stands highest.
*/
const rank: Readonly<Record<Coverage['state'], number>> = {
	waiting: 0,
	answered: 1,
	listed: 2,
	failed: 3,
	denied: 4,
};

const worst = (subscription: Subscription, maps: readonly CoverageMap[]): Coverage => {
	let {coverage} = subscription;
	for (const map of maps) {
		const other = map.get(subscription.id);
		if (other && rank[other.state] > rank[coverage.state]) {
			coverage = other;
		}
	}

	return coverage;
};

/**
Makes the function that says of each subscription how far it could be read: the worst that any source met. A
subscription whose coverage did not change keeps its identity, and so does the list.
*/
export const createCoverageMerge = (): ((subscriptions: readonly Subscription[], maps: readonly CoverageMap[]) => readonly Subscription[]) => {
	let bases = new Map<Subscription, Subscription>();
	let list: readonly Subscription[] = [];
	return (subscriptions, maps) => {
		const nextBases = new Map<Subscription, Subscription>();
		for (const base of subscriptions) {
			const coverage = worst(base, maps);
			const old = bases.get(base);
			const merged = isSameCoverage(base.coverage, coverage) ? base : {...base, coverage};
			nextBases.set(base, old && isSameCoverage(old.coverage, coverage) ? old : merged);
		}

		bases = nextBases;
		const next = nextBases.values().toArray();
		if (next.length !== list.length || next.some((subscription, index) => subscription !== list[index])) {
			list = next;
		}

		return list;
	};
};

/**
The subscriptions that may not be read now and could be, or were not known, before.
*/
export const newlyDenied = (before: readonly Subscription[], after: readonly Subscription[]): readonly Subscription[] => {
	const denied = new Set(before.filter(({coverage}) => coverage.state === 'denied').map(({id}) => id));
	return before === after ? [] : after.filter(({id, coverage}) => coverage.state === 'denied' && !denied.has(id));
};
