import type {SourceState} from '../fleet/snapshot.js';
import type {FleetStore} from '../fleet/store.js';
import type {Log} from '../log/log-file.js';

/**
Logs each poll that brought an answer or an error.
*/
export const logPolls = (store: FleetStore, log: Log): void => {
	const last = new Map<string, SourceState>();
	store.subscribe(() => {
		for (const source of Object.values(store.getSnapshot().sources)) {
			const before = last.get(source.name);
			last.set(source.name, source);
			if (source.error !== undefined && source.error !== before?.error) {
				log.write('error', {
					source: source.name, cause: source.error.cause, reason: source.error.reason, retryAt: source.error.retryAt,
				});
			} else if (!source.isKept && source.readAt !== undefined && source.readAt !== before?.readAt) {
				log.write('poll', {source: source.name, status: source.status});
			}
		}
	});
};
