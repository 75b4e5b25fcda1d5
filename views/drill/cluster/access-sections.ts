import type {Cluster} from '../../../source/model/cluster.js';
import {factRow, switchRow, words} from '../../parts/sheet/fact-row.js';
import type {Section} from '../../parts/sheet/sheet.js';

/**
How people sign in to the cluster, and as whom the cluster acts in Azure.
*/
export const accessSections = (cluster: Cluster): readonly Section[] => [
	{
		title: 'Sign-in',
		rows: [
			switchRow('Entra ID', cluster.entraIntegrated, {on: words('people sign in with Entra ID', 'good'), off: words('not integrated: certificates only', 'high')}),
			switchRow('Managed by AKS', cluster.entraManaged, {on: words('yes', 'good'), off: words('no', 'medium'), absent: words('not set', 'dim')}),
			switchRow('Local accounts', cluster.localAccountsDisabled, {on: words('disabled', 'good'), off: words('allowed: a shared administrator certificate exists', 'high')}),
			switchRow('Azure RBAC', cluster.azureRbac, {on: words('decides who may do what', 'good'), off: words('off: Kubernetes roles alone decide', 'dim')}),
			switchRow('Kubernetes RBAC', cluster.kubernetesRbac, {on: words('on', 'good'), off: words('off: everybody who gets in may do everything', 'critical'), absent: words('not reported', 'unknown')}),
		],
	},
	{
		title: 'Identity',
		rows: [
			factRow('Managed identity', cluster.identityType, type => words(type, type === 'None' ? 'medium' : 'plain'), words('none', 'medium')),
			factRow('Service principal', cluster.servicePrincipalClientId, id => (id.toLowerCase() === 'msi'
				? words('none, a managed identity is used', 'good')
				: words(`${id}: its secret expires and can leak`, 'medium')), words('none', 'good')),
		],
	},
];
