import type {CellContext} from '../../columns/column.js';
import {watchFleet, type WatchedFleet} from './watched-fleet.js';

const minute = 60_000;

/**
Makes a function that gives the earlier context back for as long as a new one would sort and filter the same.
*/
export const createSteadyContext = (): ((context: CellContext) => CellContext) => {
	let kept: {readonly fleet: WatchedFleet; readonly context: CellContext} | undefined;
	return ({snapshot, now}) => {
		if (!kept || Math.floor(kept.context.now / minute) !== Math.floor(now / minute) || !kept.fleet.follow(snapshot)) {
			const fleet = watchFleet(snapshot);
			kept = {fleet, context: {snapshot: fleet.snapshot, now}};
		}

		return kept.context;
	};
};

/**
Makes a function that gives the earlier context back for as long as rows drawn with a new one would look the same: those that
never asked what time it is need not be drawn again because time has passed.
*/
export const createDrawnContext = (): ((context: CellContext) => CellContext) => {
	let kept: {readonly fleet: WatchedFleet; readonly context: CellContext; readonly moveClock: (now: number) => boolean} | undefined;
	return ({snapshot, now}) => {
		if (!kept?.moveClock(now) || !kept.fleet.follow(snapshot)) {
			const fleet = watchFleet(snapshot);
			let clock = now;
			let wasAsked = false;
			kept = {
				fleet,
				context: {
					snapshot: fleet.snapshot,
					get now() {
						wasAsked = true;
						return clock;
					},
				},
				moveClock(to) {
					if (wasAsked) {
						return clock === to;
					}

					clock = to;
					return true;
				},
			};
		}

		return kept.context;
	};
};
