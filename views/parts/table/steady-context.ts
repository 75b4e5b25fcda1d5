import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {CellContext} from '../../columns/column.js';

const minute = 60_000;

/**
What no cell looks at: that a poll has begun or a notice came must not sort, or draw, thousands of rows again.
*/
const besides: ReadonlySet<keyof Snapshot> = new Set<keyof Snapshot>(['sources', 'notices', 'trend', 'readAt', 'nextAt', 'signIn', 'isPaused', 'isDemo']);

const isSameFleet = (one: Snapshot, other: Snapshot): boolean => one === other
	|| Object.keys(other).every(name => besides.has(name as keyof Snapshot) || one[name as keyof Snapshot] === other[name as keyof Snapshot]);

/**
Makes a function that gives the earlier context back for as long as a new one would sort and filter the same.
*/
export const createSteadyContext = (): ((context: CellContext) => CellContext) => {
	let kept: CellContext | undefined;
	return context => {
		const isSame = kept && Math.floor(kept.now / minute) === Math.floor(context.now / minute) && isSameFleet(kept.snapshot, context.snapshot);
		if (!isSame) {
			kept = context;
		}

		return kept!;
	};
};

/**
Makes a function that gives the earlier context back for as long as rows drawn with a new one would look the same: those that
never asked what time it is need not be drawn again because time has passed.
*/
export const createDrawnContext = (): ((context: CellContext) => CellContext) => {
	let kept: (CellContext & {readonly wasTimeAsked: () => boolean}) | undefined;
	return ({snapshot, now}) => {
		const isSame = kept && isSameFleet(kept.snapshot, snapshot) && (!kept.wasTimeAsked() || kept.now === now);
		if (isSame) {
			return kept!;
		}

		let wasAsked = false;
		kept = {
			snapshot,
			get now() {
				wasAsked = true;
				return now;
			},
			wasTimeAsked: () => wasAsked,
		};
		return kept;
	};
};
