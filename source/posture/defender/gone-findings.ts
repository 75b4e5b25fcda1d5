import type {Finding} from '../../model/finding.js';
import type {FindingIndex} from './index-findings.js';
import type {Listing} from './listing.js';

/**
Findings whose cluster or registry does not exist any more, by their place in the list.
*/
export const goneFindings = (findings: readonly Finding[], {byOwner}: FindingIndex, listing: Listing): ReadonlySet<number> => {
	const gone = new Set<number>();
	for (const [owner, own] of byOwner) {
		if (listing.holds(owner) !== false) {
			continue;
		}

		for (const at of own) {
			if (listing.isGone(owner, findings[at]!)) {
				gone.add(at);
			}
		}
	}

	return gone;
};
