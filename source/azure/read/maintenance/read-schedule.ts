import {
	isUnknown,
	unknown,
	type Fact,
	type Unknown,
} from '../../../model/known.js';
import type {Branch} from '../branch.js';
import {readElements} from '../elements.js';
import {
	parseClock,
	parseDay,
	parseOffset,
	weekdays,
	weekIndexes,
	type Recurrence,
	type Schedule,
} from './schedule.js';

const mostClosed = 100;

const malformed = (branch: Branch, name: string, wanted: string): Unknown => unknown('malformed', `\`${branch.path}.${name}\` is not ${wanted}`);

const wholeNumber = (branch: Branch, name: string, most: number): Fact<number> => {
	const value = branch.number(name);
	return isUnknown(value) || (value !== undefined && Number.isSafeInteger(value) && value >= 1 && value <= most) ? value : malformed(branch, name, `a whole number from 1 to ${most}`);
};

const indexOf = (branch: Branch, name: string, words: readonly string[]): Fact<number> => {
	const word = branch.word(name);
	if (isUnknown(word)) {
		return word;
	}

	const index = words.findIndex(one => one.toLowerCase() === word?.toLowerCase());
	return index === -1 ? malformed(branch, name, `one of ${words.join(', ')}`) : index;
};

/**
An absent text gives nothing; one that `parse` does not understand is unknown.
*/
const parsed = (branch: Branch, name: string, parse: (text: string) => number | undefined, wanted: string): Fact<number | undefined> => {
	const text = branch.text(name, 40);
	return text === undefined || isUnknown(text) ? text : parse(text) ?? malformed(branch, name, wanted);
};

/**
Azure allows no more than 7 days, 4 weeks or 6 months between two openings.
*/
const kinds: Readonly<Record<Recurrence['kind'], (branch: Branch) => Fact<Recurrence>>> = {
	daily(branch) {
		const interval = wholeNumber(branch, 'intervalDays', 7);
		return isUnknown(interval) ? interval : {kind: 'daily', interval};
	},
	weekly(branch) {
		const interval = wholeNumber(branch, 'intervalWeeks', 4);
		const weekday = indexOf(branch, 'dayOfWeek', weekdays);
		return isUnknown(interval) ? interval : (isUnknown(weekday) ? weekday : {kind: 'weekly', interval, weekday});
	},
	absoluteMonthly(branch) {
		const interval = wholeNumber(branch, 'intervalMonths', 6);
		const dayOfMonth = wholeNumber(branch, 'dayOfMonth', 31);
		return isUnknown(interval) ? interval : (isUnknown(dayOfMonth) ? dayOfMonth : {kind: 'absoluteMonthly', interval, dayOfMonth});
	},
	relativeMonthly(branch) {
		const interval = wholeNumber(branch, 'intervalMonths', 6);
		const weekday = indexOf(branch, 'dayOfWeek', weekdays);
		const week = indexOf(branch, 'weekIndex', weekIndexes);
		if (isUnknown(interval) || isUnknown(weekday) || isUnknown(week)) {
			return [interval, weekday, week].find(fact => isUnknown(fact))!;
		}

		return {
			kind: 'relativeMonthly', interval, weekday, week,
		};
	},
};

const readRecurrence = (schedule: Branch): Fact<Recurrence> => {
	for (const [kind, read] of Object.entries(kinds)) {
		const branch = schedule.child(kind);
		const isThere = branch.presence();
		if (isThere !== false) {
			return isUnknown(isThere) ? isThere : read(branch);
		}
	}

	return unknown('malformed', `\`${schedule.path}\` is no schedule that is known`);
};

const readClosed = (element: Branch): Fact<{readonly first: number; readonly last: number}> => {
	const first = parsed(element, 'start', parseDay, 'a date');
	const last = parsed(element, 'end', parseDay, 'a date');
	if (isUnknown(first) || isUnknown(last)) {
		return isUnknown(first) ? first : last as Unknown;
	}

	return first === undefined || last === undefined ? unknown('malformed', 'a span of days has no beginning or no end') : {first, last};
};

/**
Reads a maintenance window. Where a part of it cannot be read it is unknown as a whole: half a schedule is a wrong one.
Source: Microsoft.ContainerService maintenanceConfigurations 2026-07-01, `maintenanceWindow`; days that are not allowed include the last
one, as the example there says (to `2023-01-03` at `+02:00` ends at 22:00 UTC of that day).
*/
export const readSchedule = (window: Branch): Fact<Schedule> => {
	const recurrence = readRecurrence(window.required('schedule'));
	const start = parsed(window, 'startTime', parseClock, 'a time of a day');
	const hours = wholeNumber(window, 'durationHours', 24);
	const offset = parsed(window, 'utcOffset', parseOffset, 'an offset from UTC');
	const from = parsed(window, 'startDate', parseDay, 'a date');
	const closed = readElements(window, 'notAllowedDates', readClosed);
	if (isUnknown(recurrence) || isUnknown(start) || isUnknown(hours) || isUnknown(offset) || isUnknown(from) || isUnknown(closed)) {
		return [recurrence, start, hours, offset, from, closed].find(fact => isUnknown(fact))!;
	}

	if (start === undefined || closed.length > mostClosed) {
		return malformed(window, start === undefined ? 'startTime' : 'notAllowedDates', 'as the specification says');
	}

	return {
		recurrence, start, hours, offset: offset ?? 0, from, closed,
	};
};
