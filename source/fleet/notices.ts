import type {Subscription} from '../model/subscription.js';
import type {PollStates} from './polls.js';
import type {Notice, SourceName} from './snapshot.js';
import {sourceNames} from './sources.js';
import {sourceLabels} from './source-labels.js';

/**
More is never shown, and a session may run for weeks.
*/
const mostNotices = 200;

export type Notices = {
	readonly list: () => readonly Notice[];
	/**
	Adds one, unless it says the same as the one before.
	*/
	readonly add: (level: Notice['level'], text: string) => void;
};

export const createNotices = (now: () => number, onLog?: (notice: Notice) => void): Notices => {
	let notices: readonly Notice[] = [];
	return {
		list: () => notices,
		add(level, text) {
			if (notices.at(-1)?.text === text) {
				return;
			}

			const notice = {at: now(), level, text};
			notices = [...notices.slice(1 - mostNotices), notice];
			onLog?.(notice);
		},
	};
};

/**
Makes the function that tells what became of the sources since it was called last: a source that fails, that is asked
to slow down, that can be read again.
*/
export const createSourceWatch = (notices: Notices): ((states: PollStates) => void) => {
	const failing = new Map<SourceName, string>();
	return states => {
		for (const name of sourceNames) {
			const {error, isReading} = states[name];
			const cause = failing.get(name);
			if (error && error.cause !== cause) {
				failing.set(name, error.cause);
				notices.add(error.cause === 'throttled' ? 'warning' : 'error', `${sourceLabels[name]}: ${error.reason}`);
			} else if (!error && cause !== undefined && !isReading) {
				failing.delete(name);
				notices.add('info', `${sourceLabels[name]}: read again.`);
			}
		}
	};
};

export const noteDenied = (notices: Notices, denied: readonly Subscription[]): void => {
	for (const {name, coverage} of denied) {
		if (coverage.state === 'denied') {
			notices.add('warning', `Subscription ${name}: ${coverage.reason}`);
		}
	}
};
