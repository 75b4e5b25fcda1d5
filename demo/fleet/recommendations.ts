import type {ClusterSpec} from './cluster-spec.js';
import type {RegistrySpec} from './registry-spec.js';

/**
As `metadata.severity` of an assessment and `severity` of an alert write it, worst first.
*/
export const azureSeverities = ['Critical', 'High', 'Medium', 'Low', 'Informational'] as const;

export type AzureSeverity = (typeof azureSeverities)[number];

export type Recommendation<Spec> = {
	/**
	The assessment key that Defender gives the recommendation.
	*/
	readonly key: string;
	readonly title: string;
	readonly severity: AzureSeverity;
	readonly description: string;
	readonly remediation: string;
	readonly tactics: readonly string[];
	readonly isUnhealthy: (spec: Spec) => boolean;
	/**
	Who is exempted, with a policy exemption of this name.
	*/
	readonly exemption?: {readonly name: string; readonly isFor: (spec: Spec) => boolean};
};

const isOpen = (cluster: ClusterSpec): boolean => cluster.access === 'public' && (cluster.ranges?.includes('0.0.0.0/0') ?? true);

/**
Recommendations on a cluster itself; the keys are Defender's own, the texts are ours.
*/
export const clusterRecommendations: ReadonlyArray<Recommendation<ClusterSpec>> = [
	{
		key: '08e628db-e2ed-4793-bc91-d13e684401c3',
		title: 'Azure Kubernetes Service clusters should have the Azure Policy add-on for Kubernetes installed',
		severity: 'High',
		description: 'Without the add-on no rule can be enforced on what runs in the cluster.',
		remediation: 'Enable the Azure Policy add-on on the cluster.<br>Then assign the initiative of pod security baseline standards.',
		tactics: ['Execution'],
		isUnhealthy: cluster => !cluster.azurePolicy,
	},
	{
		key: '1a2b5b4c-f80d-46e7-ac81-b51a9fb363de',
		title: 'Kubernetes API server should be configured with restricted access',
		severity: 'High',
		description: 'The API server answers every address of the internet.',
		remediation: 'Define authorized IP ranges, or make the cluster private.',
		tactics: ['Initial Access'],
		isUnhealthy: isOpen,
	},
	{
		key: '56a83a6e-c417-42ec-b567-1e6fcb3d09a9',
		title: 'Azure Kubernetes Service clusters should have Defender profile enabled',
		severity: 'High',
		description: 'Runtime protection of the cluster needs its Defender profile.',
		remediation: 'Open the cluster and turn on the sensor under <b>Security</b>.',
		tactics: ['Defense Evasion'],
		isUnhealthy: cluster => !cluster.defender,
	},
	{
		key: 'b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9',
		title: 'Role-based access control should be used on Kubernetes Services',
		severity: 'High',
		description: 'Whoever has a credential may do everything in the cluster.',
		remediation: 'Kubernetes RBAC cannot be switched on later: build the cluster anew with it and move the workloads.',
		tactics: ['Privilege Escalation'],
		isUnhealthy: cluster => !cluster.kubernetesRbac,
	},
	{
		key: 'bb318338-de6a-42ff-8428-8274c897d564',
		title: 'Diagnostic logs in Kubernetes services should be enabled',
		severity: 'Low',
		description: 'Without the audit log nobody can tell afterwards who did what.',
		remediation: 'Send the category <b>kube-audit-admin</b> to a Log Analytics workspace.',
		tactics: ['Defense Evasion'],
		isUnhealthy: cluster => !cluster.containerInsights,
		exemption: {name: 'no-audit-of-development', isFor: ({environment}) => environment === 'dev'},
	},
];

/**
Recommendations on a registry itself.
*/
export const registryRecommendations: ReadonlyArray<Recommendation<RegistrySpec>> = [
	{
		key: '13e7d036-6903-821c-6018-962938929bf0',
		title: 'Container registries should use private link',
		severity: 'Medium',
		description: 'Traffic to the registry crosses its public endpoint.',
		remediation: 'Create a private endpoint for the registry; this needs the Premium SKU.',
		tactics: ['Initial Access'],
		isUnhealthy: registry => !(registry.privateEndpoints?.includes('Approved') ?? false),
	},
	{
		key: '9b828565-a0ed-61c2-6bf3-1afc99a9b2ca',
		title: 'Container registries should not allow unrestricted network access',
		severity: 'Medium',
		description: 'The registry accepts connections from every network.',
		remediation: 'Limit the registry to selected networks, or disable public network access.',
		tactics: ['Initial Access'],
		isUnhealthy: registry => registry.publicNetwork !== false && registry.defaultAction !== 'Deny',
	},
	{
		key: 'af560c4d-9c05-e073-b9f1-f7a94958ff25',
		title: 'Container registries should be encrypted with a customer-managed key (CMK)',
		severity: 'Low',
		description: 'The contents are encrypted with a key of the platform.',
		remediation: 'A customer-managed key can be chosen only when a Premium registry is created.',
		tactics: [],
		isUnhealthy: registry => registry.customerKey === undefined,
		exemption: {name: 'platform-keys-suffice', isFor: ({sku}) => sku !== 'Premium'},
	},
];
