import type {JudgedKind} from '../../posture/check.js';
import type {Severity} from '../../model/severity.js';

/**
What became of a check on a resource, or of a resource:
`new`: fails and never did before; `reopened`: failed, was fixed or accepted, fails again; `fixed`: failed, and does not any
more; `worse`, `milder`: fails with another severity; `accepted`: fails, and somebody decided to live with it; `unreadable`:
was known and can no longer be read; `readable-again`: as it was before that; `newly-checked`: fails where nothing was ever
known before; `appeared`, `gone`: of a whole resource.
*/
export type ChangeKind =
	| 'new' | 'reopened' | 'worse' | 'newly-checked' | 'unreadable' | 'appeared'
	| 'fixed' | 'milder' | 'accepted' | 'readable-again' | 'gone';

export const changeKinds: readonly ChangeKind[] = [
	'new', 'reopened', 'worse', 'newly-checked', 'unreadable', 'appeared', 'fixed', 'milder', 'accepted', 'readable-again', 'gone',
];

/**
One difference between two looks. Immutable, and the same object as long as it says the same.
*/
export type Change = {
	/**
	Key of the resource.
	*/
	readonly key: string;
	/**
	A pool with its cluster: `prod-weu/system`.
	*/
	readonly name: string;
	readonly kind: JudgedKind;
	/**
	Absent where the whole resource appeared, is gone or can no longer be read.
	*/
	readonly checkId: string | undefined;
	readonly change: ChangeKind;
	/**
	Of the failure that is there now, or that was there before.
	*/
	readonly severity: Severity;
	/**
	When it was seen, milliseconds since 1970.
	*/
	readonly at: number;
};

export type ChangeCounts = Readonly<Partial<Record<ChangeKind, number>>>;

/**
Why the score is another than before.
*/
export type ScoreMove = {
	readonly from: number;
	readonly to: number;
	/**
	How many changes of each kind; as many as rows are listed.
	*/
	readonly why: ChangeCounts;
	/**
	Checks that pass where nothing was ever known before: they count in the score, and no row is made of them.
	*/
	readonly newlyPassed: number;
	/**
	When it was seen, milliseconds since 1970.
	*/
	readonly at: number;
};

/**
What changed, by how far one looks back. Each list has one row for each difference between then and now: what came and went
in between is in the time line only.
*/
export type FleetChanges = {
	/**
	By the last poll.
	*/
	readonly sincePoll: readonly Change[];
	/**
	Since the first look of this session.
	*/
	readonly sinceStart: readonly Change[];
	/**
	Since the last session ended; empty where none is remembered.
	*/
	readonly sinceLastSession: readonly Change[];
	/**
	Milliseconds since 1970; absent where none is remembered.
	*/
	readonly lastSessionEnd: number | undefined;
	readonly scoreMove: {
		/**
		By the last poll that moved it.
		*/
		readonly poll: ScoreMove | undefined;
		/**
		Absent where it stands as it stood then.
		*/
		readonly start: ScoreMove | undefined;
		readonly session: ScoreMove | undefined;
	};
};

export const noChanges: FleetChanges = {
	sincePoll: [],
	sinceStart: [],
	sinceLastSession: [],
	lastSessionEnd: undefined,
	scoreMove: {poll: undefined, start: undefined, session: undefined},
};

/**
One event of a resource's time line.
*/
export type TimelineEvent = Pick<Change, 'checkId' | 'change' | 'severity' | 'at'>;
