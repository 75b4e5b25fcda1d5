import {useMemo} from 'react';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {createFleetPatching, type FleetPatching, type PatchingInput} from '../../source/posture/patching/fleet-patching.js';
import {useDerivation} from '../use-derivation.js';
import {asksForFips} from './asks-for-fips.js';

const day = 86_400_000;

const inputOf = (snapshot: Snapshot, now: number): PatchingInput => {
	const {clusters, nodePools, nodes, insides, clusterRecords, latestNodeImages, supportedVersions} = snapshot;
	return {
		clusters, nodePools, nodes, insides, clusterRecords, latestNodeImages, supportedVersions, now, asksForFips: key => asksForFips(snapshot, key),
	};
};

/**
How patched every cluster of a fleet is; absent while it is derived for the first time. Derived anew only when something that it
looks at has changed, and on another day.
*/
export const usePatching = (snapshot: Snapshot, now: number): FleetPatching | undefined => {
	const {clusters, nodePools, nodes, insides, clusterRecords, latestNodeImages, supportedVersions, posture} = snapshot;
	const input = useMemo(
		() => inputOf(snapshot, now),
		// eslint-disable-next-line react-hooks/exhaustive-deps
		[clusters, nodePools, nodes, insides, clusterRecords, latestNodeImages, supportedVersions, posture, Math.floor(now / day)],
	);
	return useDerivation('patching', createFleetPatching, input);
};
