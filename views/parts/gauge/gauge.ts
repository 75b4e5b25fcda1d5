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

const bar = (share: number, cells: number, glyphs: Pick<Glyphs, 'bar'>, tone: Tone): Line => {
	const [full, empty] = glyphs.bar;
	const known = Math.min(100, Math.max(0, share));
	const rounded = Math.round(known / 100 * cells);
	const filled = known > 0 && known < 100 ? Math.min(Math.max(rounded, 1), Math.max(cells - 1, 0)) : rounded;
	return [{text: full.repeat(filled), tone}, {text: empty.repeat(cells - filled), tone: 'dim'}];
};

/**
A bar of `cells` cells and the number behind it: `████████░░ 82`. Without a score it is empty and says `--`.
The bar is full only at 100 and empty only at 0.
*/
export const gauge = (score: number | undefined, cells: number, glyphs: Pick<Glyphs, 'bar'>): Line => {
	const isNone = score === undefined || Number.isNaN(score);
	const tone = scoreTone(score);
	return [...bar(isNone ? 0 : score, cells, glyphs, tone), {text: ` ${isNone ? '--' : Math.round(score)}`, tone, bold: true}];
};

/**
How much of what there is is used up, in per cent: fuller is worse. What goes beyond it is told by the number alone.
*/
export const usageGauge = (share: number, cells: number, glyphs: Pick<Glyphs, 'bar'>): Line => {
	const tone: Tone = share > 100 ? 'high' : (share >= 80 ? 'medium' : 'good');
	return [...bar(share, cells, glyphs, tone), {text: ` ${Math.floor(share)} %`, tone, bold: true}];
};
