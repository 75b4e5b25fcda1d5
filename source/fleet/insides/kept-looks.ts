import type {ClusterRecords} from '../../model/cluster-records.js';
import {insideUnknown} from '../../kubernetes/inside-unknown.js';
import type {Inside, Reach} from '../../model/inside.js';
import {isUnknown, type Fact, type Unknown} from '../../model/known.js';
import {toErrorDetail, toUnknown} from '../error-detail.js';
import {isSameJson, reuseList} from '../reuse.js';

/**
What was found by looking into clusters, by the cluster's key. A map keeps its identity as long as nothing in it changed.
*/
export type KeptLooks = {
	readonly insides: () => ReadonlyMap<string, Inside>;
	readonly records: () => ReadonlyMap<string, ClusterRecords>;
	readonly keys: () => ReadonlySet<string>;
	readonly takeInside: (key: string, inside: Inside) => void;
	readonly takeRecords: (key: string, records: ClusterRecords) => void;
	/**
	The look itself failed: everything is unknown for that reason, but for what was known before.
	*/
	readonly takeFailure: (what: 'inside' | 'records', key: string, error: unknown) => void;
	readonly drop: (key: string) => void;
};

/**
Causes that pass by themselves: what was known before is shown on, with its age.
*/
const passing: ReadonlySet<Unknown['unknown']> = new Set(['unreachable', 'throttled']);

const isLost = (fact: Fact<unknown>): boolean => isUnknown(fact) && passing.has(fact.unknown);

/**
Up to here a list is compared by what it says: longer ones bring their items' identity from the collector.
*/
const shortList = 500;

const reusePart = (old: unknown, value: unknown): unknown => {
	if (Array.isArray(old) && Array.isArray(value) && value.length > shortList) {
		return reuseList<unknown>(old, value);
	}

	return isSameJson(old, value) ? old : value;
};

/**
What was read in the one look or the other: a part that a lost line hides now stays as it was, and one that reads the same keeps its identity.
*/
const merge = <T extends {readonly readAt: number}>(previous: T | undefined, next: T): T => {
	if (!previous) {
		return next;
	}

	const before = previous as Readonly<Record<string, unknown>>;
	let isOld = false;
	const entries = Object.entries(next).map(([member, value]: [string, unknown]) => {
		const old = before[member];
		if (old !== undefined && isLost(value) && !isUnknown(old)) {
			isOld = true;
			return [member, old];
		}

		return [member, reusePart(old, value)];
	});
	const merged = Object.fromEntries(entries) as T;
	return isOld ? {...merged, readAt: previous.readAt} : merged;
};

/**
A look that failed before any way was tried.
*/
const notReached = (reason: Unknown): Reach => ({
	way: undefined,
	server: undefined,
	attempts: [{
		way: 'entra', cause: reason.unknown, reason: reason.reason, remedy: undefined,
	}],
});

const noRecords = (key: string, reason: Unknown, readAt: number): ClusterRecords => ({
	clusterKey: key, diagnosticSettings: reason, activity: reason, maintenance: reason, readAt,
});

/**
Makes the memory of what looks have found.
*/
export const createKeptLooks = (now: () => number): KeptLooks => {
	let insides: ReadonlyMap<string, Inside> = new Map();
	let records: ReadonlyMap<string, ClusterRecords> = new Map();

	const takeInside = (key: string, inside: Inside): void => {
		insides = new Map(insides).set(key, merge(insides.get(key), inside));
	};

	const takeRecords = (key: string, found: ClusterRecords): void => {
		records = new Map(records).set(key, merge(records.get(key), found));
	};

	return {
		insides: () => insides,
		records: () => records,
		keys: () => new Set([...insides.keys(), ...records.keys()]),
		takeInside,
		takeRecords,
		takeFailure(what, key, error) {
			const reason = toUnknown(toErrorDetail(error, what === 'inside' ? 'The cluster\'s own API' : 'What Azure tells of the cluster'));
			if (what === 'inside') {
				takeInside(key, insideUnknown(key, notReached(reason), reason, now()));
			} else {
				takeRecords(key, noRecords(key, reason, now()));
			}
		},
		drop(key) {
			insides = new Map(insides.entries().filter(([other]) => other !== key));
			records = new Map(records.entries().filter(([other]) => other !== key));
		},
	};
};
