import type {Finding} from '../../model/finding.js';
import type {FindingIndex} from './index-findings.js';
import type {Listing} from './listing.js';

/**
Findings looked at between two yields.
*/
const batch = 256;

/**
Findings whose cluster or registry does not exist any more, by their place in the list.
*/
export const goneFindings = function * (findings: readonly Finding[], {byOwner}: FindingIndex, listing: Listing): Generator<void, ReadonlySet<number>, void> {
	const gone = new Set<number>();
	let looked = 0;
	for (const [owner, own] of byOwner) {
		if (listing.holds(owner) !== false) {
			continue;
		}

		for (const at of own) {
			if (listing.isGone(owner, findings[at]!)) {
				gone.add(at);
			}

			if (++looked % batch === 0) {
				yield;
			}
		}
	}

	return gone;
};
