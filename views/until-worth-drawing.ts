import type {Snapshot} from '../source/fleet/snapshot.js';
import type {FleetStore} from '../source/fleet/store.js';

/**
What the four panes show.
*/
const tables = ['clusters', 'registries', 'findings'] as const;

const isWorthDrawing = ({sources, signIn}: Snapshot): boolean =>
	signIn.state !== 'none' || tables.every(name => sources[name].readAt !== undefined || sources[name].error !== undefined);

/**
Waits until the first frame would say more than the early one, which stands there already: a frame without a row takes as long to make as one with
rows, and would come before them. Ends after `patience` milliseconds in any case.
*/
export const untilWorthDrawing = async (store: Pick<FleetStore, 'getSnapshot' | 'subscribe'>, patience: number): Promise<void> => {
	if (isWorthDrawing(store.getSnapshot())) {
		return;
	}

	const {promise, resolve} = Promise.withResolvers<void>();
	const timer = setTimeout(resolve, patience);
	const unsubscribe = store.subscribe(() => {
		if (isWorthDrawing(store.getSnapshot())) {
			resolve();
		}
	});
	await promise;
	clearTimeout(timer);
	unsubscribe();
};
