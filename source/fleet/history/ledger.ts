import type {TimelineEvent} from './change.js';
import {memoryOf} from './code.js';
import {diffRecords} from './diff.js';
import {codeIn, isSameRecord, type ResourceRecord} from './record.js';
import type {Span} from './span.js';

/**
Everything that is remembered of all resources, and their time lines.
*/
export type Ledger = {
	readonly records: ReadonlyMap<string, ResourceRecord>;
	/**
	Takes what is known of a resource from `at` on; `undefined` is one that is gone. `isFirst`: it is no news, only where the
	memory begins.
	*/
	readonly apply: (key: string, record: ResourceRecord | undefined, at: number, isFirst: boolean) => void;
	/**
	From now on each step is noted in these as well.
	*/
	readonly watch: (spans: readonly Span[]) => void;
	/**
	Oldest first; the same array as long as nothing happened.
	*/
	readonly timelineOf: (key: string) => readonly TimelineEvent[];
	/**
	Since when a check on a resource is known to pass without a break, milliseconds since 1970.
	*/
	readonly passingSince: (key: string, checkId: string) => number | undefined;
};

/**
A resource that flaps for weeks is told with its newest events.
*/
const mostEvents = 500;

const noEvents: readonly TimelineEvent[] = [];

export const createLedger = (): Ledger => {
	const records = new Map<string, ResourceRecord>();
	/**
	When each was first seen, of what is there.
	*/
	const firstSeen = new Map<string, number>();
	const timelines = new Map<string, readonly TimelineEvent[]>();
	let watching: readonly Span[] = [];

	return {
		records,
		apply(key, record, at, isFirst) {
			const before = records.get(key);
			const isSame = before === record || (before && record && isSameRecord(before, record));
			if (isSame) {
				return;
			}

			if (record) {
				records.set(key, record);
				if (!before) {
					firstSeen.set(key, at);
				}
			} else {
				records.delete(key);
				firstSeen.delete(key);
			}

			if (isFirst) {
				return;
			}

			const {items} = diffRecords(before, record);
			if (items.length > 0) {
				const events = items.map(item => ({...item, at}));
				timelines.set(key, [...(timelines.get(key) ?? noEvents), ...events].slice(-mostEvents));
			}

			for (const span of watching) {
				span.note({
					key, before, after: record, items, at,
				});
			}
		},
		watch(spans) {
			watching = spans;
		},
		timelineOf: key => timelines.get(key) ?? noEvents,
		passingSince(key, checkId) {
			const record = records.get(key);
			if (!record || memoryOf(codeIn(record, checkId))?.standing !== 'pass') {
				return undefined;
			}

			// A resource that came back began anew; and who forgets the oldest events knows no better than since then.
			const since = firstSeen.get(key);
			const last = timelines.get(key)?.findLast(event => event.checkId === checkId);
			return since === undefined ? last?.at : Math.max(since, last?.at ?? since);
		},
	};
};
