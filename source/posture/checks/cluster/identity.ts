import type {Cluster} from '../../../model/cluster.js';
import {isUnknown, valueOf} from '../../../model/known.js';
import type {Check, Outcome} from '../../check.js';
import {aksCommand, needed} from '../../commands.js';
import {
	fail,
	firstUnknown,
	judgeSwitch,
	notApplicable,
	notReported,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';

const entraPath = 'properties.aadProfile';
const identityPath = 'identity.type';
const clientPath = 'properties.servicePrincipalProfile.clientId';

const managedIdentities = new Set(['SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned']);

const judgeIdentity = ({identityType: type, servicePrincipalClientId: clientId}: Cluster): Outcome => {
	if (typeof type === 'string' && managedIdentities.has(type)) {
		return pass(seen(identityPath, type));
	}

	if (clientId === 'msi') {
		return pass(seen(clientPath, clientId));
	}

	const fault = firstUnknown(type, clientId);
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	const sent = valueOf(type);
	if (sent !== undefined && sent !== 'None') {
		return unfamiliar(identityPath, sent);
	}

	return clientId === undefined || clientId === '' ? notReported(clientPath) : fail([seen(identityPath, sent), seen(clientPath, valueOf(clientId))]);
};

export const identityChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'aks-local-accounts-enabled',
		kind: 'cluster',
		title: 'Kubernetes local accounts are enabled',
		severity: 'high',
		why: 'The shared admin certificate passes by Entra ID: nobody can be told from another, blocked, or bound to a time.',
		decidedBy: 'properties.disableLocalAccounts and properties.aadProfile (Resource Graph)',
		references: {mcsb: ['IM-1', 'PA-7'], azurePolicy: ['993c2fcd-2b29-49d2-9eb0-df2c3a730c32']},
		fix: cluster => ({
			command: aksCommand('update', cluster, '--disable-local-accounts'),
			effect: 'No downtime; certificates handed out before work until az aks rotate-certs, which restarts the nodes.',
		}),
		judge({entraIntegrated, localAccountsDisabled}) {
			if (localAccountsDisabled === true) {
				return pass(seen('properties.disableLocalAccounts', true));
			}

			if (entraIntegrated === false) {
				return notApplicable(seen(entraPath, undefined));
			}

			return isUnknown(entraIntegrated) ? unknownBecause(entraIntegrated.reason) : judgeSwitch('properties.disableLocalAccounts', localAccountsDisabled, true);
		},
	},
	{
		id: 'aks-entra-integration-missing',
		kind: 'cluster',
		title: 'Sign-in to the cluster is not managed by Entra ID',
		severity: 'high',
		why: 'Without Entra ID everyone shares certificates: no second factor, no review, and nothing to take away when a person leaves.',
		decidedBy: 'properties.aadProfile.managed (Resource Graph); the legacy integration has a profile that is not managed',
		references: {cisAks: ['5.5.1'], mcsb: ['IM-1', 'IM-2'], azurePolicy: ['450d2877-ebea-41e8-b00c-e286317d21bf']},
		fix: cluster => ({
			command: aksCommand('update', cluster, `--enable-aad --aad-admin-group-object-ids ${needed('ADMIN_GROUP', 'object id of the group of administrators')}`),
			effect: 'Cannot be undone; kubeconfigs with certificates keep working until local accounts are disabled.',
		}),
		judge({entraIntegrated, entraManaged}) {
			if (isUnknown(entraIntegrated)) {
				return unknownBecause(entraIntegrated.reason);
			}

			return entraIntegrated ? judgeSwitch('properties.aadProfile.managed', entraManaged, true) : fail([seen(entraPath, undefined)]);
		},
	},
	{
		id: 'aks-azure-rbac-off',
		kind: 'cluster',
		title: 'Azure RBAC for Kubernetes is off',
		severity: 'medium',
		why: 'Permissions inside the cluster can then not be seen, reviewed or denied from Azure.',
		decidedBy: 'properties.aadProfile.enableAzureRBAC (Resource Graph)',
		references: {cisAks: ['5.5.2'], mcsb: ['IM-1', 'PA-7']},
		fix: cluster => ({
			command: aksCommand('update', cluster, '--enable-azure-rbac'),
			effect: 'Adds Azure roles beside the role bindings that are there; nobody loses access by it.',
		}),
		judge({entraIntegrated, azureRbac}) {
			if (isUnknown(entraIntegrated)) {
				return unknownBecause(entraIntegrated.reason);
			}

			return entraIntegrated ? judgeSwitch('properties.aadProfile.enableAzureRBAC', azureRbac, true) : notApplicable(seen(entraPath, undefined));
		},
	},
	{
		id: 'aks-kubernetes-rbac-off',
		kind: 'cluster',
		title: 'Kubernetes RBAC is disabled',
		severity: 'critical',
		why: 'Every identity that gets in is cluster admin, and every workload can read every secret.',
		decidedBy: 'properties.enableRBAC (Resource Graph)',
		references: {mcsb: ['IM-1', 'PA-7'], azurePolicy: ['ac4a19c2-fa67-49b4-8ae5-0b2e78c49457'], defender: ['b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9']},
		fix: cluster => ({
			command: aksCommand('show', cluster, '--query enableRbac'),
			effect: 'Cannot be switched on: build a new cluster, where RBAC is the default, and move the workloads. The command shows the setting and changes nothing.',
		}),
		judge: ({kubernetesRbac}) => (kubernetesRbac === undefined ? notReported('properties.enableRBAC') : judgeSwitch('properties.enableRBAC', kubernetesRbac, true)),
	},
	{
		id: 'aks-workload-identity-missing',
		kind: 'cluster',
		title: 'Pods have no federated workload identity',
		severity: 'medium',
		why: 'Pods that need Azure then keep secrets in the cluster, or borrow the identity of their node.',
		decidedBy: 'properties.oidcIssuerProfile.enabled, securityProfile.workloadIdentity.enabled and podIdentityProfile.enabled (Resource Graph)',
		references: {azurePolicy: ['2cc2e023-0dac-4046-875b-178f683929d5']},
		fix: cluster => ({
			command: aksCommand('update', cluster, '--enable-oidc-issuer --enable-workload-identity'),
			effect: 'No downtime; workloads change over one by one. Pod-managed identity is removed on its own afterwards (--disable-pod-identity).',
		}),
		judge({oidcIssuer, workloadIdentity, podIdentity}) {
			const paths = ['properties.oidcIssuerProfile.enabled', 'properties.securityProfile.workloadIdentity.enabled', 'properties.podIdentityProfile.enabled'] as const;
			const outcomes = [judgeSwitch(paths[0], oidcIssuer, true), judgeSwitch(paths[1], workloadIdentity, true), judgeSwitch(paths[2], podIdentity, false)];
			const failures = outcomes.filter(outcome => outcome.status === 'fail');
			return failures.length > 0 ? fail(failures.flatMap(({evidence}) => evidence)) : outcomes.find(outcome => outcome.status === 'unknown') ?? pass(seen(paths[0], true), seen(paths[1], true));
		},
	},
	{
		id: 'aks-service-principal-identity',
		kind: 'cluster',
		title: 'Cluster runs on a service principal',
		severity: 'medium',
		why: 'Its secret lies readable on every node, has to be renewed by hand, and the cluster stands still on the day it expires.',
		decidedBy: `${identityPath}; where there is none, ${clientPath}, which is msi for a managed identity (Resource Graph)`,
		references: {mcsb: ['IM-1', 'IM-2'], azurePolicy: ['da6e2401-19da-4532-9141-fb8fbde08431']},
		fix: cluster => ({
			command: aksCommand('update', cluster, '--enable-managed-identity'),
			effect: 'Cannot be undone; grant the new identity first what the principal may do. Nodes change over when each pool is upgraded (az aks nodepool upgrade --node-image-only).',
		}),
		judge: judgeIdentity,
	},
];
