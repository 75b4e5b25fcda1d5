import type {Site} from '../inside/site.js';
import {careOf} from '../inside/workloads.js';
import type {Json} from './context.js';
import {clusterId} from './ids.js';

const windowOf = (site: Site, name: string, properties: Json): Json => ({id: `${clusterId(site.cluster)}/maintenanceConfigurations/${name}`, name, properties});

const christmas = [{start: '2026-12-18', end: '2027-01-04'}] as const;

/**
The maintenance windows of a cluster (Microsoft.ContainerService 2026-07-01): two where somebody cares, with a freeze over Christmas for
production; the older kind of window where it was set years ago; none in sandboxes.
*/
export const maintenanceDocuments = (site: Site): readonly Json[] => {
	const {cluster: {environment, entra, network}, index} = site;
	if (careOf(site) === 'open') {
		return entra && network === 'calico' ? [windowOf(site, 'default', {timeInWeek: [{day: 'Sunday', hourSlots: [1, 2, 3]}]})] : [];
	}

	const notAllowedDates = environment === 'prod' ? christmas : undefined;
	const shared = {utcOffset: '+01:00', startDate: '2026-01-04', notAllowedDates};
	return [
		windowOf(site, 'aksManagedAutoUpgradeSchedule', {
			maintenanceWindow: {
				schedule: index % 3 === 0 ? {relativeMonthly: {intervalMonths: 1, dayOfWeek: 'Sunday', weekIndex: 'First'}} : {weekly: {intervalWeeks: 1, dayOfWeek: 'Sunday'}}, durationHours: 6, startTime: '02:00', ...shared,
			},
		}),
		windowOf(site, 'aksManagedNodeOSUpgradeSchedule', {
			maintenanceWindow: {
				schedule: index % 2 === 0 ? {weekly: {intervalWeeks: 1, dayOfWeek: 'Saturday'}} : {daily: {intervalDays: 1}}, durationHours: 8, startTime: '22:00', ...shared,
			},
		}),
	];
};
