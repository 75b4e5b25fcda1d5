import {Box, Text} from 'ink';
import {memo, useMemo} from 'react';
import type {Line, Theme} from '../../theme.js';
import {fit} from '../text/fit.js';
import type {Keyed} from './derive.js';
import {drawHeader} from './header-row.js';
import {createRowDrawer} from './row-drawer.js';
import type {TableView} from './use-table.js';

/**
One line of the screen as one text; drawn again only when the string is another.
*/
const TextLine = memo(({text}: {readonly text: string}) => <Text wrap='truncate'>{text}</Text>);
TextLine.displayName = 'TextLine';

export type TableProps<Row extends Keyed> = {
	readonly view: TableView<Row>;
	readonly theme: Theme;
	readonly isFocused: boolean;
	/**
	What stands there when there is no row: waiting, nothing matches, an error with its retry time.
	*/
	readonly empty: readonly Line[];
};

/**
Draws a table: its titles and the rows that are visible, each exactly as wide as the layout.
*/
export const Table = <Row extends Keyed>({view, theme, isFocused, empty}: TableProps<Row>) => {
	const {layout, sort, rows, context, spans} = view;
	const header = useMemo(() => drawHeader(layout, sort, theme), [layout, sort, theme]);
	const draw = useMemo(() => createRowDrawer<Row>({
		layout, context, theme, spans,
	}), [layout, context, theme, spans]);
	const lines = rows.length === 0
		? empty.map(line => fit([{text: ' '}, ...line], layout.width, theme))
		: rows.map(({row, isSelected, isMarked}) => draw(row, {isSelected, isMarked, isFocused}));
	return (
		<Box flexDirection='column' width={layout.width} flexShrink={0}>
			<TextLine text={header}/>
			{lines.map((text, index) =>
				// A line of the screen is the same thing whichever row scrolls into it.
				<TextLine key={index} text={text}/>)}
		</Box>
	);
};
