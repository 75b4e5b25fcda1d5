import type {ClusterRecords, MaintenanceWindow} from '../../model/cluster-records.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';

/**
The planned window in which patches may come to the nodes of a cluster: that of the node OS, or else the default one; absent: none is planned,
and AKS chooses. Source: AKS documentation, planned maintenance.
*/
export const maintenanceWindow = (records: ClusterRecords | undefined): Fact<MaintenanceWindow | undefined> => {
	if (records === undefined) {
		return unknown('not-asked', 'The maintenance windows of this cluster have not been read yet.');
	}

	const {maintenance} = records;
	return isUnknown(maintenance)
		? maintenance
		: (maintenance.find(({name}) => name.toLowerCase() === 'aksmanagednodeosupgradeschedule') ?? maintenance.find(({name}) => name.toLowerCase() === 'default'));
};
