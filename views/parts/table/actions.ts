import type {Sort, TableState} from './state.js';

/**
What a hand does to a table.
*/
export type TableCommand =
	| {readonly type: 'move-by'; readonly by: number}
	| {readonly type: 'move-to'; readonly key: string}
	| {readonly type: 'move-to-top'}
	| {readonly type: 'move-to-bottom'}
	/**
	Pages, down when positive.
	*/
	| {readonly type: 'page'; readonly by: number}
	| {readonly type: 'half-page'; readonly by: number}
	/**
	The row under the cursor was opened or acted on: from now on the cursor follows it.
	*/
	| {readonly type: 'hold-cursor'}
	| {readonly type: 'set-sort'; readonly sort: Sort}
	| {readonly type: 'sort-by-next'}
	| {readonly type: 'sort-by-previous'}
	| {readonly type: 'turn-sort-order'}
	| {readonly type: 'set-filter'; readonly text: string}
	| {readonly type: 'toggle-filter-pin'}
	| {readonly type: 'toggle-only-wrong'}
	/**
	Columns, to the right when positive.
	*/
	| {readonly type: 'scroll-columns'; readonly by: number}
	| {readonly type: 'toggle-wide'}
	| {readonly type: 'toggle-mark'}
	| {readonly type: 'mark-range'}
	| {readonly type: 'clear-marks'};

/**
What the reducer must know besides a command, and the table's hook adds.
*/
export type CommandContext = {
	/**
	Milliseconds since 1970.
	*/
	readonly at: number;
	/**
	Ids of the columns in the order in which the sort walks through them.
	*/
	readonly columns: readonly string[];
	/**
	How far the columns can be scrolled.
	*/
	readonly scrollLimit: number;
	/**
	False while the typed filter cannot be understood.
	*/
	readonly isFilterValid: boolean;
};

export type TableAction =
	| {readonly type: 'command'; readonly command: TableCommand; readonly context: CommandContext}
	| {readonly type: 'resize'; readonly height: number}
	/**
	The data bring another order, which is held back while a hand is at the keys.
	*/
	| {readonly type: 'rows-changed'; readonly keys: readonly string[]; readonly at: number}
	/**
	Another table takes this one's place on the screen.
	*/
	| {readonly type: 'replace'; readonly state: TableState};
