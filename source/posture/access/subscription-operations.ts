import {control, type Operation} from './operation.js';

/**
What can be done with a subscription that decides on the containers in it.
Source: operations of Microsoft.Resources, Microsoft.Authorization, Microsoft.Security, Microsoft.ContainerService, Microsoft.ContainerRegistry.
*/
export const subscriptionOperations: readonly Operation[] = [
	{
		id: 'read', title: 'Read', short: 'read', means: 'sees what is in it',
		require: 'all', needs: [control('Microsoft.Resources/subscriptions/resourceGroups/read')],
	},
	{
		id: 'giveRoles', title: 'Give roles', short: 'roles', means: 'gives any right in it, also to itself',
		require: 'all', needs: [control('Microsoft.Authorization/roleAssignments/write')],
	},
	{
		id: 'makeClusters', title: 'Make clusters', short: 'aks', means: 'creates and changes clusters',
		require: 'all', needs: [control('Microsoft.ContainerService/managedClusters/write')],
	},
	{
		id: 'makeRegistries', title: 'Make registries', short: 'acr', means: 'creates and changes registries',
		require: 'all', needs: [control('Microsoft.ContainerRegistry/registries/write')],
	},
	{
		id: 'setPolicies', title: 'Set policies', short: 'pol', means: 'changes what Azure Policy asks for, or exempts from it',
		require: 'any', needs: [control('Microsoft.Authorization/policyAssignments/write'), control('Microsoft.Authorization/policyExemptions/write')],
	},
	{
		id: 'switchDefender', title: 'Switch Defender', short: 'def', means: 'switches plans of Defender for Cloud on and off',
		require: 'all', needs: [control('Microsoft.Security/pricings/write')],
	},
];
