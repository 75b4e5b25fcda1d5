/**
What the screen shows at once.
*/
export type LayoutMode = 'panes' | 'tabs' | 'too-small';

export type Layout = {
	readonly mode: LayoutMode;
	readonly columns: number;
	readonly rows: number;
	/**
	Lines of the header, the hints included below the body.
	*/
	readonly headerHeight: number;
	readonly footerHeight: number;
	/**
	Between header and footer.
	*/
	readonly bodyHeight: number;
	/**
	Widths of the left and right panes, heights of the upper and lower ones; only in `panes`.
	*/
	readonly leftWidth: number;
	readonly rightWidth: number;
	readonly upperHeight: number;
	readonly lowerHeight: number;
};

/**
Four panes at once from here on; below, one pane with tabs.
*/
const panesFrom = {columns: 100, rows: 30} as const;

/**
Under this there is only a line that asks for room.
*/
const smallest = {columns: 60, rows: 15} as const;

/**
Where everything stands, in cells. The early frame and the real screen share it, so that nothing jumps when the program has loaded.
*/
export const computeLayout = (columns: number, rows: number): Layout => {
	const mode: LayoutMode =
		columns < smallest.columns || rows < smallest.rows
			? 'too-small'
			: (columns >= panesFrom.columns && rows >= panesFrom.rows ? 'panes' : 'tabs');
	// At 80×24 the header takes two lines at most: its own and the tabs of the panes.
	const headerHeight = mode === 'tabs' ? 2 : 1;
	const footerHeight = 1;
	const bodyHeight = Math.max(0, rows - headerHeight - footerHeight);
	const leftWidth = Math.floor(columns / 2);
	const upperHeight = Math.ceil(bodyHeight / 2);
	return {
		mode,
		columns,
		rows,
		headerHeight,
		footerHeight,
		bodyHeight,
		leftWidth,
		rightWidth: columns - leftWidth,
		upperHeight,
		lowerHeight: bodyHeight - upperHeight,
	};
};
