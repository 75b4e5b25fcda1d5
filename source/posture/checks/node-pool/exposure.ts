import {isUnknown, valueOf} from '../../../model/known.js';
import type {NodePool} from '../../../model/node-pool.js';
import type {Check, Outcome} from '../../check.js';
import {newPoolCommand, nodePoolCommand} from '../../commands.js';
import {
	fail,
	judgeSwitch,
	notApplicable,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';
import {emptyBecause, managedBecause} from './emptiness.js';

const publicPath = 'enableNodePublicIP';
const portsPath = 'networkProfile.allowedHostPorts';
const sshPath = 'securityProfile.sshAccess';

const judgePublicIp = (pool: NodePool): Outcome => {
	const outcome = judgeSwitch(publicPath, pool.publicIpPerNode, false);
	if (outcome.status !== 'fail') {
		return outcome;
	}

	const empty = emptyBecause(pool);
	if (empty !== undefined) {
		return fail([...outcome.evidence, empty], {severity: 'medium', detail: 'No node runs now; the next one is on the internet again.'});
	}

	const ports = valueOf(pool.allowedHostPorts) ?? [];
	return ports.length === 0
		? outcome
		: fail([...outcome.evidence, seen(portsPath, ports)], {severity: 'critical', detail: 'Ports of the hosts are open to the internet.'});
};

const judgeSsh = (pool: NodePool): Outcome => {
	const managed = managedBecause(pool);
	if (managed !== undefined) {
		return notApplicable(managed);
	}

	const {osType, sshAccess} = pool;
	if (osType === 'Windows') {
		return notApplicable(seen('osType', osType));
	}

	if (isUnknown(sshAccess)) {
		return unknownBecause(sshAccess.reason);
	}

	if (sshAccess === 'Disabled' || sshAccess === 'EntraId') {
		return pass(seen(sshPath, sshAccess));
	}

	if (isUnknown(osType)) {
		return unknownBecause(osType.reason);
	}

	return sshAccess === undefined || sshAccess === 'LocalUser' ? fail([seen(sshPath, sshAccess)]) : unfamiliar(sshPath, sshAccess);
};

export const exposureChecks: ReadonlyArray<Check<'nodePool'>> = [
	{
		id: 'nodepool-public-ip',
		kind: 'nodePool',
		title: 'Nodes have public addresses of their own',
		severity: 'high',
		why: 'Each node is then a host on the internet, and node ports and host ports come with it.',
		decidedBy: `${publicPath} and ${portsPath} (Resource Graph)`,
		references: {cisAks: ['5.4.3']},
		fix: pool => ({
			command: newPoolCommand(pool, ''),
			effect: 'Chosen when a pool is created: adds a pool without public addresses, at its price; drain and delete the old one afterwards.',
		}),
		judge: judgePublicIp,
	},
	{
		id: 'nodepool-ssh-local-user',
		kind: 'nodePool',
		title: 'SSH with a shared key is open on the nodes',
		severity: 'medium',
		why: 'One key opens every node, and nobody can tell afterwards who used it.',
		decidedBy: `${sshPath} (Resource Graph); absent means LocalUser`,
		references: {azurePolicy: ['28257686-e9db-403e-b9e2-a5eecbe03da9']},
		fix: pool => ({
			command: nodePoolCommand('update', pool, '--ssh-access disabled'),
			effect: 'Takes hold when the nodes are replaced (az aks nodepool upgrade --node-image-only); debugging by SSH ends, kubectl debug stays.',
		}),
		judge: judgeSsh,
	},
];
