import {patchTuesdaysBetween} from '../calendar.js';

/**
How many releases lie between two images.
*/
export type ReleaseGap = {
	readonly count: number;
	/**
	Told from the pace of releases rather than from the calendar: AKS builds Linux images about weekly, and lists no dates.
	*/
	readonly isEstimate: boolean;
};

const week = 7 * 86_400_000;

/**
Releases after one image up to and with another, by their ISO days: for Windows the Patch Tuesdays between them, each of which brings an
image; for Linux about one a week.
*/
export const releasesBetween = (from: string, to: string, isWindows: boolean): ReleaseGap => {
	const [start, end] = [Date.parse(from), Date.parse(to)];
	return isWindows
		? {count: patchTuesdaysBetween(start, end), isEstimate: false}
		: {count: end > start ? Math.max(1, Math.round((end - start) / week)) : 0, isEstimate: true};
};
