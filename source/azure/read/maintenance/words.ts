import {
	clockText,
	dayText,
	offsetText,
	weekdays,
	weekIndexes,
	type Recurrence,
	type Schedule,
} from './schedule.js';

const every = (interval: number, once: string, unit: string): string => (interval === 1 ? once : `every ${interval} ${unit}`);

const days = (recurrence: Recurrence): string => {
	const {interval} = recurrence;
	switch (recurrence.kind) {
		case 'daily': {
			return every(interval, 'daily', 'days');
		}

		case 'weekly': {
			return `${every(interval, 'weekly', 'weeks')}, ${weekdays[recurrence.weekday]!}`;
		}

		case 'absoluteMonthly': {
			return `${every(interval, 'monthly', 'months')}, day ${recurrence.dayOfMonth}`;
		}

		case 'relativeMonthly': {
			return `${every(interval, 'monthly', 'months')}, ${weekIndexes[recurrence.week]!.toLowerCase()} ${weekdays[recurrence.weekday]!}`;
		}
	}
};

/**
A schedule in words: `weekly, Saturday 02:00 for 4 h, UTC+01:00`. What lies before `now`, milliseconds since 1970, is left out.
*/
export const scheduleWords = ({recurrence, start, hours, offset, from, closed}: Schedule, now: number): string => {
	const today = Math.floor((now + (offset * 60_000)) / 86_400_000);
	return [
		`${days(recurrence)}${recurrence.kind === 'daily' ? ',' : ''} ${clockText(start)} for ${hours} h`,
		offsetText(offset),
		...(from !== undefined && from > today ? [`from ${dayText(from)}`] : []),
		...closed.filter(({last}) => last >= today).map(({first, last}) => (first === last ? `not on ${dayText(first)}` : `not from ${dayText(first)} to ${dayText(last)}`)),
	].join(', ');
};
