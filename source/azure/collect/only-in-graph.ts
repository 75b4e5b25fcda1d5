import {SourceError} from '../../model/source-error.js';
import {createKeeper} from '../keeper.js';
import {queries, type Query} from '../queries.js';
import {readDataDisk} from '../read/data-disk.js';
import {readDiskEncryptionSet} from '../read/disk-encryption-set.js';
import {readHost} from '../read/host.js';
import {readImageScan, readRunningScan} from '../read/image-scan.js';
import {readKeyVault} from '../read/key-vault.js';
import {readNetworkResource} from '../read/network-resource.js';
import {readPolicyRecord} from '../read/policy-record.js';
import {byKey, type Kind, type ListPages} from './collect-everywhere.js';

const notListed = (what: string) => async function * (): ListPages {
	throw new SourceError({
		cause: 'denied',
		reason: `Resource Graph leaves this subscription out, and only it is asked for ${what}: grant Reader on the subscription`,
		remedy: undefined,
		retryAt: undefined,
	});

	yield undefined;
};

/**
What is asked of Resource Graph alone: it surrounds the fleet, and list calls for it would be one more client and one more
request for each subscription. Where Resource Graph does not answer, it is unknown.
*/
const onlyInGraph = <T extends {readonly key: string}>(query: Query, what: string, read: (document: unknown) => T | undefined): Kind<T> => ({
	query, keeper: createKeeper(read), list: notListed(what), compare: byKey,
});

export const diskEncryptionSetKind = () => onlyInGraph(queries.diskEncryptionSets, 'disk encryption sets', readDiskEncryptionSet);

export const keyVaultKind = () => onlyInGraph(queries.keyVaults, 'key vaults', readKeyVault);

export const hostKind = () => onlyInGraph(queries.hosts, 'hosts of one\'s own', readHost);

export const networkResourceKind = () => onlyInGraph(queries.networkResources, 'the network of clusters', readNetworkResource);

export const dataDiskKind = () => onlyInGraph(queries.dataDisks, 'disks of volumes', readDataDisk);

export const policyExemptionKind = () => onlyInGraph(queries.policyExemptions, 'policy exemptions', readPolicyRecord);

export const imageScanKind = () => onlyInGraph(queries.imageScans, 'scans of images', readImageScan);

export const runningScanKind = () => onlyInGraph(queries.runningScans, 'scans of running images', readRunningScan);
