export type Position = {
	/**
	From 1; 0 in an empty pane.
	*/
	readonly cursor: number;
	readonly count: number;
};

/**
`╭ 1 Clusters ──── 3/24 ╮`, `3/40 of 5000` where a filter or the first page leaves rows out, `1/309, 298 counted` where some count nowhere, and `0` without rows.
*/
const title = /╭ (?<pane>\d) [^╭]*?─ (?<cursor>\d+)(?:\/(?<count>\d+))?(?: of \d+|, \d+ counted)? ╮/gv;

/**
Where the cursor stands in each pane of the overview, by the pane's number.
*/
export const readPositions = (screen: readonly string[]): ReadonlyMap<number, Position> => {
	const positions = new Map<number, Position>();
	for (const line of screen) {
		if (!line.startsWith('╭')) {
			continue;
		}

		for (const {groups} of line.matchAll(title)) {
			positions.set(Number(groups!.pane), {cursor: Number(groups!.cursor), count: Number(groups!.count ?? 0)});
		}
	}

	return positions;
};

/**
Whether all four panes show rows.
*/
export const isFilled = (screen: readonly string[]): boolean => {
	const positions = readPositions(screen).values().toArray();
	return positions.length === 4 && positions.every(({count}) => count > 0);
};

export const cursorOf = (screen: readonly string[], pane: number): number => readPositions(screen).get(pane)?.cursor ?? 0;

const viewTitle = /^╭ .*?─ (?<cursor>\d+)(?:\/(?<count>\d+))?(?: of \d+)? ╮$/v;

/**
Where the cursor stands in the one table of a view on the whole screen; absent where there is none.
*/
export const viewPosition = (screen: readonly string[]): Position | undefined => {
	const groups = screen.map(line => viewTitle.exec(line)?.groups).find(found => found !== undefined);
	return groups && {cursor: Number(groups.cursor), count: Number(groups.count ?? 0)};
};
