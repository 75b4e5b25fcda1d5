import {relativeAge} from './relative-age.js';

/**
How long ago an ISO time was, as ` 3 d` behind a word; empty for one that is not known.
*/
export const sinceWords = (since: string | undefined, now: number): string => {
	const time = Date.parse(since ?? '');
	return Number.isNaN(time) ? '' : ` ${relativeAge(now - time)}`;
};
