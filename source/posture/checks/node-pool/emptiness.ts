import type {NodePool} from '../../../model/node-pool.js';
import type {Evidence} from '../../check.js';
import {seen} from '../../outcome.js';

/**
Why a pool has no nodes right now, where it is known to have none: what is true of nodes has no meaning then. What is set
for the pool still counts, for it holds again with the next node.
*/
export const emptyBecause = ({powerState, count}: NodePool): Evidence | undefined => {
	if (powerState === 'Stopped') {
		return seen('powerState.code', powerState);
	}

	return count === 0 ? seen('count', count) : undefined;
};

/**
Why a pool is not the customer's to look after: Microsoft runs the nodes of a hosted system pool.
*/
export const managedBecause = ({mode}: NodePool): Evidence | undefined => (mode === 'ManagedSystem' ? seen('mode', mode) : undefined);
