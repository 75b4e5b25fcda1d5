import type {Line, Segment, Theme} from '../../theme.js';
import {lineWidth, padLine} from '../document/cells.js';
import {findMatches, toneRanges, type TonedRange} from '../document/matches.js';
import {cellWidth} from '../text/cells.js';
import {drawTextLine} from '../text-line/text-line.js';
import {ghostOf, type PaletteState} from './palette-state.js';
import type {Candidate} from './rank.js';

/**
Where the characters of a text stand in a label: together if they do, else one by one.
*/
const rangesOf = (label: string, text: string): readonly TonedRange[] => {
	const wanted = text.trim();
	const [together] = findMatches([[{text: label}]], wanted);
	if (together) {
		return [{...together, tone: 'match'}];
	}

	const small = label.toLowerCase();
	const ranges: TonedRange[] = [];
	let at = 0;
	for (const character of wanted.toLowerCase()) {
		const start = small.indexOf(character, at);
		if (start === -1) {
			return [];
		}

		at = start + character.length;
		ranges.push({start, end: at, tone: 'match'});
	}

	return ranges;
};

const candidateLine = ({label, hint}: Candidate, text: string, isChosen: boolean, labelWidth: number, theme: Theme): Line => {
	const name: Segment = {text: label, bold: isChosen};
	return [
		{text: isChosen ? theme.glyphs.cursor : ' ', tone: 'accent'},
		{text: ' '},
		...padLine(toneRanges([name], rangesOf(label, text)), labelWidth, theme.glyphs.ellipsis),
		{text: `  ${hint}`, tone: 'dim'},
	];
};

/**
The line that is typed into: a colon, the text with its cursor, and dim behind it what would complete it. No wider than `width`.
*/
export const paletteInputLine = (state: PaletteState, candidates: readonly Candidate[], width: number, theme: Theme): Line => {
	const ghost = ghostOf(state, candidates);
	const typed = drawTextLine(state.line, Math.max(0, width - 1), theme);
	const line: Line = [{text: ':', tone: 'accent', bold: true}, ...typed, {text: ghost, tone: 'dim'}];
	return lineWidth(line) > width ? padLine(line, width, theme.glyphs.ellipsis) : line;
};

/**
The candidates below it, at most `height` lines, none wider than `width`: the chosen one is always visible, what the text
found is highlighted.
*/
export const paletteLines = (state: PaletteState, candidates: readonly Candidate[], width: number, height: number, theme: Theme): readonly Line[] => {
	const {text} = state.line;
	if (candidates.length === 0) {
		const gap: Line = [{text: `  nothing answers "${text.trim()}"; esc goes back`, tone: 'dim'}];
		return height > 0 ? [padLine(gap, width, theme.glyphs.ellipsis)] : [];
	}

	const chosen = Math.min(state.chosen, candidates.length - 1);
	const first = Math.max(0, Math.min(chosen - Math.floor(height / 2), candidates.length - height));
	const shown = candidates.slice(first, first + height);
	const longest = Math.max(0, ...shown.map(({label}) => cellWidth(label)));
	const labelWidth = Math.min(longest, Math.floor(width * 0.6));
	return shown.map((candidate, index) =>
		padLine(candidateLine(candidate, text, first + index === chosen, labelWidth, theme), width, theme.glyphs.ellipsis));
};
