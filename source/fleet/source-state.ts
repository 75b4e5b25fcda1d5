import type {PollState} from './poller.js';
import type {SourceName, SourceState} from './snapshot.js';

type Kept = {readonly readAt: number} | undefined;

const statusOf = (poll: PollState<unknown>, kept: Kept): SourceState['status'] => {
	if (poll.data !== undefined) {
		return poll.error !== undefined || poll.isStale ? 'old' : 'fresh';
	}

	if (kept) {
		return 'old';
	}

	return poll.error ? 'failed' : (poll.isReading ? 'reading' : 'waiting');
};

/**
Where a source stands.

`blockedBy` is the state of the source that this one waits for, when that one fails: its error and its countdown are
this one's too, so that a pane does not wait in silence.
*/
export const toSourceState = (name: SourceName, poll: PollState<unknown>, kept: Kept, blockedBy: SourceState | undefined): SourceState => {
	const error = poll.error ?? blockedBy?.error;
	const isKept = poll.data === undefined && kept !== undefined;
	return {
		name,
		status: statusOf({...poll, error}, kept),
		readAt: isKept ? kept.readAt : poll.readAt,
		nextAt: poll.nextAt ?? (poll.isReading ? undefined : blockedBy?.nextAt),
		isReading: poll.isReading,
		isKept,
		error,
	};
};

export const offState = (name: SourceName): SourceState => ({
	name,
	status: 'off',
	readAt: undefined,
	nextAt: undefined,
	isReading: false,
	isKept: false,
	error: undefined,
});
