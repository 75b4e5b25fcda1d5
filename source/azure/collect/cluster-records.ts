import type {ClusterRecords} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import type {Reading} from '../reading.js';
import type {Session} from '../session.js';
import {collectActivity} from './activity.js';
import {collectDiagnosticSettings} from './diagnostic-settings.js';
import {collectMaintenance} from './maintenance.js';

/**
What Azure tells of one cluster alone: where its logs go, who did what to it, when it may be worked on. Each part is known or unknown by
itself. Reader is enough.
*/
export const collectClusterRecords = async (session: Session, reading: Reading, cluster: Cluster): Promise<ClusterRecords> => {
	const now = Date.now();
	const [diagnosticSettings, activity, maintenance] = await Promise.all([
		collectDiagnosticSettings(session, reading, cluster.id),
		collectActivity(session, reading, cluster, now),
		collectMaintenance(session, reading, cluster, now),
	]);
	return {
		clusterKey: cluster.key, diagnosticSettings, activity, maintenance, readAt: Date.now(),
	};
};
