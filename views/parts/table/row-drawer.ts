import {drawRow, type RowDrawing, type RowLook} from './row.js';

/**
Makes a function that draws rows and remembers what it drew: with an arrow key, two rows are drawn and the rest is looked up.
Make a new one whenever the drawing (layout, context, theme, filter) is another.
*/
export const createRowDrawer = <Row extends Record<string, unknown>>(drawing: RowDrawing<Row>): ((row: Row, look: RowLook) => string) => {
	const drawn = new WeakMap<Row, Map<number, string>>();
	return (row, look) => {
		let looks = drawn.get(row);
		if (!looks) {
			looks = new Map();
			drawn.set(row, looks);
		}

		// Focus shows on the selected row only.
		const index = (look.isSelected ? (look.isFocused ? 2 : 1) : 0) + (look.isMarked ? 3 : 0);
		let text = looks.get(index);
		if (text === undefined) {
			text = drawRow(row, look, drawing);
			looks.set(index, text);
		}

		return text;
	};
};
