import {useEffect} from 'react';
import {useFleetStore} from './use-fleet.js';

/**
Has the insides of all clusters read sooner for as long as a view over them is on the screen. It asks for no more than was allowed.
*/
export const useWatchedInsides = (): void => {
	const store = useFleetStore();
	useEffect(() => store.watchInsides(), [store]);
};
