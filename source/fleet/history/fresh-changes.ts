import type {Change, FleetChanges} from './change.js';

const made = new WeakMap<readonly Change[], ReadonlyMap<string, Change>>();

/**
What a list marks as new or reopened: since the last session ended, or, where none is remembered, since the start. By
`KEY#CHECK`; made once for each list of changes.
*/
export const freshChanges = ({sinceLastSession, sinceStart, lastSessionEnd}: FleetChanges): ReadonlyMap<string, Change> => {
	const list = lastSessionEnd === undefined ? sinceStart : sinceLastSession;
	let fresh = made.get(list);
	if (!fresh) {
		fresh = new Map(list.filter(({change}) => change === 'new' || change === 'reopened').map(change => [`${change.key}#${change.checkId ?? ''}`, change]));
		made.set(list, fresh);
	}

	return fresh;
};
