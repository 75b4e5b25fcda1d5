import type {SourceName} from './snapshot.js';

/**
What each source is called, in errors and notices, on `!` and in reports.
*/
export const sourceLabels: Readonly<Record<SourceName, string>> = {
	subscriptions: 'Subscriptions',
	clusters: 'Clusters',
	registries: 'Registries',
	containerGroups: 'Container groups',
	defenderPlans: 'Defender plans',
	diskEncryptionSets: 'Disk encryption sets',
	keyVaults: 'Key vaults',
	networkResources: 'Network of clusters',
	dataDisks: 'Disks of volumes',
	vaultKeys: 'Keys in vaults',
	registryRecords: 'Usages and tokens of registries',
	diagnosticSettings: 'Diagnostic settings',
	assessedSubscriptions: 'Assessed subscriptions',
	roleAssignments: 'Role assignments',
	roleDefinitions: 'Role definitions',
	denyAssignments: 'Deny assignments',
	roleEligibilities: 'Eligible roles',
	principals: 'Names of principals',
	policyExemptions: 'Azure Policy exemptions',
	findings: 'Defender findings',
	findingTotals: 'Counts of findings',
	hosts: 'Hosts of one\'s own',
	imageScans: 'Scans of images',
	runningScans: 'Scans of running images',
	nodeImages: 'Newest node images',
	kubernetesVersions: 'Kubernetes versions',
};
