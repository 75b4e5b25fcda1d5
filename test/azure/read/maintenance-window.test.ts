import test from 'ava';
import fc from 'fast-check';
import {Branch} from '../../../source/azure/read/branch.js';
import {nextOpening} from '../../../source/azure/read/maintenance/next-opening.js';
import type {Recurrence, Schedule} from '../../../source/azure/read/maintenance/schedule.js';
import {readMaintenanceWindow} from '../../../source/azure/read/maintenance-window.js';
import {isUnknown} from '../../../source/model/known.js';
import {readDocument, type Json} from '../../support/azure-documents.js';
import {junk} from '../../support/mutate.js';

const read = (document: unknown, now: string) => readMaintenanceWindow(Branch.of(document), Date.parse(now));

const listOf = (file: string): readonly Json[] => readDocument(file).value as readonly Json[];

const window = (schedule: Json, more: Json = {}): Json => ({
	name: 'w', properties: {
		maintenanceWindow: {
			schedule, durationHours: 4, startTime: '02:00', utcOffset: '+01:00', ...more,
		},
	},
});

test('recorded windows that begin in a hundred years open then', t => {
	const [weekly, monthly] = listOf('aks/recorded-maintenance-configuration-list.json').map(document => read(document, '2026-12-01T00:00:00Z'));
	// 2123-01-01 is a Friday: it counts as the first of every third.
	t.deepEqual(weekly, {
		name: 'aksManagedAutoUpgradeSchedule', schedule: 'every 3 weeks, Friday 00:00 for 8 h, UTC+05:30, from 2123-01-01', opensNext: '2122-12-31T18:30:00.000Z', openUntil: undefined,
	});
	t.deepEqual(monthly, {
		name: 'aksManagedNodeOSUpgradeSchedule', schedule: 'monthly, last Tuesday 09:00 for 12 h, UTC-08:00, from 2123-01-01', opensNext: '2123-01-26T17:00:00.000Z', openUntil: undefined,
	});
});

test('the older form names hours of a week, in UTC, and times that are not allowed', t => {
	const legacy = readDocument('aks/recorded-maintenance-configuration-legacy-default.json');
	t.deepEqual(read(legacy, '2021-11-23T00:00:00Z'), {
		name: 'default', schedule: 'weekly, Tuesday 01:00–03:00, Wednesday 01:00–02:00 and 06:00–07:00, UTC', opensNext: '2021-11-23T01:00:00.000Z', openUntil: undefined,
	});
	t.like(read(legacy, '2021-11-23T02:30:00Z'), {opensNext: '2021-11-23T01:00:00.000Z', openUntil: '2021-11-23T03:00:00.000Z'});
	t.like(read(legacy, '2021-11-26T04:00:00Z'), {opensNext: '2021-11-30T12:00:00.000Z'.replace('11-30T12', '12-01T01')}, 'the Tuesday lies in a time that is not allowed');
});

test('a window opens in its own zone, and not on days that are closed', t => {
	const [weekly, daily] = listOf('aks/maintenance-configuration-list-composed.json');
	t.like(read(weekly, '2026-12-01T00:00:00Z'), {schedule: 'weekly, Sunday 02:00 for 4 h, UTC+02:00, not from 2026-12-20 to 2027-01-06', opensNext: '2026-12-06T00:00:00.000Z'});
	t.like(read(weekly, '2026-12-14T00:00:00Z'), {opensNext: '2027-01-10T00:00:00.000Z'});
	t.like(read(daily, '2026-12-01T12:00:00Z'), {schedule: 'daily, 22:00 for 8 h, UTC', opensNext: '2026-12-01T22:00:00.000Z', openUntil: undefined});
	t.like(read(daily, '2026-12-02T05:59:59Z'), {opensNext: '2026-12-01T22:00:00.000Z', openUntil: '2026-12-02T06:00:00.000Z'});
	t.like(read(daily, '2026-12-02T06:00:00Z'), {opensNext: '2026-12-02T22:00:00.000Z', openUntil: undefined});
});

test('every few days or months are counted from the start date', t => {
	const [days, months] = listOf('aks/maintenance-configuration-list.json');
	t.like(read(days, '2023-01-02T06:30:00Z'), {schedule: 'every 5 days, 13:30 for 10 h, UTC-07:00', opensNext: '2023-01-06T20:30:00.000Z'});
	t.like(read(months, '2023-01-16T00:00:00Z'), {opensNext: '2023-04-15T08:30:00.000Z'});
});

test('when it opens is not told where the documentation leaves it open', t => {
	const now = '2026-12-01T00:00:00Z';
	t.like(read(window({daily: {intervalDays: 3}}), now), {schedule: 'every 3 days, 02:00 for 4 h, UTC+01:00', opensNext: undefined}, 'no start date');
	t.like(read(window({absoluteMonthly: {intervalMonths: 2, dayOfMonth: 5}}, {startDate: '2026-01-20'}), now), {opensNext: undefined}, 'the day lies before the start date in its month');
	t.like(read(window({absoluteMonthly: {intervalMonths: 1, dayOfMonth: 31}}, {startDate: '2026-02-01'}), '2026-02-01T00:00:00Z'), {opensNext: undefined}, 'no such day in the month');
	t.like(read(window({weekly: {intervalWeeks: 2, dayOfWeek: 'Monday'}}, {startDate: '2026-01-07'}), now), {opensNext: undefined}, 'a Monday after a Wednesday: which week is the first?');
	t.like(read(window({weekly: {intervalWeeks: 1, dayOfWeek: 'Monday'}}, {startDate: '2026-01-07'}), now), {opensNext: '2026-12-07T01:00:00.000Z'});
});

test('half a schedule is unknown', t => {
	const now = '2026-12-01T00:00:00Z';
	const odd: readonly Json[] = [
		window({}),
		window({daily: 7}),
		window({daily: {intervalDays: 0}}),
		window({weekly: {intervalWeeks: 1, dayOfWeek: 'Caturday'}}),
		window({relativeMonthly: {intervalMonths: 1, dayOfWeek: 'Monday', weekIndex: 'Fifth'}}),
		window({daily: {intervalDays: 1}}, {startTime: '25:00'}),
		window({daily: {intervalDays: 1}}, {startTime: undefined}),
		window({daily: {intervalDays: 1}}, {utcOffset: 'CET'}),
		window({daily: {intervalDays: 1}}, {startDate: '2026-02-30'}),
		window({daily: {intervalDays: 1}}, {notAllowedDates: [{start: '2026-12-20'}]}),
		window({daily: {intervalDays: 1}}, {durationHours: 1e9}),
		{name: 'w', properties: {timeInWeek: [{day: 'Monday', hourSlots: [24]}]}},
	];
	for (const document of odd) {
		t.like(read(document, now), {unknown: 'malformed'}, JSON.stringify(document));
	}

	t.like(read({name: 'w'}, now), {unknown: 'not-reported'});
});

const day = 86_400_000;

const hour = 3_600_000;

const interval = fc.integer({min: 1, max: 4});

const weekday = fc.integer({min: 0, max: 6});

const recurrences: fc.Arbitrary<Recurrence> = fc.oneof(
	fc.record({kind: fc.constant('daily' as const), interval}),
	fc.record({kind: fc.constant('weekly' as const), interval, weekday}),
	fc.record({kind: fc.constant('absoluteMonthly' as const), interval, dayOfMonth: fc.integer({min: 1, max: 28})}),
	fc.record({
		kind: fc.constant('relativeMonthly' as const), interval, weekday, week: fc.integer({min: 0, max: 4}),
	}),
);

const someDay = fc.integer({min: 20_000, max: 21_000});

const spans = fc.array(fc.record({first: someDay, length: fc.integer({min: 0, max: 40})}), {maxLength: 4});

const schedules: fc.Arbitrary<Schedule> = fc.record({
	recurrence: recurrences,
	start: fc.integer({min: 0, max: 1439}),
	hours: fc.integer({min: 4, max: 24}),
	offset: fc.integer({min: -720, max: 840}),
	from: fc.option(someDay, {nil: undefined}),
	closed: spans.map(all => all.map(({first, length}) => ({first, last: first + length}))),
});

/**
Whether a window may open on a day, told by looking at the day alone.
*/
const opensOn = ({recurrence, from}: Schedule, at: number): boolean => {
	if (from !== undefined && at < from) {
		return false;
	}

	const date = new Date(at * day);
	const nth = (date.getUTCDate() - 1) / 7;
	switch (recurrence.kind) {
		case 'daily': {
			return (at - (from ?? at)) % recurrence.interval === 0;
		}

		case 'weekly': {
			return date.getUTCDay() === recurrence.weekday;
		}

		case 'absoluteMonthly': {
			return date.getUTCDate() === recurrence.dayOfMonth;
		}

		case 'relativeMonthly': {
			const isLast = new Date((at + 7) * day).getUTCMonth() !== date.getUTCMonth();
			return date.getUTCDay() === recurrence.weekday && (recurrence.week === 4 ? isLast : Math.floor(nth) === recurrence.week);
		}
	}
};

const isOpenAt = (schedule: Schedule, now: number): boolean => {
	const local = now + (schedule.offset * 60_000);
	const today = Math.floor(local / day);
	const isClosed = schedule.closed.some(({first, last}) => today >= first && today <= last);
	return !isClosed && [today, today - 1].some(at => {
		const begin = (at * day) + (schedule.start * 60_000);
		return opensOn(schedule, at) && local >= begin && local < begin + (schedule.hours * hour);
	});
};

const moments = fc.integer({min: 20_000 * 24, max: 21_000 * 24});

test('an opening is open from its first moment to its last, and never lies in the past', t => {
	const property = fc.property(schedules, moments, (schedule, at) => {
		const now = at * hour;
		const opening = nextOpening(schedule, now);
		return opening === undefined || (opening.end > now && opening.begin < opening.end && isOpenAt(schedule, opening.begin) && isOpenAt(schedule, opening.end - 1));
	});
	t.notThrows(() => {
		fc.assert(property, {numRuns: 500});
	});
});

test('nothing opens between now and the next opening where every day, week or month counts', t => {
	const every = schedules.map(schedule => ({...schedule, recurrence: {...schedule.recurrence, interval: 1}}));
	fc.assert(fc.property(every, moments, (schedule, at) => {
		const now = at * hour;
		const opening = nextOpening(schedule, now);
		t.truthy(opening);
		for (let moment = now; moment < opening!.begin && moment < now + (90 * day); moment += hour) {
			t.false(isOpenAt(schedule, moment));
		}
	}), {numRuns: 200});
});

test('a moment later the same opening is told, until it is over', t => {
	const parts = fc.double({min: 0, max: 0.999, noNaN: true});
	const property = fc.property(schedules, moments, parts, (schedule, at, part) => {
		const opening = nextOpening(schedule, at * hour);
		const later = opening && Math.max(at * hour, Math.floor(opening.begin + (part * (opening.end - opening.begin))));
		return later === undefined || JSON.stringify(nextOpening(schedule, later)) === JSON.stringify(opening);
	});
	t.notThrows(() => {
		fc.assert(property, {numRuns: 300});
	});
});

test('nothing throws, whatever is sent', t => {
	fc.assert(fc.property(junk, junk, junk, junk, (one, other, third, fourth) => {
		t.notThrows(() => read(window({weekly: one, daily: other}, {startDate: third, notAllowedDates: fourth}), '2026-12-01T00:00:00Z'));
		const slots = {name: 'w', properties: {timeInWeek: one, notAllowedTime: other}};
		t.true(isUnknown(read(slots, '2026-12-01T00:00:00Z')) || Array.isArray(one));
	}), {numRuns: 300});
});
