import type {MaintenanceWindow} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';
import {Branch} from '../read/branch.js';
import {readMaintenanceWindow} from '../read/maintenance-window.js';
import {readList, type Reading} from '../reading.js';
import {resourceParts} from '../resource-id.js';
import type {Session} from '../session.js';
import {unknownOf} from './unknown-of.js';

/**
The maintenance windows of a cluster. A refusal is an unknown fact.

@param now milliseconds since 1970: when a window opens next is told from here
*/
export const collectMaintenance = async (session: Session, reading: Reading, {id}: Cluster, now: number): Promise<Fact<readonly MaintenanceWindow[]>> => {
	const {subscriptionId, resourceGroup, names} = resourceParts(id);
	const windows: MaintenanceWindow[] = [];
	try {
		const client = await session.containerService(subscriptionId);
		for await (const page of readList(reading, options => client.maintenanceConfigurations.listByManagedCluster(resourceGroup, names.managedclusters ?? '', options))) {
			for (const document of page ?? [undefined]) {
				const window = document === undefined ? unknown('malformed', 'The answer holds no list of maintenance windows.') : readMaintenanceWindow(Branch.of(document), now);
				if (isUnknown(window)) {
					return window;
				}

				windows.push(window);
			}
		}
	} catch (error) {
		return unknownOf(error);
	}

	return windows;
};
