import type {Change, FleetChanges, ScoreMove} from '../../source/fleet/history/change.js';

export const spanIds = ['poll', 'start', 'session'] as const;

/**
How far back the view of changes looks.
*/
export type SpanId = (typeof spanIds)[number];

/**
What a span is called, and what is in it.
*/
export const spans: Readonly<Record<SpanId, {
	readonly title: string;
	readonly rows: (changes: FleetChanges) => readonly Change[];
	readonly move: (changes: FleetChanges) => ScoreMove | undefined;
}>> = {
	poll: {
		title: 'last poll', rows: ({sincePoll}) => sincePoll, move: ({sincePoll, scoreMove}) => sincePoll.length === 0 ? undefined : scoreMove.poll,
	},
	start: {
		title: 'start', rows: ({sinceStart}) => sinceStart, move: ({scoreMove}) => scoreMove.start,
	},
	session: {
		title: 'last session', rows: ({sinceLastSession}) => sinceLastSession, move: ({scoreMove}) => scoreMove.session,
	},
};

/**
The next one, or the one before.
*/
export const stepSpan = (span: SpanId, by: 1 | -1): SpanId => spanIds[(spanIds.indexOf(span) + by + spanIds.length) % spanIds.length]!;

/**
Where the view opens: since one was here last, if that is known.
*/
export const firstSpan = ({lastSessionEnd}: FleetChanges): SpanId => lastSessionEnd === undefined ? 'start' : 'session';
