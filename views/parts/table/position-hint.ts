/**
Where the cursor stands, for the title of a pane: `12/5000`, `3/40 of 5000` when filtered, `0` when empty.

@param index Of the cursor, from 0.
@param count Rows that match.
@param total Rows there are.
*/
export const positionHint = (index: number, count: number, total: number): string => {
	const position = count === 0 ? '0' : `${Math.min(index, count - 1) + 1}/${count}`;
	if (count > total) {
		// What is shown and counts nowhere: gone, exempt.
		return `${position}, ${total} counted`;
	}

	return count === total ? position : `${position} of ${total}`;
};
