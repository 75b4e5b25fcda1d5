import {containerTag, type Host} from '../../../model/host.js';
import type {Check, Outcome} from '../../check.js';
import {needed} from '../../commands.js';
import {isolationsOf} from '../../hosts/container-use.js';
import {hostAnswers, type Isolation, type Requirement} from '../../hosts/requirements.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';
import {machinePlace, onHostCommand} from './commands.js';

/**
Judges some requirements of an isolation, where the machine's tag says that it runs containers so.
*/
const judgeRequirements = (isolation: Isolation, ids: ReadonlyArray<Requirement['id']>) => (host: Host): Outcome => {
	if (!isolationsOf(host).includes(isolation)) {
		return notApplicable(seen(`tags.${containerTag}`, Object.entries(host.tags).find(([name]) => name.toLowerCase() === containerTag)?.[1]));
	}

	const requirements = hostAnswers(host).find(answer => answer.isolation === isolation)!.requirements.filter(({id}) => ids.includes(id));
	const broken = requirements.filter(({state}) => state === 'not-met');
	if (broken.length > 0) {
		return fail(broken.map(({evidence}) => evidence));
	}

	const hidden = requirements.find(({state}) => state === 'unknown');
	if (hidden) {
		return unknownBecause(hidden.because ?? hidden.title);
	}

	const needless = requirements.find(({state}) => state === 'not-needed');
	return needless ? notApplicable(needless.evidence) : pass(...requirements.map(({evidence}) => evidence));
};

const use = `where the tag \`${containerTag}\` asks for this isolation`;

/**
Of machines that run Windows containers, as their tag says: what the isolation of containers asks of its host.
*/
export const isolationChecks: ReadonlyArray<Check<'host'>> = [
	{
		id: 'host-nested-minimums',
		kind: 'host',
		title: 'VM host has less than 4 GB RAM or 2 vCPUs',
		severity: 'medium',
		why: 'Containers under Hyper-V in a virtual machine need nested virtualisation, and that needs this much.',
		decidedBy: `\`detectedProperties.totalPhysicalMemoryInBytes\`, \`detectedProperties.logicalCoreCount\` (Microsoft.HybridCompute/machines), ${use}`,
		references: {},
		fix: host => ({
			command: `az connectedmachine show ${machinePlace(host)} --query detectedProperties`,
			effect: 'Changes nothing. On the machine\'s own host, while the virtual machine is off: Set-VM -Name NAME -ProcessorCount 2 -MemoryStartupBytes 4GB; containers on it stop meanwhile.',
		}),
		judge: judgeRequirements('hyperV', ['memory', 'processors']),
	},
	{
		id: 'host-hyperv-role-missing',
		kind: 'host',
		title: 'Hyper-V role absent on a host that should run isolated containers',
		severity: 'medium',
		why: 'A container that asks for Hyper-V isolation does not start without it, and is then started without isolation.',
		decidedBy: `tag \`hyper-v\`, since Azure Arc does not report the role, ${use}`,
		references: {},
		fix: host => ({
			command: onHostCommand(host, 'hyper-v', '\'Install-WindowsFeature -Name Hyper-V -IncludeManagementTools -Restart\''),
			effect: 'Installs the role and restarts the machine; containers on it stop meanwhile.',
		}),
		judge: judgeRequirements('hyperV', ['role']),
	},
	{
		id: 'host-nested-virtualization-off',
		kind: 'host',
		title: 'Nested virtualisation not exposed to the host VM',
		severity: 'medium',
		why: 'Hyper-V in a virtual machine starts nothing unless the processor\'s virtualisation is handed through to it.',
		decidedBy: `tag \`nested-virtualization\`, since Azure Arc does not report it, of a virtual machine, ${use}`,
		references: {},
		fix: host => ({
			command: `az connectedmachine show ${machinePlace(host)} --query detectedProperties`,
			effect: 'Changes nothing. On the machine\'s own host, while the virtual machine is off: Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true; containers on it stop meanwhile.',
		}),
		judge: judgeRequirements('hyperV', ['nested']),
	},
	{
		id: 'host-windows-not-on-c',
		kind: 'host',
		title: 'Container host not installed on C:',
		severity: 'info',
		why: 'Process-isolated containers need Windows on drive C:.',
		decidedBy: `tag \`system-drive\`, since Azure Arc does not report it, ${use}`,
		references: {},
		fix: host => ({
			command: onHostCommand(host, 'isolation', needed('SCRIPT', 'docker run --detach --isolation=hyperv and the image')),
			effect: 'Starts the container under Hyper-V, for which the drive does not matter; to share the kernel, Windows has to be installed anew on C:.',
		}),
		judge: judgeRequirements('process', ['drive']),
	},
];
