import type {Cluster} from '../../../source/model/cluster.js';
import {isUnknown, type Unknown} from '../../../source/model/known.js';
import {isTooBroad, parseIpRange} from '../../../source/posture/ip-range.js';
import type {Line} from '../../theme.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';
import {plural} from '../../../source/model/plural.js';

const everywhere = new Set(['0.0.0.0/0', '::/0']);

/**
Who can reach the API server, in words, with the property that decides it. A fact that is not known makes the whole unknown
unless another one decides already.
*/
export const exposureLine = ({privateCluster, publicNetworkAccess, authorizedIpRanges}: Cluster): Line => {
	if (privateCluster === true) {
		return words('private: only from its virtual network and what is connected with it', 'good');
	}

	if (publicNetworkAccess === 'Disabled') {
		return words('not public: public network access is disabled', 'good');
	}

	const gap = [privateCluster, publicNetworkAccess, authorizedIpRanges].find((fact): fact is Unknown => isUnknown(fact));
	if (gap) {
		return unknownLine(gap);
	}

	// The first two are known by now; only the type checker does not follow.
	const ranges = isUnknown(authorizedIpRanges) ? [] : authorizedIpRanges ?? [];
	if (ranges.length === 0 || ranges.some(range => everywhere.has(range))) {
		return words('public: the whole internet can reach it', 'high');
	}

	const broad = ranges.find(range => isTooBroad(parseIpRange(range)));
	const limits = words(`public, for ${plural(ranges.length, 'authorised range')} only`, 'low');
	return broad === undefined ? limits : words(`public: ${broad} lets in a large part of the internet`, 'high');
};
