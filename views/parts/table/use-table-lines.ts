import {useMemo} from 'react';
import type {Line, Theme} from '../../theme.js';
import {fit} from '../text/fit.js';
import type {Keyed} from './derive.js';
import {drawHeader} from './header-row.js';
import {createRowDrawer} from './row-drawer.js';
import type {TableView} from './use-table.js';

export type TableDrawing<Row extends Keyed> = {
	readonly view: TableView<Row>;
	readonly theme: Theme;
	readonly isFocused: boolean;
	/**
	What stands there when there is no row: waiting, nothing matches, an error with its retry time.
	*/
	readonly empty: readonly Line[];
};

/**
The lines of a table, each exactly as wide as its layout: the titles, then the rows that are visible. Lines rather than a
component, so that a pane is one text however many rows it has; a row is drawn again only when it or its look has changed.
*/
export const useTableLines = <Row extends Keyed>({view, theme, isFocused, empty}: TableDrawing<Row>): readonly string[] => {
	const {layout, sort, rows, context, spans} = view;
	const header = useMemo(() => drawHeader(layout, sort, theme), [layout, sort, theme]);
	const draw = useMemo(() => createRowDrawer<Row>({
		layout, context, theme, spans,
	}), [layout, context, theme, spans]);
	return [
		header,
		...(rows.length === 0
			? empty.map(line => fit([{text: ' '}, ...line], layout.width, theme))
			: rows.map(({row, isSelected, isMarked}) => draw(row, {isSelected, isMarked, isFocused}))),
	];
};
