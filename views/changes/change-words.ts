import {
	type ChangeCounts,
	type ChangeKind,
	type FleetChanges,
	type ScoreMove,
	changeKinds,
} from '../../source/fleet/history/change.js';
import type {Tone} from '../theme.js';

/**
How a change is marked: a glyph and a word, so that it is not told by colour alone; and how it is counted.
*/
export const changeWords: Readonly<Record<ChangeKind, {readonly glyph: string; readonly word: string; readonly counted: string; readonly tone: Tone}>> = {
	new: {
		glyph: '+', word: 'new', counted: 'newly failing', tone: 'high',
	},
	reopened: {
		glyph: '↺', word: 'reopened', counted: 'reopened', tone: 'high',
	},
	worse: {
		glyph: '~', word: 'worse', counted: 'worse', tone: 'high',
	},
	'newly-checked': {
		glyph: '+', word: 'newly checked', counted: 'newly checked', tone: 'medium',
	},
	unreadable: {
		glyph: '?', word: 'unreadable', counted: 'no longer readable', tone: 'unknown',
	},
	appeared: {
		glyph: '+', word: 'appeared', counted: 'appeared', tone: 'plain',
	},
	fixed: {
		glyph: '−', word: 'fixed', counted: 'fixed', tone: 'good',
	},
	milder: {
		glyph: '~', word: 'milder', counted: 'milder', tone: 'good',
	},
	accepted: {
		glyph: '=', word: 'accepted', counted: 'accepted', tone: 'plain',
	},
	'readable-again': {
		glyph: '~', word: 'readable again', counted: 'readable again', tone: 'good',
	},
	gone: {
		glyph: '−', word: 'gone', counted: 'gone', tone: 'plain',
	},
};

/**
`3 newly failing, 1 reopened, 2 fixed`; empty for none.
*/
export const countWords = (counts: ChangeCounts, newlyPassed: number): string => [
	...changeKinds.filter(kind => counts[kind] !== undefined).map(kind => `${counts[kind]} ${changeWords[kind].counted}`),
	...(newlyPassed > 0 ? [`${newlyPassed} newly checked and passed`] : []),
].join(', ');

/**
`−4`, `+12`.
*/
export const moveWord = ({from, to}: ScoreMove): string => `${to < from ? '−' : '+'}${Math.abs(Math.round(to) - Math.round(from))}`;

/**
`score −4: 3 newly failing, 1 reopened`: what the bottom line says while the last poll is the one that moved it.
*/
export const moveNote = ({sincePoll, scoreMove}: FleetChanges): string | undefined => {
	const {poll} = scoreMove;
	return poll === undefined || sincePoll.length === 0 ? undefined : `score ${moveWord(poll)}: ${countWords(poll.why, poll.newlyPassed)}`;
};
