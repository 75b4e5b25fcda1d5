import type {Outcome, Verdict} from './check.js';

/**
What a verdict counts as: its outcome's status, but `accepted` for a failure that somebody has decided to live with.
*/
export type Standing = Outcome['status'] | 'accepted';

/**
Every count, list and report asks here, so that the sums agree.
*/
export const standingOf = ({outcome, accepted}: Verdict): Standing => (accepted !== undefined && outcome.status === 'fail' ? 'accepted' : outcome.status);
