import {computeLayout} from '../layout.js';
import {frameLines} from '../parts/frame/frame.js';
import {fit} from '../parts/text/fit.js';
import {createTheme, type Line} from '../theme.js';

/**
The panes' titles in the order of their numbers. Their definitions would bring columns and sources along, which is too much before the first paint.
*/
export const earlyTitles = ['Clusters', 'Node pools', 'Registries', 'Defender findings'] as const;

export type EarlyFrame = {
	readonly columns: number;
	readonly rows: number;
	readonly isAscii: boolean;
	readonly hasColour: boolean;
	/**
	Nobody may take the demo for real, not even for a moment.
	*/
	readonly isDemo: boolean;
	readonly title: string;
};

/**
The lines of the screen before anything is known: name and empty panes, in the very places where the real screen will draw them.
Gives one string a row, with escape codes.
*/
export const earlyFrame = ({columns, rows, isAscii, hasColour, isDemo, title}: EarlyFrame): string[] => {
	const theme = createTheme({isAscii, hasColour});
	const layout = computeLayout(columns, rows);
	const header: Line = [{text: ' '}, {text: title, bold: true, tone: 'accent'}, ...(isDemo ? [{text: ' '}, {text: ' DEMO ', tone: 'mark', bold: true} as const] : [])];
	const pane = (index: number, width: number, height: number): string[] => frameLines({
		lines: Array.from({length: Math.max(0, height - 2)}, () => ' '.repeat(width - 2)),
		width,
		isFocused: index === 0,
		title: [
			{text: `${index + 1} `, tone: index === 0 ? 'accent' : 'dim', bold: index === 0},
			{text: earlyTitles[index]!, tone: index === 0 ? 'accent' : 'plain', bold: index === 0},
		],
		corner: [],
		status: [],
		position: [],
		theme,
	});
	const beside = (left: readonly string[], right: readonly string[]): string[] => left.map((line, index) => line + right[index]!);
	const drawn: readonly string[] = {
		'too-small': () => [],
		tabs: () => [fit(header, columns, theme), '', ...pane(0, columns, layout.bodyHeight)],
		panes: () => [
			fit(header, columns, theme),
			...beside(pane(0, layout.leftWidth, layout.upperHeight), pane(1, layout.rightWidth, layout.upperHeight)),
			...beside(pane(2, layout.leftWidth, layout.lowerHeight), pane(3, layout.rightWidth, layout.lowerHeight)),
		],
	}[layout.mode]();
	return Array.from({length: rows}, (_, index) => (drawn[index] ?? '').trimEnd());
};
