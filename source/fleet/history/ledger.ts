import type {TimelineEvent} from './change.js';
import {diffRecords} from './diff.js';
import {isSameRecord, type ResourceRecord} from './record.js';
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
};

/**
A resource that flaps for weeks is told with its newest events.
*/
const mostEvents = 500;

const noEvents: readonly TimelineEvent[] = [];

export const createLedger = (): Ledger => {
	const records = new Map<string, ResourceRecord>();
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
			} else {
				records.delete(key);
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
	};
};
