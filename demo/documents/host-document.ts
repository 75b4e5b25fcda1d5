import {containerTag, hostTags} from '../../source/model/host.js';
import type {HostSpec} from '../fleet/hosts.js';
import {guidOf, hash} from '../random.js';
import {
	days,
	isoTime,
	type DocumentContext,
	type Json,
} from './context.js';

export const hostId = ({subscription, team, name}: HostSpec): string =>
	`/subscriptions/${subscription.id}/resourceGroups/rg-${team}-onprem/providers/Microsoft.HybridCompute/machines/${name}`;

const gibibyte = 2 ** 30;

const makers: Readonly<Record<HostSpec['make'], readonly [manufacturer: string, model: string]>> = {
	hyperV: ['Microsoft Corporation', 'Virtual Machine'], vmware: ['VMware, Inc.', 'VMware7,1'], metal: ['Dell Inc.', 'PowerEdge R660'],
};

const tagsOf = ({team, isolation, hyperV, nested, drive}: HostSpec): Json => ({
	owner: team,
	...(isolation !== undefined && {[containerTag]: isolation}),
	...(hyperV !== undefined && {[hostTags.hyperV]: hyperV ? 'installed' : 'missing'}),
	...(nested !== undefined && {[hostTags.nestedVirtualization]: nested ? 'on' : 'off'}),
	...(drive !== undefined && {[hostTags.systemDrive]: drive}),
});

/**
A machine as Azure Arc reports it (Microsoft.HybridCompute/machines 2025-01-13): numbers are texts, and `osType` is in small letters.
*/
export const hostDocument = (spec: HostSpec, {seed, base, tenantId}: DocumentContext): Json => {
	const [manufacturer, model] = makers[spec.make];
	return {
		id: hostId(spec),
		name: spec.name,
		type: 'Microsoft.HybridCompute/machines',
		location: spec.region,
		tags: tagsOf(spec),
		identity: {type: 'SystemAssigned', principalId: guidOf(seed, `machine ${spec.name}`), tenantId},
		properties: {
			provisioningState: 'Succeeded',
			status: spec.status,
			lastStatusChange: isoTime(base - days(spec.silentDays) - (hash(seed, `status ${spec.name}`) % 86_400_000)),
			agentVersion: spec.agent,
			displayName: spec.name.toUpperCase(),
			osName: 'windows',
			osType: 'windows',
			osSku: spec.product,
			osVersion: spec.version,
			domainName: 'ad.vellamar.example',
			vmId: guidOf(seed, `vm ${spec.name}`),
			cloudMetadata: {provider: 'N/A'},
			detectedProperties: {
				architecture: 'amd64',
				cloudprovider: 'N/A',
				coreCount: String(Math.max(1, spec.processors / 2)),
				logicalCoreCount: String(spec.processors),
				manufacturer,
				model,
				processorNames: 'Intel(R) Xeon(R) Gold 6430 CPU @ 2.10GHz',
				totalPhysicalMemoryInBytes: String(spec.memory * gibibyte),
				totalPhysicalMemoryInGigabytes: String(spec.memory),
			},
		},
	};
};

/**
What Update Manager found on it (patchAssessmentResults, `latest`); absent where it never looked.
*/
export const patchDocument = ({missing, rebootPending, assessedDays}: HostSpec, {base}: DocumentContext): Json | undefined => (assessedDays === undefined
	? undefined
	: {
		status: 'Succeeded',
		osType: 'Windows',
		rebootPending,
		lastModifiedDateTime: isoTime(base - days(assessedDays)),
		availablePatchCountByClassification: {
			security: missing, critical: missing > 2 ? 1 : 0, definition: 1, updateRollup: 0, featurePack: 0, servicePack: 0, tools: 0, updates: 0,
		},
	});
