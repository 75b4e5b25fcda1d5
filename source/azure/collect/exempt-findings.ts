import type {Finding} from '../../model/finding.js';
import type {Subscription} from '../../model/subscription.js';
import {isInGraph} from '../coverage.js';
import {createKeeper} from '../keeper.js';
import {readGraph} from '../pages.js';
import {queries} from '../queries.js';
import {readFinding} from '../read/finding.js';
import type {Reading} from '../reading.js';
import type {Session} from '../session.js';
import {SourceError} from '../../model/source-error.js';

/**
More than anybody exempts by hand; what a rule exempts by the ten thousand need not all be held.
*/
const mostExempt = 5000;

/**
Makes the function that reads which assessments of containers somebody has exempted, of the subscriptions that Resource
Graph answers for; list calls give theirs with the open ones. At most 5,000, in order of ids.
*/
export const createExemptFindings = (): ((session: Session, reading: Reading, subscriptions: readonly Subscription[]) => Promise<readonly Finding[]>) => {
	const keeper = createKeeper(readFinding);
	return async (session, reading, subscriptions) => {
		const run = keeper.begin();
		const items: Finding[] = [];
		try {
			for await (const {rows} of readGraph(session, reading, queries.exemptFindings, {subscriptions: subscriptions.filter(subscription => isInGraph(subscription)).map(({id}) => id)})) {
				items.push(...await run.read(rows, reading.signal));
				if (items.length >= mostExempt) {
					break;
				}
			}
		} catch (error) {
			// Where Resource Graph may not be asked, everything has come by list calls.
			if (!(error instanceof SourceError) || error.detail.cause !== 'denied') {
				throw error;
			}
		}

		run.end();
		return items.slice(0, mostExempt);
	};
};
