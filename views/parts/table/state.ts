export type Sort = {
	/**
	Id of a column.
	*/
	readonly column: string;
	readonly isDescending: boolean;
};

/**
Everything about a table that is neither its rows nor how it is drawn.
*/
export type TableState = {
	/**
	The resource that the cursor stands on. Absent until a hand has moved it: until then the cursor stays on the first
	row while the fleet is still coming in.
	*/
	readonly cursorKey: string | undefined;
	/**
	Where the cursor is drawn in `order`.
	*/
	readonly cursorIndex: number;
	/**
	Index of the first visible row.
	*/
	readonly offset: number;
	/**
	How many rows are visible, without the header line.
	*/
	readonly height: number;
	/**
	Keys of the rows as they are drawn. It lags behind the data while a hand is at the keys.
	*/
	readonly order: readonly string[];
	/**
	The hand itself asked for another order (filter, sort): the next one is taken at once.
	*/
	readonly isOrderAwaited: boolean;
	readonly sort: Sort;
	/**
	As typed; while it cannot be understood, `appliedFilter` is the last that could.
	*/
	readonly filter: string;
	readonly appliedFilter: string;
	readonly isFilterPinned: boolean;
	readonly isOnlyWrong: boolean;
	/**
	Scrolling columns that are out of sight to the left.
	*/
	readonly columnOffset: number;
	readonly isWide: boolean;
	readonly marks: ReadonlySet<string>;
	/**
	The last mark that was set: where a range begins.
	*/
	readonly markAnchor: string | undefined;
	/**
	Milliseconds since 1970.
	*/
	readonly lastKeyAt: number;
};

/**
The part of a state that is worth keeping for when one comes back: plain JSON.
*/
export type SavedTable = {
	readonly cursorKey: string | undefined;
	readonly cursorIndex: number;
	readonly offset: number;
	readonly sort: Sort;
	readonly filter: string;
	readonly isFilterPinned: boolean;
	readonly isOnlyWrong: boolean;
	readonly columnOffset: number;
	readonly isWide: boolean;
	readonly marks: readonly string[];
};

/**
A table that nobody has touched yet.
*/
export const createTable = (sort: Sort): TableState => ({
	cursorKey: undefined,
	cursorIndex: 0,
	offset: 0,
	height: 1,
	order: [],
	isOrderAwaited: true,
	sort,
	filter: '',
	appliedFilter: '',
	isFilterPinned: false,
	isOnlyWrong: false,
	columnOffset: 0,
	isWide: false,
	marks: new Set(),
	markAnchor: undefined,
	lastKeyAt: 0,
});

/**
Takes down where a table stands: cursor, filter, sort, scroll and marks.
*/
export const saveTable = (state: TableState): SavedTable => ({
	cursorKey: state.cursorKey,
	cursorIndex: state.cursorIndex,
	offset: state.offset,
	sort: state.sort,
	filter: state.appliedFilter,
	isFilterPinned: state.isFilterPinned,
	isOnlyWrong: state.isOnlyWrong,
	columnOffset: state.columnOffset,
	isWide: state.isWide,
	marks: [...state.marks],
});

/**
A table as it was left. Its rows come with the next `rows-changed`; the cursor finds its resource there.
*/
export const restoreTable = ({marks, filter, ...saved}: SavedTable): TableState => ({
	...createTable(saved.sort),
	...saved,
	filter,
	appliedFilter: filter,
	marks: new Set(marks),
});

/**
The key that Enter opens: what is drawn under the cursor.
*/
export const selectedKey = (state: TableState): string | undefined => state.order[state.cursorIndex];
