import type {NodePool} from '../../model/node-pool.js';
import type {Callout} from './callout.js';

/**
Marks of a pool that make a missing patch worse: nodes on the internet, SSH, no validated cryptography where it is asked for, disks that
the host does not encrypt. What could not be read is not marked: the checks tell of it.

@param asksForFips whether this cluster, or the organisation, asks for FIPS
*/
export const guardCallouts = (pool: NodePool, asksForFips: boolean): readonly Callout[] => {
	const isHosted = pool.mode === 'ManagedSystem';
	const isWindows = pool.osType === 'Windows';
	const hasSsh = !isWindows && !isHosted && (pool.sshAccess === undefined || pool.sshAccess === 'LocalUser');
	return [
		...(pool.publicIpPerNode === true
			? [{
				id: 'public-addresses', severity: 'high', short: 'public IPs', text: 'Each node has a public address of its own.',
			} as const]
			: []),
		...(hasSsh
			? [{
				id: 'ssh-open', severity: 'low', short: 'SSH', text: `SSH is open on the nodes, with one shared key${pool.sshAccess === undefined ? ' (nothing is set, which means LocalUser)' : ''}.`,
			} as const]
			: []),
		...(asksForFips && !isHosted && (pool.fips === undefined || pool.fips === false)
			? [{
				id: 'no-fips', severity: 'medium', short: 'no FIPS', text: 'FIPS is asked for here, and this pool has it off.',
			} as const]
			: []),
		...(!isHosted && (pool.encryptionAtHost === undefined || pool.encryptionAtHost === false)
			? [{
				id: 'no-host-encryption', severity: 'low', short: 'no host encryption', text: 'Temporary disks and caches are not encrypted at the host.',
			} as const]
			: []),
	];
};
