/**
How patched a node is, best first. `reboot-pending` counts before `behind`: it is what a person can end at once.
`unknown` is never current: something could not be read, or nothing tells.
*/
export const patchStates = ['current', 'behind', 'reboot-pending', 'unknown'] as const;

export type PatchState = (typeof patchStates)[number];

/**
How many nodes are how patched.
*/
export type PatchCounts = Readonly<Record<PatchState, number>>;

export const noNodes: PatchCounts = {
	current: 0, behind: 0, 'reboot-pending': 0, unknown: 0,
};

/**
The sum of counts.
*/
export const addCounts = (all: readonly PatchCounts[]): PatchCounts => {
	const sum = {...noNodes};
	for (const counts of all) {
		for (const state of patchStates) {
			sum[state] += counts[state];
		}
	}

	return sum;
};

/**
How many nodes counts are of.
*/
export const countedNodes = (counts: PatchCounts): number => patchStates.reduce((sum, state) => sum + counts[state], 0);
