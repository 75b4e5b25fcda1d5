import type {PoolSpec} from './cluster-spec.js';
import type {ImageFamilyName} from './node-images.js';

const zones = ['1', '2', '3'];

/**
A system pool as this company builds it today.
*/
export const systemPool = (image: ImageFamilyName, weeksBehind: number, given: Partial<PoolSpec> = {}): PoolSpec => ({
	name: 'system', mode: 'System', image, weeksBehind, count: 3, vmSize: 'Standard_D4ds_v5', zones, encryptionAtHost: true, ssh: 'Disabled', scale: [3, 6], ...given,
});

/**
A pool for workloads, autoscaled between two nodes and three times what it has. The teams that stayed with Ubuntu have
not yet taken over the baseline that came with Azure Linux: no SSH, disks encrypted at the host.
*/
export const userPool = (name: string, image: ImageFamilyName, weeksBehind: number, count: number, given: Partial<PoolSpec> = {}): PoolSpec => {
	const isBaseline = image === 'azureLinux' || image === 'azureLinuxFips';
	return {
		name,
		mode: 'User',
		image,
		weeksBehind,
		count,
		vmSize: 'Standard_D8ds_v5',
		zones,
		encryptionAtHost: isBaseline,
		ssh: isBaseline ? 'Disabled' : 'LocalUser',
		scale: [2, count * 3],
		...given,
	};
};

/**
How pools were built before zones, autoscaling and encryption at host were asked for.
*/
export const oldPool = (name: string, image: ImageFamilyName, weeksBehind: number, count: number, given: Partial<PoolSpec> = {}): PoolSpec => ({
	name, mode: 'User', image, weeksBehind, count, vmSize: 'Standard_DS3_v2', ssh: 'LocalUser', ...given,
});

/**
A Windows pool; names of Windows pools have at most six characters.
*/
export const windowsPool = (name: string, image: ImageFamilyName, weeksBehind: number, count: number, given: Partial<PoolSpec> = {}): PoolSpec => ({
	name, mode: 'User', image, weeksBehind, count, vmSize: 'Standard_D8ds_v5', zones, encryptionAtHost: true, ssh: 'LocalUser', ...given,
});
