import {
	type FleetChanges,
	changeKinds,
	type Change,
	type ChangeKind,
} from '../../source/fleet/history/change.js';
import {scoreTone} from '../parts/gauge/gauge.js';
import type {Line} from '../theme.js';
import {countWords, moveWord} from './change-words.js';
import {spans, type SpanId} from './spans.js';

const countsOf = (rows: readonly Change[]): Readonly<Partial<Record<ChangeKind, number>>> => {
	const counts = new Map<ChangeKind, number>();
	for (const {change} of rows) {
		counts.set(change, (counts.get(change) ?? 0) + 1);
	}

	return Object.fromEntries(changeKinds.filter(kind => counts.has(kind)).map(kind => [kind, counts.get(kind)!]));
};

/**
Why the score is another than before: `score 74, −4: 3 newly failing, 1 reopened, 2 fixed`.
*/
export const scoreLine = (changes: FleetChanges, span: SpanId, score: number | undefined): Line => {
	const move = spans[span].move(changes);
	const rows = spans[span].rows(changes);
	const points = score === undefined ? '--' : String(Math.round(score));
	if (!move) {
		const counts = countWords(countsOf(rows), 0);
		return [{text: ' score '}, {text: points, tone: scoreTone(score), bold: true}, {text: counts === '' ? ', as before' : `, as before: ${counts}`, tone: 'dim'}];
	}

	return [
		{text: ' score '},
		{text: String(Math.round(move.to)), tone: scoreTone(move.to), bold: true},
		{text: ', '},
		{text: moveWord(move), tone: move.to < move.from ? 'high' : 'good', bold: true},
		{text: `: ${countWords(move.why, move.newlyPassed)}`},
	];
};
