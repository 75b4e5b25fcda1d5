import type {Day, Recurrence, Schedule} from './schedule.js';

const minute = 60_000;

const dayLength = 86_400_000;

/**
Months that are looked through: six at most lie between two openings, and a year of them may fall into days that are closed.
*/
const mostMonths = 60;

const mostDays = 1200;

const weekdayOf = (day: Day): number => new Date(day * dayLength).getUTCDay();

type Month = {readonly year: number; readonly month: number};

const monthOf = (day: Day): Month => {
	const date = new Date(day * dayLength);
	return {year: date.getUTCFullYear(), month: date.getUTCMonth()};
};

const dayIn = ({year, month}: Month, date: number): Day => Date.UTC(year, month, date) / dayLength;

const lengthOf = ({year, month}: Month): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

const monthAfter = ({year, month}: Month, count: number): Month => ({year: year + Math.floor((month + count) / 12), month: (month + count) % 12});

/**
The day of a month on which a window opens; absent for a month that has no such day.
*/
const openingIn = (recurrence: Extract<Recurrence, {readonly kind: 'absoluteMonthly' | 'relativeMonthly'}>, month: Month): Day | undefined => {
	if (recurrence.kind === 'absoluteMonthly') {
		return recurrence.dayOfMonth > lengthOf(month) ? undefined : dayIn(month, recurrence.dayOfMonth);
	}

	const {week, weekday} = recurrence;
	if (week === 4) {
		const last = dayIn(month, lengthOf(month));
		return last - ((weekdayOf(last) - weekday + 7) % 7);
	}

	const first = dayIn(month, 1);
	return first + ((weekday - weekdayOf(first) + 7) % 7) + (7 * week);
};

/**
Ends where it cannot be told: the documentation does not say which is the first of several months where the day in the start date's
month lies before it, nor what becomes of a 31st in a month without one.

@yields Days, in order.
*/
const monthly = function * (recurrence: Extract<Recurrence, {readonly kind: 'absoluteMonthly' | 'relativeMonthly'}>, from: Day | undefined, since: Day): Generator<Day> {
	const {interval} = recurrence;
	const begin = monthOf(from ?? since);
	if (interval > 1 && (from === undefined || (openingIn(recurrence, begin) ?? -Infinity) < from)) {
		return;
	}

	const passed = monthOf(since);
	const skipped = Math.max(0, Math.floor((((passed.year - begin.year) * 12) + passed.month - begin.month) / interval) - 1);
	for (let step = skipped; step < skipped + mostMonths; step++) {
		const day = openingIn(recurrence, monthAfter(begin, step * interval));
		if (day === undefined) {
			return;
		}

		if (day >= since && day >= (from ?? -Infinity)) {
			yield day;
		}
	}
};

const steady = function * (first: Day, interval: number, since: Day): Generator<Day> {
	const begin = first + (Math.max(0, Math.ceil((since - first) / interval)) * interval);
	for (let day = begin; day < begin + mostDays; day += interval) {
		yield day;
	}
};

/**
Days on which a window opens, from a day on; a bounded number of them.

@yields Days, in order.
*/
const openingDays = function * ({recurrence, from}: Schedule, since: Day): Generator<Day> {
	if (recurrence.kind === 'absoluteMonthly' || recurrence.kind === 'relativeMonthly') {
		yield * monthly(recurrence, from, since);
		return;
	}

	if (from === undefined && recurrence.interval > 1) {
		return;
	}

	const start = from ?? since;
	if (recurrence.kind === 'daily') {
		yield * steady(start, recurrence.interval, since);
		return;
	}

	const wait = (recurrence.weekday - weekdayOf(start) + 7) % 7;
	const isSameWeek = wait === 0 || (weekdayOf(start) > 0 && weekdayOf(start) + wait < 7);
	// Otherwise it depends on whether a week begins on a Sunday or on a Monday, and on whether the first one counts.
	if (!isSameWeek && recurrence.interval > 1) {
		return;
	}

	yield * steady(start + wait, 7 * recurrence.interval, since);
};

export type Opening = {
	/**
	Milliseconds since 1970.
	*/
	readonly begin: number;
	readonly end: number;
};

/**
What is left of one opening between closed days, in order.
*/
const openParts = ({closed, offset}: Schedule, {begin, end}: Opening): readonly Opening[] => {
	const parts: Opening[] = [];
	let from = begin;
	for (const {first, last} of closed.toSorted((one, other) => one.first - other.first)) {
		const closes = Math.min(end, (first * dayLength) - (offset * minute));
		if (closes > from) {
			parts.push({begin: from, end: closes});
		}

		from = Math.max(from, ((last + 1) * dayLength) - (offset * minute));
	}

	return from < end ? [...parts, {begin: from, end}] : parts;
};

/**
The opening that is under way, or the next one. `now` is in milliseconds since 1970. Absent where the documentation leaves open when
that is, and where it is not within the years that are looked at.
*/
export const nextOpening = (schedule: Schedule, now: number): Opening | undefined => {
	const {offset, start, hours} = schedule;
	const today = Math.floor((now + (offset * minute)) / dayLength);
	// The last opening may still be under way: it lasts a day at most.
	for (const day of openingDays(schedule, today - 1)) {
		const begin = (day * dayLength) + ((start - offset) * minute);
		const part = openParts(schedule, {begin, end: begin + (hours * 60 * minute)}).find(({end}) => end > now);
		if (part) {
			return part;
		}
	}

	return undefined;
};
