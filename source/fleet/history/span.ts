import {
	changeKinds,
	type Change,
	type ChangeCounts,
	type ChangeKind,
} from './change.js';
import {diffRecords, type Difference} from './diff.js';
import type {ResourceRecord} from './record.js';

export type Rows = {
	readonly rows: readonly Change[];
	readonly counts: ChangeCounts;
	readonly newlyPassed: number;
};

/**
A time from whose beginning to now differences are told.
*/
export type Span = {
	/**
	Takes one step of one resource; `before` counts at its first step only.
	*/
	readonly note: (step: {
		readonly key: string;
		readonly before: ResourceRecord | undefined;
		readonly after: ResourceRecord | undefined;
		readonly items: readonly Difference[];
		readonly at: number;
	}) => void;
	/**
	Works out what was noted, in small steps.
	*/
	readonly settle: () => Generator<void, void, void>;
	/**
	One row for each difference, as far as it was settled; the same object as long as nothing was, each row the same as long
	as it says the same.
	*/
	readonly rows: () => Rows;
};

type Entry = {
	readonly before: ResourceRecord | undefined;
	after: ResourceRecord | undefined;
	/**
	When each check, or the resource as a whole, changed last.
	*/
	readonly at: Map<string | undefined, number>;
	rows: readonly Change[];
	newlyPassed: number;
};

const isSameRow = (one: Change, other: Change): boolean =>
	one.change === other.change && one.checkId === other.checkId && one.severity === other.severity && one.at === other.at && one.name === other.name;

const refresh = (key: string, entry: Entry): void => {
	const {before, after, at} = entry;
	const shown = after ?? before;
	if (!shown) {
		// It came and went.
		entry.rows = [];
		entry.newlyPassed = 0;
		return;
	}

	const {name, kind} = shown;
	const {items, newlyPassed} = diffRecords(before, after);
	const latest = Math.max(...at.values());
	const old = new Map(entry.rows.map(row => [row.checkId, row]));
	entry.rows = items.map(({checkId, change, severity}) => {
		const row: Change = {
			key, name, kind, checkId, change, severity, at: at.get(checkId) ?? latest,
		};
		const known = old.get(checkId);
		return known && isSameRow(known, row) ? known : row;
	});
	entry.newlyPassed = newlyPassed;
};

/**
Of a time in which nothing changed.
*/
export const noRows: Rows = {rows: [], counts: {}, newlyPassed: 0};

export const createSpan = (): Span => {
	const entries = new Map<string, Entry>();
	let current = noRows;
	const noted = new Set<string>();
	let isStale = false;

	const build = (): Rows => {
		const rows: Change[] = [];
		const counts = new Map<ChangeKind, number>();
		let newlyPassed = 0;
		for (const entry of entries.values()) {
			newlyPassed += entry.newlyPassed;
			for (const row of entry.rows) {
				rows.push(row);
				counts.set(row.change, (counts.get(row.change) ?? 0) + 1);
			}
		}

		return {
			rows,
			counts: Object.fromEntries(changeKinds.filter(kind => counts.has(kind)).map(kind => [kind, counts.get(kind)!])),
			newlyPassed,
		};
	};

	return {
		note({key, before, after, items, at}) {
			let entry = entries.get(key);
			if (!entry) {
				entry = {
					before, after, at: new Map([[undefined, at]]), rows: [], newlyPassed: 0,
				};
				entries.set(key, entry);
			}

			entry.after = after;
			noted.add(key);
			for (const {checkId} of items) {
				entry.at.set(checkId, at);
			}
		},
		* settle() {
			for (const key of noted) {
				refresh(key, entries.get(key)!);
				noted.delete(key);
				isStale = true;
				yield;
			}
		},
		rows() {
			if (isStale) {
				current = build();
				isStale = false;
			}

			return current;
		},
	};
};
