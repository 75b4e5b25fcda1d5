import {
	control,
	data,
	type Need,
	type Operation,
} from './operation.js';

const cluster = (action: string): Need => control(`Microsoft.ContainerService/managedClusters/${action}`);

const kubernetes = (action: string): Need => data(`Microsoft.ContainerService/managedClusters/${action}`);

/**
What Resource Manager lets one do with a cluster. Whoever gets admin credentials or runs a command is its cluster-admin, unless
local accounts or the run command are off. Both ways to the admin credentials count.
Source: operations of Microsoft.ContainerService, and AKS documentation, 'Control access to cluster configuration'.
*/
export const clusterOperations: readonly Operation[] = [
	{
		id: 'read', title: 'Read', short: 'read', means: 'sees the cluster and its settings',
		require: 'all', needs: [cluster('read')],
	},
	{
		id: 'userCredentials', title: 'Get user credentials', short: 'user', means: 'gets a kubeconfig, with which Entra ID or a shared certificate signs in',
		require: 'all', needs: [cluster('listClusterUserCredential/action')],
	},
	{
		id: 'adminCredentials', title: 'Get admin credentials', short: 'admin', means: 'gets the certificate of cluster-admin, where local accounts are on',
		require: 'any', needs: [cluster('listClusterAdminCredential/action'), cluster('accessProfiles/listCredential/action')],
	},
	{
		id: 'runCommand', title: 'Run command', short: 'run', means: 'runs any command in the cluster as cluster-admin, where the run command is on',
		require: 'all', needs: [cluster('runcommand/action')],
	},
	{
		id: 'start', title: 'Start', short: 'start', means: 'starts a cluster that was stopped',
		require: 'all', needs: [cluster('start/action')],
	},
	{
		id: 'stop', title: 'Stop', short: 'stop', means: 'stops the cluster and all that runs in it',
		require: 'all', needs: [cluster('stop/action')],
	},
	{
		id: 'delete', title: 'Delete', short: 'del', means: 'deletes the cluster',
		require: 'all', needs: [cluster('delete')],
	},
];

/**
What Azure RBAC lets one do inside a cluster, where it decides there (`aadProfile.enableAzureRBAC`); elsewhere Kubernetes' own roles do.
Source: operations of Microsoft.ContainerService (data actions), and AKS documentation, 'Use Azure RBAC for Kubernetes authorization'.
*/
export const kubernetesOperations: readonly Operation[] = [
	{
		id: 'readPods', title: 'Read pods', short: 'pods', means: 'sees what runs',
		require: 'all', needs: [kubernetes('pods/read')],
	},
	{
		id: 'readSecrets', title: 'Read secrets', short: 'secr', means: 'reads every secret',
		require: 'all', needs: [kubernetes('secrets/read')],
	},
	{
		id: 'changeWorkloads', title: 'Change workloads', short: 'work', means: 'runs pods, as any service account',
		require: 'any', needs: [kubernetes('apps/deployments/write'), kubernetes('apps/daemonsets/write'), kubernetes('batch/jobs/write'), kubernetes('pods/write')],
	},
	{
		id: 'execute', title: 'Execute in pods', short: 'exec', means: 'runs commands in what runs',
		require: 'all', needs: [kubernetes('pods/exec/action')],
	},
	{
		id: 'changeNamespaces', title: 'Change namespaces', short: 'ns', means: 'creates and deletes namespaces',
		require: 'all', needs: [kubernetes('namespaces/write'), kubernetes('namespaces/delete')],
	},
	{
		id: 'changeRoles', title: 'Change roles', short: 'roles', means: 'gives rights to others, and to itself',
		require: 'any', needs: [kubernetes('rbac.authorization.k8s.io/clusterrolebindings/write'), kubernetes('rbac.authorization.k8s.io/rolebindings/write')],
	},
];
