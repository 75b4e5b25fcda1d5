import type {MaintenanceWindow} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import type {Fact} from '../../model/known.js';
import {readMaintenanceWindow} from '../read/maintenance-window.js';
import {readList, type Reading} from '../reading.js';
import {resourceParts} from '../resource-id.js';
import type {Session} from '../session.js';
import {collectWholeList} from './whole-list.js';

/**
The maintenance windows of a cluster; see `collectWholeList`.

@param now milliseconds since 1970: when a window opens next is told from here
*/
export const collectMaintenance = async (session: Session, reading: Reading, {id}: Cluster, now: number): Promise<Fact<readonly MaintenanceWindow[]>> => collectWholeList('maintenance windows', async () => {
	const {subscriptionId, resourceGroup, names} = resourceParts(id);
	const client = await session.containerService(subscriptionId);
	return readList(reading, options => client.maintenanceConfigurations.listByManagedCluster(resourceGroup, names.managedclusters ?? '', options));
}, element => readMaintenanceWindow(element, now));
