import {useMemo} from 'react';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {reachabilities, type Reachability} from '../../source/model/exposure.js';

/**
How many Services each reachability has; counted anew only when Services change.
*/
export const useReachCounts = ({services, exposures}: Snapshot): ReadonlyMap<Reachability, number> => useMemo(() => {
	const counts = new Map<Reachability, number>(reachabilities.map(who => [who, 0]));
	for (const {key} of services) {
		const who = exposures.get(key)?.who ?? 'unknown';
		counts.set(who, counts.get(who)! + 1);
	}

	return counts;
}, [services, exposures]);
