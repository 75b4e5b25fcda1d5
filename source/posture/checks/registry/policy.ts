import {isUnknown, type Fact} from '../../../model/known.js';
import type {Outcome} from '../../check.js';
import {
	fail,
	notReported,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';

export type PolicyState = 'enabled' | 'disabled';

/**
Judges one of a registry's policies, `enabled` or `disabled`.

@param path of the status
@param wanted the state that passes
@param absent the state that a missing status stands for, where Azure's specification gives a default that does not pass;
without it, a missing status is unknown
*/
export const judgePolicy = (path: string, status: Fact<string | undefined>, wanted: PolicyState, absent?: PolicyState): Outcome => {
	if (isUnknown(status)) {
		return unknownBecause(status.reason);
	}

	const state = status ?? absent;
	if (state === undefined) {
		return notReported(path);
	}

	if (state !== 'enabled' && state !== 'disabled') {
		return unfamiliar(path, state);
	}

	return state === wanted ? pass(seen(path, status)) : fail([seen(path, status)]);
};
