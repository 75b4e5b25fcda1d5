import type {Glyphs, Line, Tone} from '../../theme.js';

/**
The tone of a posture score, 0 to 100: the same limits wherever a score is shown.
*/
export const scoreTone = (score: number | undefined): Tone => {
	if (score === undefined || Number.isNaN(score)) {
		return 'unknown';
	}

	return score >= 80 ? 'good' : (score >= 50 ? 'medium' : 'high');
};

/**
A bar of `cells` cells and the number behind it: `████████░░ 82`. Without a score it is empty and says `--`.
The bar is full only at 100 and empty only at 0.
*/
export const gauge = (score: number | undefined, cells: number, glyphs: Pick<Glyphs, 'bar'>): Line => {
	const [full, empty] = glyphs.bar;
	const known = score === undefined || Number.isNaN(score) ? 0 : Math.min(100, Math.max(0, score));
	const rounded = Math.round(known / 100 * cells);
	const filled = known > 0 && known < 100 ? Math.min(Math.max(rounded, 1), Math.max(cells - 1, 0)) : rounded;
	return [
		{text: full.repeat(filled), tone: scoreTone(score)},
		{text: empty.repeat(cells - filled), tone: 'dim'},
		{text: ` ${score === undefined || Number.isNaN(score) ? '--' : Math.round(score)}`, tone: scoreTone(score), bold: true},
	];
};
