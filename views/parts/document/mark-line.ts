import type {Line, Theme} from '../../theme.js';

/**
A text in which one line stands out: by its colour, and by the cursor's sign in the margin that its indent leaves (before it where
there is none), so that it shows without colour.
*/
export const markLine = (lines: readonly Line[], index: number, {glyphs}: Theme): readonly Line[] => lines.map((line, at) => {
	if (at !== index) {
		return line;
	}

	const marked = line.map(segment => ({...segment, tone: 'mark' as const, bold: true}));
	const [first, ...others] = marked;
	return first?.text.startsWith(' ') === true ? [{...first, text: glyphs.cursor + first.text.slice(1)}, ...others] : [{text: glyphs.cursor, tone: 'mark' as const}, ...marked];
});
