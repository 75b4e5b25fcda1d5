import {useMemo} from 'react';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {groupServices, type GroupedServices} from '../../source/posture/exposure/group-services.js';
import {useDerivation} from '../use-derivation.js';

/**
The Services of the fleet in their groups; absent while they are grouped for the first time.
*/
export const useGroupedServices = ({services, exposures}: Snapshot): GroupedServices | undefined => {
	const input = useMemo(() => ({services, exposures}), [services, exposures]);
	return useDerivation('exposure', () => groupServices, input);
};
