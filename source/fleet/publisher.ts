import {notifyManager} from '@tanstack/query-core';
import {createListeners} from './listeners.js';
import {onlyClocksMoved} from './only-clocks-moved.js';
import type {Snapshot} from './snapshot.js';
import {spacing} from './spacing.js';

export type Publisher = {
	/**
	Takes the first snapshot, before anybody listens.
	*/
	readonly begin: (first: Snapshot) => void;
	readonly snapshot: () => Snapshot;
	readonly subscribe: (listener: () => void) => () => void;
	/**
	Something that snapshots are made of has changed. However much does in one turn of the event loop, listeners hear of it once.
	*/
	readonly changed: () => void;
	/**
	Somebody has pressed a key and looks for what it did: the next snapshot is told of at once.
	*/
	readonly hurry: () => void;
	readonly stop: () => void;
};

/**
What the four panes show.
*/
const tables = ['clusters', 'registries', 'findings'] as const;

const hasTables = ({sources}: Snapshot): boolean => tables.every(name => sources[name].readAt !== undefined);

const hasRows = ({sources}: Snapshot): boolean => tables.some(name => sources[name].readAt !== undefined);

/**
Keeps the newest snapshot and tells of it, as soon as it is worth a frame.

@param next Gives the snapshot that follows one, or the same where nothing has changed.
*/
export const createPublisher = (next: (previous: Snapshot) => Snapshot): Publisher => {
	const listeners = createListeners(spacing.frame);
	let snapshot: Snapshot;
	let isDirty = false;
	let isUrgent = false;
	let isStopped = false;

	const publish = (): void => {
		isDirty = false;
		if (isStopped) {
			return;
		}

		const previous = snapshot;
		snapshot = next(previous);
		if (snapshot === previous) {
			return;
		}

		// Who has just started the program waits for nothing else.
		const isFirstFill = !hasTables(previous) && hasTables(snapshot);
		const patience = onlyClocksMoved(previous, snapshot) ? spacing.quiet : (hasRows(snapshot) ? 0 : spacing.empty);
		listeners.tell({isUrgent: isUrgent || isFirstFill, patience});
		isUrgent = false;
	};

	return {
		begin(first) {
			snapshot = first;
		},
		snapshot: () => snapshot,
		subscribe: listeners.add,
		changed() {
			if (isDirty || isStopped) {
				return;
			}

			isDirty = true;
			notifyManager.schedule(publish);
		},
		hurry() {
			isUrgent = true;
		},
		stop() {
			isStopped = true;
			listeners.clear();
		},
	};
};
