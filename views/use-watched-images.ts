import {useEffect} from 'react';
import {useFleetStore} from './use-fleet.js';

/**
Has registries read one by one for as long as a view over all images is on the screen, where a person has asked for that.
*/
export const useWatchedImages = (isWatched: boolean): void => {
	const store = useFleetStore();
	useEffect(() => (isWatched ? store.watchImages() : undefined), [store, isWatched]);
};
