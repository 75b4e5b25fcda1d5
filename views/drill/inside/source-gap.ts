import type {Snapshot, SourceName} from '../../../source/fleet/snapshot.js';
import {sourceLabels} from '../../../source/fleet/source-labels.js';
import type {Line} from '../../theme.js';

/**
Why nothing of one source can be said of a subscription; absent once it answered. An answer that is missing is not an empty one.
*/
export const sourceGap = (subscriptionId: string, snapshot: Snapshot, name: SourceName): Line | undefined => {
	const {readAt, error} = snapshot.sources[name];
	if (readAt !== undefined) {
		const coverage = snapshot.subscriptions.find(({id}) => id === subscriptionId)?.coverage;
		return coverage?.state === 'denied' || coverage?.state === 'failed' ? [{text: 'unknown', tone: 'unknown'}, {text: `: ${coverage.reason}`}] : undefined;
	}

	return error
		? [{text: 'unknown', tone: 'unknown'}, {text: `: ${error.reason}`}]
		: [{text: `${sourceLabels[name]} have not been read yet.`, tone: 'dim'}];
};
