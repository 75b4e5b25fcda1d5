import type {AzureSeverity} from './recommendations.js';

export type AlertKind = {
	readonly type: string;
	readonly title: string;
	readonly severity: AzureSeverity;
	readonly description: string;
	/**
	May be a comma list, as in exported alerts.
	*/
	readonly intent: string;
	readonly techniques: readonly string[];
	readonly steps: readonly string[];
	readonly extended: Readonly<Record<string, string>>;
};

/**
Alerts of Defender for Containers; types as in exported alerts and the documentation of defender-docs, texts ours.
*/
export const alertKinds: readonly AlertKind[] = [
	{
		type: 'K8S_ExposedDashboard',
		title: 'Exposed Kubernetes dashboard detected',
		severity: 'High',
		description: 'A Kubernetes dashboard is reachable through a load balancer without signing in.',
		intent: 'Initial Access',
		techniques: ['T1133'],
		steps: ['Remove the public Service of the dashboard', 'Look for accounts that were made while it was open'],
		extended: {'Service name': 'kubernetes-dashboard', Namespace: 'kube-system'},
	},
	{
		type: 'K8S.NODE_CryptoCoinMinerExecution',
		title: 'Possible cryptocurrency miner execution detected',
		severity: 'High',
		description: 'A process that is commonly used to mine digital currency ran in a container.',
		intent: 'Execution, Impact',
		techniques: ['T1496'],
		steps: ['Stop the pod', 'Rotate the secrets that it could read', 'Find out from which image it was started'],
		extended: {'Suspicious process': '/tmp/kdevtmpfsi', Namespace: 'default'},
	},
	{
		type: 'K8S.NODE_DriftDetection',
		title: 'A drift binary detected executing in the container',
		severity: 'Medium',
		description: 'A program ran that is not part of the image from which the container was started.',
		intent: 'Execution',
		techniques: ['T1204'],
		steps: ['Compare the container with its image', 'Isolate the node if the program is not known'],
		extended: {'Suspicious process': '/var/tmp/upd', Namespace: 'jobs'},
	},
	{
		type: 'K8S_PrivilegedContainer',
		title: 'Privileged container detected',
		severity: 'Medium',
		description: 'A container was started that may do on the node whatever root may do.',
		intent: 'Privilege Escalation',
		techniques: ['T1611'],
		steps: ['Ask the team why it needs the privilege', 'Forbid privileged containers in the namespace'],
		extended: {'Container name': 'debug-shell', Namespace: 'default'},
	},
	{
		type: 'K8S_ClusterAdminBinding',
		title: 'New high privileges role detected',
		severity: 'Low',
		description: 'A new binding to cluster-admin was made.',
		intent: 'Persistence, Credential Access',
		techniques: ['T1098'],
		steps: ['Review the subject of the binding and give it a smaller role'],
		extended: {'Role binding name': 'ci-cluster-admin', 'Subject kind': 'ServiceAccount'},
	},
	{
		type: 'K8S_SuspiciousSecretListing',
		title: 'Role with permissions to list secrets detected',
		severity: 'Informational',
		description: 'A role was created whose holder may read every secret of a namespace.',
		intent: 'Credential Access',
		techniques: ['T1552'],
		steps: ['Limit the role to the secrets that are needed'],
		extended: {'Role name': 'release-reader', Namespace: 'release'},
	},
];
