import {imageFamilies} from '../../fleet/node-images.js';
import type {NodeSpec} from '../../inside/node-spec.js';
import type {Json} from '../context.js';
import {kubernetesTime} from './metadata.js';

type Told = readonly [type: string, reason: string, message: string];

/**
What AKS's node problem detector says of a Linux node that has none (recorded answer).
*/
const problems: readonly Told[] = [
	['KernelDeadlock', 'KernelHasNoDeadlock', 'kernel has no deadlock'],
	['ReadonlyFilesystem', 'FilesystemIsNotReadOnly', 'Filesystem is not read-only'],
	['ContainerRuntimeProblem', 'ContainerRuntimeIsUp', 'container runtime service is up'],
	['VMEventScheduled', 'NoVMEventScheduled', 'VM has no scheduled event'],
	['KubeletProblem', 'KubeletIsUp', 'kubelet service is up'],
];

const pressures: readonly Told[] = [
	['MemoryPressure', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'],
	['DiskPressure', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
	['PIDPressure', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'],
];

const troubles: Readonly<Record<NonNullable<NodeSpec['trouble']>['type'], readonly [reason: string, message: string]>> = {
	VMEventScheduled: ['VMEventScheduled', 'Freeze Scheduled: platform maintenance, about 5 s'],
	DiskPressure: ['KubeletHasDiskPressure', 'kubelet has disk pressure'],
};

/**
When a node was last heard of and lost: one that restarts is lost like any other, 40 s after its last word.
*/
const lostOf = ({lostAt, reboot}: NodeSpec): number | undefined => lostAt ?? (reboot?.step === 'restarts' ? reboot.steppedAt : undefined);

/**
`status.conditions`, `Ready` last. All times follow the spec, so that nothing changes while nothing happens: a real node
tells its heartbeat anew every five minutes.
*/
export const nodeConditions = (node: NodeSpec, base: number): readonly Json[] => {
	const {created, trouble, reboot} = node;
	const isWindows = imageFamilies[node.image].osType === 'Windows';
	const lost = lostOf(node);
	const heartbeat = kubernetesTime(lost ?? base);
	const since = kubernetesTime(created + 60_000);
	const condition = ([type, reason, message]: Told, isFromKubelet: boolean): Json => {
		if (lost !== undefined && isFromKubelet) {
			return {
				type, status: 'Unknown', lastHeartbeatTime: heartbeat, lastTransitionTime: kubernetesTime(lost), reason: 'NodeStatusUnknown', message: 'Kubelet stopped posting node status.',
			};
		}

		const [itsReason, itsMessage] = trouble?.type === type ? troubles[trouble.type] : [reason, message];
		return {
			type,
			status: trouble?.type === type ? 'True' : 'False',
			lastHeartbeatTime: heartbeat,
			lastTransitionTime: trouble?.type === type ? kubernetesTime(trouble.since) : since,
			reason: itsReason,
			message: itsMessage,
		};
	};

	const ready = condition(['Ready', 'KubeletReady', 'kubelet is posting ready status'], true);
	// Ready again since its last restart.
	const readySince = reboot?.step === 'done' ? kubernetesTime(Math.max(reboot.steppedAt, created + 60_000)) : since;
	return [
		...(isWindows ? [] : problems.map(told => condition(told, false))),
		...pressures.map(told => condition(told, true)),
		lost === undefined ? {...ready, status: 'True', lastTransitionTime: readySince} : ready,
	];
};
