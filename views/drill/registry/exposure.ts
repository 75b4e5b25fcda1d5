import {isUnknown} from '../../../source/model/known.js';
import type {Registry} from '../../../source/model/registry.js';
import type {Line} from '../../theme.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';
import {plural} from '../../../source/model/plural.js';

/**
Who can reach a registry, in words: public network access decides first, then the default action, then the rules.
*/
export const registryExposureLine = ({publicNetworkAccess, defaultAction, ipRules}: Registry): Line => {
	if (isUnknown(publicNetworkAccess)) {
		return unknownLine(publicNetworkAccess);
	}

	if (publicNetworkAccess === 'Disabled') {
		return words('not public: only over private endpoints', 'good');
	}

	if (isUnknown(defaultAction)) {
		return unknownLine(defaultAction);
	}

	// Basic and Standard have no rules: Azure then leaves the member out.
	if (defaultAction !== 'Deny') {
		return words('public: the whole internet can reach it, signing in decides', 'medium');
	}

	if (isUnknown(ipRules)) {
		return unknownLine(ipRules);
	}

	const count = ipRules?.length ?? 0;
	return count === 0
		? words('closed: denied by default and no address is let in', 'good')
		: words(`public, for ${plural(count, 'address range')} only`, 'low');
};
