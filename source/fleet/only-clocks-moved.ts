import type {Snapshot, SourceName} from './snapshot.js';

const clocks: ReadonlySet<keyof Snapshot> = new Set(['sources', 'readAt', 'nextAt', 'isSettled']);

/**
Whether two snapshots differ only in when something is or was read: a poll that has begun, or brought nothing new. All that
shows of it is an age, which moves in steps anyway.
*/
export const onlyClocksMoved = (previous: Snapshot, next: Snapshot): boolean => {
	for (const name of Object.keys(next) as Array<keyof Snapshot>) {
		if (!clocks.has(name) && previous[name] !== next[name]) {
			return false;
		}
	}

	return (Object.keys(next.sources) as SourceName[]).every(name => {
		const {status, error, isKept} = next.sources[name];
		const before = previous.sources[name];
		return status === before.status && error === before.error && isKept === before.isKept;
	});
};
