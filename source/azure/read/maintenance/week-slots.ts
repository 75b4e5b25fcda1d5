import {isUnknown, unknown, type Fact} from '../../../model/known.js';
import type {Branch} from '../branch.js';
import {readElements} from '../elements.js';
import {clockText, weekdays} from './schedule.js';
import type {Opening} from './next-opening.js';

/**
One span of hours in a week, counted from Sunday 00:00 UTC; the end is not part of it.
*/
type Slot = {readonly begin: number; readonly end: number};

const hour = 3_600_000;

const weekLength = 7 * 24;

/**
1970-01-04, a Sunday.
*/
const firstSunday = 3 * 24 * hour;

const readDay = (element: Branch): Fact<readonly number[]> => {
	const day = element.word('day');
	const slots = element.list('hourSlots');
	if (isUnknown(day) || isUnknown(slots)) {
		return isUnknown(day) ? day : slots as Fact<readonly number[]>;
	}

	const weekday = weekdays.findIndex(one => one.toLowerCase() === day?.toLowerCase());
	const hours = slots ?? [];
	return weekday === -1 || hours.some(slot => !(Number.isSafeInteger(slot) && (slot as number) >= 0 && (slot as number) < 24))
		? unknown('malformed', '`properties.timeInWeek` names a day or an hour that there is not')
		: hours.map(slot => (weekday * 24) + (slot as number));
};

const readTime = (element: Branch, name: string): Fact<number> => {
	const text = element.text(name, 60);
	const time = typeof text === 'string' ? Date.parse(text) : NaN;
	return isUnknown(text) ? text : (Number.isNaN(time) ? unknown('malformed', `\`properties.notAllowedTime\` has a ${name} that is no time`) : time);
};

const readClosed = (element: Branch): Fact<Opening> => {
	const begin = readTime(element, 'start');
	const end = readTime(element, 'end');
	return isUnknown(begin) ? begin : (isUnknown(end) ? end : {begin, end});
};

/**
Hours that follow each other as one span.
*/
const joined = (hours: readonly number[]): readonly Slot[] => {
	const slots: Slot[] = [];
	for (const begin of [...new Set(hours)].toSorted((one, other) => one - other)) {
		const last = slots.at(-1);
		if (last?.end === begin && begin % 24 !== 0) {
			slots[slots.length - 1] = {begin: last.begin, end: begin + 1};
		} else {
			slots.push({begin, end: begin + 1});
		}
	}

	return slots;
};

const slotWords = (slots: readonly Slot[]): string => [...Map.groupBy(slots, ({begin}) => Math.floor(begin / 24))]
	.map(([day, own]) => `${weekdays[day]!} ${own.map(({begin, end}) => `${clockText((begin % 24) * 60)}–${clockText((((end - 1) % 24) + 1) * 60)}`).join(' and ')}`)
	.join(', ');

export type WeekSlots = {
	readonly words: string;
	readonly next: (now: number) => Opening | undefined;
};

/**
Weeks that are looked through.
*/
const mostWeeks = 106;

/**
Reads the older form of a window: hours of days of each week, in UTC, and times that are not allowed.
Source: Microsoft.ContainerService maintenanceConfigurations 2026-07-01, `timeInWeek`, `notAllowedTime`.
*/
export const readWeekSlots = (properties: Branch): Fact<WeekSlots> => {
	const days = readElements(properties, 'timeInWeek', readDay);
	const closed = readElements(properties, 'notAllowedTime', readClosed);
	if (isUnknown(days) || isUnknown(closed)) {
		return isUnknown(days) ? days : closed as Fact<WeekSlots>;
	}

	const slots = joined(days.flat());
	const isClosed = (time: number): Opening | undefined => closed.find(({begin, end}) => begin <= time && time < end);
	return {
		words: slots.length === 0 ? 'never' : `weekly, ${slotWords(slots)}, UTC`,
		next(now) {
			const sunday = (Math.floor((now - firstSunday) / (weekLength * hour)) * weekLength * hour) + firstSunday;
			for (let week = 0; week < mostWeeks; week++) {
				for (const slot of slots) {
					const end = sunday + (((week * weekLength) + slot.end) * hour);
					let begin = sunday + (((week * weekLength) + slot.begin) * hour);
					for (let span = isClosed(begin); span !== undefined; span = isClosed(begin)) {
						begin = span.end;
					}

					const closes = Math.min(end, ...closed.map(span => (span.begin > begin ? span.begin : Infinity)));
					if (begin < end && closes > now) {
						return {begin, end: closes};
					}
				}
			}

			return undefined;
		},
	};
};
