import type {CellContext} from '../../columns/column.js';

const minute = 60_000;

/**
What a column may look at. That a poll has begun or a notice came changes no cell, so it must not sort thousands of rows again.
*/
const isSame = (left: CellContext, right: CellContext): boolean => {
	const [one, other] = [left.snapshot, right.snapshot];
	return Math.floor(left.now / minute) === Math.floor(right.now / minute)
		&& (one === other || (
			one.posture === other.posture
			&& one.subscriptions === other.subscriptions
			&& one.clusters === other.clusters
			&& one.nodePools === other.nodePools
			&& one.registries === other.registries
			&& one.findings === other.findings
			&& one.defenderPlans === other.defenderPlans
			&& one.latestNodeImages === other.latestNodeImages
			&& one.supportedVersions === other.supportedVersions
		));
};

/**
Makes a function that gives the earlier context back for as long as a new one would show, sort and filter the same.
*/
export const createSteadyContext = (): ((context: CellContext) => CellContext) => {
	let kept: CellContext | undefined;
	return context => {
		if (!kept || !isSame(kept, context)) {
			kept = context;
		}

		return kept;
	};
};
