/**
How long a source rests so that sources with the same interval take turns within it, instead of all at once: the load is spread, and something new
comes oftener. Turns stand on a grid, so that a refresh of all of them does not join them for good.

@param began when the grid begins, milliseconds since 1970
@param turn share of the interval, from 0 to less than 1
@returns milliseconds: between a half and one and a half intervals
*/
export const untilTurn = ({now, began, interval, turn}: {
	readonly now: number;
	readonly began: number;
	readonly interval: number;
	readonly turn: number;
}): number => {
	const round = Math.ceil(((now - began) / interval) + 0.5 - turn);
	return began + ((round + turn) * interval) - now;
};
