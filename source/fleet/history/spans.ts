import {noChanges, type FleetChanges, type ScoreMove} from './change.js';
import {scoreMove} from './score-moves.js';
import {createSpan, noRows, type Span} from './span.js';

/**
How far one looks back: the last poll, the start, the last session.
*/
export type Spans = {
	readonly session: Span;
	/**
	What is to be noted from the first look on.
	*/
	readonly watched: () => readonly Span[];
	/**
	The first look of this session is over: what comes now is news.
	*/
	readonly begin: (score: number | undefined) => void;
	/**
	Brings the changes up to date after a look, in small steps. `isFull`: a poll is complete with it.
	*/
	readonly settle: (look: {readonly score: number | undefined; readonly isFull: boolean; readonly at: number}) => Generator<void, void, void>;
	readonly changes: () => FleetChanges;
};

/**
Makes the three spans of a session that begins.

@param lastSession When the last session ended, milliseconds since 1970, and the score then.
*/
export const createSpans = (session: Span, lastSession: {readonly end: number | undefined; readonly score: number | undefined}): Spans => {
	const start = createSpan();
	let poll = createSpan();
	let lastPoll = noRows;
	let startScore: number | undefined;
	let pollScore: number | undefined;
	let pollMove: ScoreMove | undefined;
	let hasBegun = false;
	let changes: FleetChanges = {...noChanges, lastSessionEnd: lastSession.end};

	const update = (score: number | undefined, at: number): void => {
		const sessionRows = lastSession.end === undefined ? noRows : session.rows();
		const startRows = start.rows();
		const pollRows = poll.rows().rows.length > 0 ? poll.rows() : lastPoll;
		const {scoreMove: before} = changes;
		const moves = {
			poll: pollMove,
			start: scoreMove(before.start, {
				from: startScore, to: score, rows: startRows, at,
			}),
			session: scoreMove(before.session, {
				from: lastSession.score, to: score, rows: sessionRows, at,
			}),
		};
		const isSameMove = before.poll === moves.poll && before.start === moves.start && before.session === moves.session;
		const isSame = isSameMove && changes.sincePoll === pollRows.rows && changes.sinceStart === startRows.rows && changes.sinceLastSession === sessionRows.rows;
		changes = isSame
			? changes
			: {
				sincePoll: pollRows.rows,
				sinceStart: startRows.rows,
				sinceLastSession: sessionRows.rows,
				lastSessionEnd: lastSession.end,
				scoreMove: isSameMove ? before : moves,
			};
	};

	return {
		session,
		watched: () => (hasBegun ? [session, start, poll] : [session]),
		begin(score) {
			hasBegun = true;
			startScore = score;
			pollScore = score;
		},
		* settle({score, isFull, at}) {
			yield * session.settle();
			yield * start.settle();
			yield * poll.settle();
			const rows = poll.rows();
			pollMove = scoreMove(pollMove, {
				from: pollScore, to: score, rows, at,
			}) ?? pollMove;
			if (isFull) {
				lastPoll = rows;
				poll = createSpan();
				pollScore = score;
			}

			update(score, at);
		},
		changes: () => changes,
	};
};
