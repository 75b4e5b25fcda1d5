import {isUnknown, type Fact} from '../../model/known.js';
import type {MaintenanceWindow} from '../../model/cluster-records.js';
import type {Branch} from './branch.js';
import {nextOpening, type Opening} from './maintenance/next-opening.js';
import {readSchedule} from './maintenance/read-schedule.js';
import {readWeekSlots} from './maintenance/week-slots.js';
import {scheduleWords} from './maintenance/words.js';

const times = (opening: Opening | undefined, now: number): Pick<MaintenanceWindow, 'opensNext' | 'openUntil'> => {
	const iso = (time: number | undefined): string | undefined => (time === undefined ? undefined : new Date(time).toISOString());
	return {opensNext: iso(opening?.begin), openUntil: opening !== undefined && opening.begin <= now ? iso(opening.end) : undefined};
};

/**
Maps one maintenance configuration; unknown where its schedule cannot be read.

@param root an element of the list
@param now milliseconds since 1970
*/
export const readMaintenanceWindow = (root: Branch, now: number): Fact<MaintenanceWindow> => {
	const name = root.text('name', 120);
	if (isUnknown(name)) {
		return name;
	}

	const properties = root.required('properties');
	const window = properties.child('maintenanceWindow');
	if (!window.isPresent && properties.raw('timeInWeek') !== undefined) {
		const slots = readWeekSlots(properties);
		return isUnknown(slots) ? slots : {name: name ?? '', schedule: slots.words, ...times(slots.next(now), now)};
	}

	const schedule = readSchedule(properties.required('maintenanceWindow'));
	return isUnknown(schedule) ? schedule : {name: name ?? '', schedule: scheduleWords(schedule, now), ...times(nextOpening(schedule, now), now)};
};
