import type {CellContext, Column} from '../../columns/column.js';

/**
The texts of rows in small letters, made once for each row: typing a filter looks at every row with every key.
*/
export type RowTexts<Row> = {
	/**
	All columns, one a line.
	*/
	readonly whole: (row: Row, context: CellContext) => string;
};

export const columnText = <Row>(column: Column<Row>, row: Row, context: CellContext): string =>
	column.filterBy?.(row, context) ?? column.cell(row, context).text;

/**
Makes the texts of a set of columns. They are forgotten as soon as the context is another.
*/
export const createRowTexts = <Row extends Record<string, unknown>>(columns: ReadonlyArray<Column<Row>>): RowTexts<Row> => {
	let texts = new WeakMap<Row, string>();
	let textsOf: CellContext | undefined;
	return {
		whole(row, context) {
			if (context !== textsOf) {
				texts = new WeakMap();
				textsOf = context;
			}

			let text = texts.get(row);
			if (text === undefined) {
				text = columns.map(column => columnText(column, row, context)).join('\n').toLowerCase();
				texts.set(row, text);
			}

			return text;
		},
	};
};
