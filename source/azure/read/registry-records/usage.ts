import {isUnknown, unknown, type Fact} from '../../../model/known.js';
import type {RegistryUsage} from '../../../model/registry-records.js';
import {firstUnknown} from '../first-unknown.js';
import type {Branch} from '../branch.js';

const noLimit = -1;

/**
Maps one usage of `registries/listUsages`. Never throws.
Source: Microsoft.ContainerRegistry registries/listUsages 2025-11-01 (recorded: a limit of -1 is 'without limit').
*/
export const readRegistryUsage = (document: Branch): Fact<RegistryUsage> => {
	const name = document.word('name');
	const used = document.number('currentValue');
	const limit = document.number('limit');
	const unit = document.word('unit');
	const fault = firstUnknown(name, used, limit, unit);
	if (fault) {
		return fault;
	}

	if (typeof name !== 'string' || typeof used !== 'number' || typeof limit !== 'number' || isUnknown(unit)) {
		return unknown('malformed', 'a usage of the registry lacks its name, its value or its limit');
	}

	return {
		name, used, limit: limit === noLimit ? undefined : limit, unit: unit?.toLowerCase() === 'bytes' ? 'bytes' : 'count',
	};
};
