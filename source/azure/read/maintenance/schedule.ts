/**
Days since 1970, in the window's own zone.
*/
export type Day = number;

export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export const weekIndexes = ['First', 'Second', 'Third', 'Fourth', 'Last'] as const;

/**
On which days a window opens. `weekday` counts from Sunday, 0; `week` is 0 for the first of a month and 4 for the last.
*/
export type Recurrence =
	| {readonly kind: 'daily'; readonly interval: number}
	| {readonly kind: 'weekly'; readonly interval: number; readonly weekday: number}
	| {readonly kind: 'absoluteMonthly'; readonly interval: number; readonly dayOfMonth: number}
	| {readonly kind: 'relativeMonthly'; readonly interval: number; readonly weekday: number; readonly week: number};

/**
A maintenance window. Minutes are those of the window's own zone, which lies `offset` minutes before UTC.
*/
export type Schedule = {
	readonly recurrence: Recurrence;
	/**
	Minutes since midnight.
	*/
	readonly start: number;
	readonly hours: number;
	readonly offset: number;
	/**
	Before this day it never opens; absent: it opens right away.
	*/
	readonly from: Day | undefined;
	/**
	Days, the last one included, on which nothing is done.
	*/
	readonly closed: ReadonlyArray<{readonly first: Day; readonly last: Day}>;
};

const dayLength = 86_400_000;

/**
The day of `2026-12-20`; absent for what is no date.
*/
export const parseDay = (text: string): Day | undefined => {
	const time = /^\d{4}-\d{2}-\d{2}/v.test(text) ? Date.parse(`${text.slice(0, 10)}T00:00:00Z`) : NaN;
	return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text.slice(0, 10) ? undefined : time / dayLength;
};

export const dayText = (day: Day): string => new Date(day * dayLength).toISOString().slice(0, 10);

/**
Minutes of `02:30`; absent for what is no time of a day.
*/
export const parseClock = (text: string): number | undefined => {
	const {hours, minutes} = /^(?<hours>[01]\d|2[0-3]):(?<minutes>[0-5]\d)$/v.exec(text)?.groups ?? {};
	return hours === undefined ? undefined : (Number(hours) * 60) + Number(minutes);
};

export const clockText = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
Minutes of `+05:30`; absent for what is no offset from UTC.
*/
export const parseOffset = (text: string): number | undefined => {
	const {sign, clock = ''} = /^(?<sign>[+\-])(?<clock>\d{2}:\d{2})$/v.exec(text)?.groups ?? {};
	const minutes = parseClock(clock);
	return minutes === undefined || minutes > 14 * 60 ? undefined : (sign === '-' ? -minutes : minutes);
};

export const offsetText = (offset: number): string => (offset === 0 ? 'UTC' : `UTC${offset < 0 ? '-' : '+'}${clockText(Math.abs(offset))}`);
