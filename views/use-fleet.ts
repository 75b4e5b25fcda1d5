import {createContext, useContext, useSyncExternalStore} from 'react';
import type {Snapshot} from '../source/fleet/snapshot.js';
import type {FleetStore} from '../source/fleet/store.js';

export const FleetContext = createContext<FleetStore | undefined>(undefined);

export const useFleetStore = (): FleetStore => {
	const store = useContext(FleetContext);
	if (!store) {
		throw new Error('useFleetStore needs a FleetContext around it');
	}

	return store;
};

/**
The current snapshot; draws again with each new one.
*/
export const useSnapshot = (): Snapshot => {
	const store = useFleetStore();
	return useSyncExternalStore(store.subscribe, store.getSnapshot);
};
