import type {ClusterService} from '../../../model/cluster-service.js';
import type {Exposure} from '../../../model/exposure.js';
import type {Evidence, JudgeContext, Outcome} from '../../check.js';
import {unknownBecause} from '../../outcome.js';

/**
Why somebody reaches a Service, as evidence.
*/
export const proofOf = ({because}: Exposure): readonly Evidence[] =>
	because.map(({path, value, resource}) => (resource === undefined ? {path, value} : {path, value, resource}));

/**
Who reaches the Service; an outcome where that is not known.
*/
export const exposureOf = ({key}: ClusterService, {exposures}: JudgeContext): {readonly exposure: Exposure} | {readonly outcome: Outcome} => {
	const exposure = exposures?.get(key);
	if (!exposure) {
		return {outcome: unknownBecause('who reaches this Service has not been worked out yet')};
	}

	if (exposure.who === 'internet') {
		return {exposure};
	}

	// What was not read might let in more than is known of.
	if (exposure.gaps.length > 0) {
		return {outcome: unknownBecause(exposure.gaps.join('; '))};
	}

	return exposure.who === 'unknown' ? {outcome: unknownBecause('who reaches this Service cannot be told from what was read')} : {exposure};
};
