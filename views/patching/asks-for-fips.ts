import type {Snapshot} from '../../source/fleet/snapshot.js';

/**
Whether the organisation asks for FIPS on a pool that has it off: the check says so, which knows what is asked for.
*/
export const asksForFips = ({posture}: Snapshot, poolKey: string): boolean =>
	posture.byKey.get(poolKey)?.verdicts.some(({checkId, outcome}) => checkId === 'nodepool-fips-off' && outcome.status === 'fail') === true;
