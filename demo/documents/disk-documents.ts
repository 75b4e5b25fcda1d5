import {guidOf} from '../random.js';
import {diceOf, nodeGroupId, type Site} from '../inside/site.js';
import {diskEncryptionSetId} from './key-documents.js';
import {days, isoTime, type Json} from './context.js';

/**
How many volumes a cluster has.
*/
export const countDisks = (site: Site): number => 1 + (diceOf(site, 'volumes') % 3);

const claims = ['db-data', 'prometheus-data', 'cache-data'] as const;

/**
Disks that disk.csi.azure.com has made for volumes (Microsoft.Compute 2025-01-02), in order of ids. Where a cluster's disks have an own key the
first volume has been made with a class that names it; in one cluster in four another was made without.
*/
export const diskDocuments = (site: Site): readonly Json[] => {
	const {cluster, context: {seed, base}} = site;
	const {region, team, diskEncryption} = cluster;
	return Array.from({length: countDisks(site)}, (_, order): Json => {
		const claim = claims[order]!;
		const volume = `pvc-${guidOf(seed, `volume ${claim} ${cluster.name}`)}`;
		const hasOwnKey = diskEncryption && (order === 0 || diceOf(site, `class of ${claim}`) % 4 !== 0);
		return {
			name: volume,
			id: `${nodeGroupId(site)}/providers/Microsoft.Compute/disks/${volume}`,
			type: 'Microsoft.Compute/disks',
			location: region,
			tags: {
				...cluster.tags,
				'k8s-azure-created-by': 'kubernetes-azure-dd',
				'kubernetes.io-created-for-pv-name': volume,
				'kubernetes.io-created-for-pvc-name': claim,
				'kubernetes.io-created-for-pvc-namespace': order === 1 ? 'monitoring' : `${team}-stores`,
			},
			sku: {name: 'Premium_LRS', tier: 'Premium'},
			zones: [String((order % 3) + 1)],
			properties: {
				provisioningState: 'Succeeded',
				creationData: {createOption: 'Empty'},
				diskSizeGB: [128, 64, 32][order],
				diskState: 'Attached',
				timeCreated: isoTime(base - days(20 + (diceOf(site, `age of ${claim}`) % 300))),
				encryption: hasOwnKey ? {type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId: diskEncryptionSetId(cluster)} : {type: 'EncryptionAtRestWithPlatformKey'},
				networkAccessPolicy: 'AllowAll',
				publicNetworkAccess: 'Enabled',
			},
		};
	}).toSorted((first, second) => (String(first.id).toLowerCase() < String(second.id).toLowerCase() ? -1 : 1));
};
