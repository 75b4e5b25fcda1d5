import {company} from '../../fleet/estate.js';
import {kuredOf} from '../../inside/kured.js';
import type {Site} from '../../inside/site.js';
import {careOf, namespaceOf} from '../../inside/workloads.js';
import {guidOf} from '../../random.js';
import type {Json} from '../context.js';
import {metadata} from './metadata.js';

const apiGroup = 'rbac.authorization.k8s.io';

type Given = {readonly name: string; readonly role: string; readonly subjects: readonly Json[]};

const group = (name: string): Json => ({kind: 'Group', apiGroup, name});
const user = (name: string): Json => ({kind: 'User', apiGroup, name});
const account = (namespace: string, name: string): Json => ({kind: 'ServiceAccount', name, namespace});

const admin = (name: string, ...subjects: readonly Json[]): Given => ({name, role: 'cluster-admin', subjects});

/**
Kubernetes' own, AKS's own (example documents), and what people have added where nobody looks: everybody who is signed in, the account that
every pod has, the deployer of a build.
*/
const bindingsOf = (site: Site): readonly Given[] => {
	const {cluster, context: {seed}, index} = site;
	const namespace = namespaceOf(site);
	return [
		admin('cluster-admin', group('system:masters')),
		...(cluster.localAccountsDisabled ? [] : [admin('aks-cluster-admin-binding', user('clusterAdmin'), user('clusterUser'))]),
		...(cluster.entra ? [admin('aks-cluster-admin-binding-aad', group(guidOf(seed, `admins ${cluster.team}`)))] : []),
		...(kuredOf(site) ? [{name: 'kured', role: 'kured', subjects: [account('kube-system', 'kured')]}] : []),
		...(careOf(site) === 'open' && index % 2 === 0 ? [admin('everybody', group('system:authenticated'))] : []),
		...(careOf(site) === 'open' && index % 2 === 1 ? [admin('default-admin', account(namespace, 'default'))] : []),
		...(careOf(site) === 'usual' && index % 3 === 2 ? [admin('deployer', account('build', 'deployer'), user(`build-bot@${company.domain}`))] : []),
		{name: 'team-view', role: 'view', subjects: [group(guidOf(seed, `developers ${cluster.team}`))]},
	];
};

/**
ClusterRoleBindings (rbac.authorization.k8s.io/v1).
*/
export const roleBindingDocuments = (site: Site): readonly Json[] => bindingsOf(site).map(({name, role, subjects}) => ({
	metadata: metadata(site, 'ClusterRoleBinding', name, {labels: name === 'cluster-admin' ? {'kubernetes.io/bootstrapping': 'rbac-defaults'} : undefined}),
	subjects,
	roleRef: {apiGroup, kind: 'ClusterRole', name: role},
}));
