import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Cluster} from '../../../source/model/cluster.js';
import {defenderPlanRows} from '../rows/defender-rows.js';
import {
	goodWhenOn,
	plainSwitch,
	switchRow,
	textRow,
	words,
} from '../../parts/sheet/fact-row.js';
import type {Section} from '../../parts/sheet/sheet.js';

/**
What runs in the cluster beside its workloads, and what Defender for Cloud sees of it.
*/
export const addOnSections = (cluster: Cluster, snapshot: Snapshot): readonly Section[] => [
	{
		title: 'Add-ons',
		rows: [
			switchRow('Azure Policy', cluster.azurePolicy, goodWhenOn),
			switchRow('Container insights', cluster.containerInsights, plainSwitch),
			textRow('Log workspace', cluster.containerInsightsWorkspace, words('none', 'dim')),
			switchRow('OIDC issuer', cluster.oidcIssuer, plainSwitch),
			switchRow('Workload identity', cluster.workloadIdentity, goodWhenOn),
			switchRow('Pod identity', cluster.podIdentity, {on: words('on: deprecated, workload identity replaces it', 'medium'), off: words('off')}),
			switchRow('HTTP app routing', cluster.httpApplicationRouting, {on: words('on: retired, not for production', 'medium'), off: words('off')}),
			switchRow('Secrets with own key', cluster.keyManagementService, {on: words('on: etcd secrets by Key Vault', 'good'), off: words('off')}),
			textRow('Disk encryption set', cluster.diskEncryptionSetId, words('none: disks have Microsoft\'s key', 'dim')),
		],
	},
	{
		title: 'Defender for Containers',
		rows: [
			switchRow('Sensor', cluster.defenderSensor, goodWhenOn),
			...defenderPlanRows(cluster.subscriptionId, snapshot),
		],
	},
];
