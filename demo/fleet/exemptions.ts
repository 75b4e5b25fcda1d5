import {
	exemptionDocument,
	exemptStateDocument,
	type ExemptionSpec,
} from '../documents/policy-documents.js';
import type {DocumentContext, Json} from '../documents/context.js';
import {clusterId, registryId} from '../documents/ids.js';
import type {ClusterSpec} from './cluster-spec.js';
import {company} from './estate.js';
import type {Sequence} from './fleet.js';
import type {RegistrySpec} from './registry-spec.js';

/**
The last one, for the story plays among the first.
*/
const lastOf = <T>(sequence: Sequence<T>, isWanted: (spec: T) => boolean): T | undefined => {
	for (let index = sequence.length - 1; index >= 0; index--) {
		const spec = sequence.at(index);
		if (isWanted(spec)) {
			return spec;
		}
	}

	return undefined;
};

const isReadable = ({subscription}: ClusterSpec | RegistrySpec): boolean => subscription.isReadable;

const ofCluster = (cluster: ClusterSpec) => ({
	resourceId: clusterId(cluster), scope: clusterId(cluster), resourceType: 'Microsoft.ContainerService/managedClusters', region: cluster.region,
});

const ofRegistry = (registry: RegistrySpec) => {
	const resourceId = registryId(registry);
	return {
		resourceId, scope: resourceId.slice(0, resourceId.indexOf('/providers/')), resourceType: 'Microsoft.ContainerRegistry/registries', region: registry.region,
	};
};

const someone = (name: string): string => `${name}@${company.domain}`;

const specsOf = (clusters: Sequence<ClusterSpec>, registries: Sequence<RegistrySpec>): readonly ExemptionSpec[] => {
	const local = lastOf(clusters, cluster => isReadable(cluster) && cluster.entra && !cluster.localAccountsDisabled);
	const open = lastOf(clusters, cluster => isReadable(cluster) && cluster !== local && cluster.access === 'public' && (cluster.ranges ?? []).length === 0);
	const admin = lastOf(registries, registry => isReadable(registry) && registry.adminUser === true);
	return [
		...(local
			? [{
				...ofCluster(local),
				name: 'break-glass-accounts',
				definition: '993c2fcd-2b29-49d2-9eb0-df2c3a730c32',
				referenceId: 'AksLocalAuthenticationDisabled',
				category: 'Waiver',
				title: 'Local accounts until the break-glass group is in place',
				description: 'The on-call group has no Entra sign-in from the plant network yet.',
				by: someone('ines.moura'),
				endsIn: 9,
			} as const]
			: []),
		...(admin
			? [{
				...ofRegistry(admin),
				name: 'registry-admin-user',
				definition: 'dc921057-6b28-4fbe-9b83-f7bec05db6c2',
				referenceId: 'AcrAdminUserDisabled',
				category: 'Mitigated',
				title: 'Admin password is rotated each night',
				description: 'A vendor tool signs in with it from one address.',
				by: someone('tomas.reis'),
				endsIn: 200,
			} as const]
			: []),
		// Azure Policy has not looked again since it ended: it is exempt there, and accepted nowhere.
		...(open
			? [{
				...ofCluster(open),
				name: 'public-api-server',
				definition: '0e246bcf-5f6f-4f87-bc6f-775d4712c7ea',
				referenceId: 'AksAuthorizedIpRanges',
				category: 'Waiver',
				title: 'Open until the build agents have fixed addresses',
				description: 'The agents move at the end of the month.',
				by: someone('ines.moura'),
				endsIn: -1,
			} as const]
			: []),
	];
};

/**
What the company has exempted from its baseline in Azure Policy, and the states that say so; derived from the fleet alone.
*/
export const policyDocumentsOf = (clusters: Sequence<ClusterSpec>, registries: Sequence<RegistrySpec>, context: DocumentContext): readonly Json[] =>
	specsOf(clusters, registries).flatMap(spec => [exemptionDocument(spec, context), exemptStateDocument(spec, context)]);
