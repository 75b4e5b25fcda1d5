/**
What a person is told before the run command is used. Source: MicrosoftDocs/azure-aks-docs, articles/aks/access-private-cluster.md, and the
operations of Microsoft.ContainerService.
*/
export const runCommandNotice = {
	what: 'Azure runs kubectl in a pod of the cluster and hands over what it prints: no line to the API server is needed.',
	/**
	Azure's actions; more than Reader.
	*/
	rights: [
		'Microsoft.ContainerService/managedClusters/runcommand/action',
		'Microsoft.ContainerService/managedClusters/commandResults/read',
	],
	role: 'Azure Kubernetes Service Contributor Role, or one of your own with these two actions; where Entra signs in, a role inside the cluster as well',
	effects: [
		'A pod starts in the namespace aks-command, once each time that you ask for it; it needs room on a node and pulls an image.',
		'It takes up to a few minutes, and costs nothing but the room on the node.',
		'A line stays in the activity log, with your name: Run command on managed cluster.',
		'Without Entra the command runs as cluster-admin; crowsnest only lists.',
		'A long output is cut off: what is missing is unknown.',
	],
} as const;
