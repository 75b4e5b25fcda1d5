import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Line, Tone} from '../theme.js';

export type Cell = {
	readonly text: string;
	readonly tone?: Tone;
	/**
	Drawn before the text, from the theme, so that a severity is not told by its colour alone.
	*/
	readonly glyph?: 'bullet' | 'hollow';
	/**
	The same text in several tones, for a bar: drawn where nothing of it is cut or matched.
	*/
	readonly parts?: Line;
};

/**
What a cell may look at besides its row.
*/
export type CellContext = {
	readonly snapshot: Snapshot;
	/**
	Milliseconds since 1970, moved on in steps of at least ten seconds so that ages do not tick.
	*/
	readonly now: number;
};

/**
How one column of a table is read, shown, sorted and filtered, and how it gives way when the terminal is narrow.
*/
export type Column<Row> = {
	/**
	Also the word before the colon in a filter: `version:1.33`. Small letters, no blanks.
	*/
	readonly id: string;
	/**
	Further words that mean this column in a filter.
	*/
	readonly aliases?: readonly string[];
	/**
	In capitals, as k9s does.
	*/
	readonly title: string;
	readonly align?: 'left' | 'right';
	/**
	Cells; the column never gets narrower.
	*/
	readonly minWidth: number;
	/**
	Cells; what is left over goes to columns with `grows`.
	*/
	readonly width: number;
	readonly grows?: boolean;
	/**
	0 always stays; the highest number goes first when there is no room.
	*/
	readonly priority: number;
	readonly cell: (row: Row, context: CellContext) => Cell;
	/**
	Value to sort by; unknown sorts last both ways (`undefined`). Default: the cell's text.
	*/
	readonly sortBy?: (row: Row, context: CellContext) => string | number | undefined;
	/**
	Text that a filter looks at. Default: the cell's text.
	*/
	readonly filterBy?: (row: Row, context: CellContext) => string;
	/**
	How `<`, `<=`, `>`, `>=` compare in a filter. Default: the number of `sortBy` against a plain number.
	*/
	readonly measure?: Measure<Row>;
};

export type Measure<Row> = {
	/**
	Absent for unknown, which no comparison matches.
	*/
	readonly of: (row: Row, context: CellContext) => number | undefined;
	/**
	What was typed behind the comparison; absent where it means nothing.
	*/
	readonly parse: (text: string) => number | undefined;
	/**
	What may be typed, for the sentence that says so: `7d, 12h or 30min`.
	*/
	readonly example: string;
};
