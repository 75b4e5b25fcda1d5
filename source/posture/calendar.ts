const day = 86_400_000;

/**
An ISO day of a time in milliseconds since 1970.
*/
export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
Whole days from `now` to the end of an ISO day; negative once it is over.
*/
export const daysLeft = (end: string, now: number): number => Math.floor((Date.parse(end) + day - now) / day);

/**
The second Tuesday of a month: when Microsoft publishes the fixes for Windows.
*/
const patchTuesday = (year: number, month: number): number => {
	const weekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
	return Date.UTC(year, month, 1 + ((2 - weekday + 7) % 7) + 7);
};

/**
The newest Patch Tuesday that lies at least `grace` days back: images of its fixes are out and rolled out by then.
*/
export const settledPatchTuesday = (now: number, grace: number): number => {
	const limit = now - (grace * day);
	const at = new Date(limit);
	const ofMonth = patchTuesday(at.getUTCFullYear(), at.getUTCMonth());
	return ofMonth <= limit ? ofMonth : patchTuesday(at.getUTCFullYear(), at.getUTCMonth() - 1);
};

/**
How many Patch Tuesdays lie after one time up to and with another, milliseconds since 1970.
*/
export const patchTuesdaysBetween = (from: number, to: number): number => {
	let count = 0;
	for (let at = settledPatchTuesday(to, 0); at > from; at = settledPatchTuesday(at, 1)) {
		count++;
	}

	return count;
};

/**
Adds whole years to an ISO day.
*/
export const addYears = (iso: string, years: number): string => `${Number(iso.slice(0, 4)) + years}${iso.slice(4)}`;
