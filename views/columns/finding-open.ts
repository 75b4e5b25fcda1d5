import type {Finding} from '../../source/model/finding.js';

/**
True for what is still wrong, or might be: not what Defender calls healthy, resolved, dismissed or not applicable.
*/
export const isFindingOpen = ({status}: Finding): boolean =>
	['unhealthy', 'active', 'in-progress', 'unknown'].includes(status);
