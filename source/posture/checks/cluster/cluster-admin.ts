import type {Cluster} from '../../../model/cluster.js';
import type {AdminSubject} from '../../../model/inside.js';
import {isUnknown, unknown} from '../../../model/known.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {needed} from '../../commands.js';
import {kubectl} from '../../kubectl.js';
import {
	fail,
	pass,
	seen,
	unknownFact,
} from '../../outcome.js';

const bindingPath = 'clusterrolebindings[roleRef.name=cluster-admin].subjects';

const broadGroups = /^system:(?:authenticated|unauthenticated|serviceaccounts(?::.*)?)$/v;

/**
Everybody, or whoever runs a pod without an account of its own.
*/
const isBroad = ({kind, name}: AdminSubject): boolean =>
	(kind === 'Group' && broadGroups.test(name)) || (kind === 'User' && name === 'system:anonymous') || (kind === 'ServiceAccount' && name === 'default');

const words = ({kind, name, namespace, binding}: AdminSubject): string => `${kind} ${namespace === undefined ? name : `${namespace}/${name}`} by ${binding}`;

const notRead = unknown('not-asked', 'nobody has looked inside this cluster');

const judge = ({key}: Cluster, {insides}: JudgeContext): Outcome => {
	const inside = insides?.get(key) ?? notRead;
	const admins = isUnknown(inside) ? inside : inside.clusterAdmins;
	if (isUnknown(admins)) {
		return unknownFact(admins);
	}

	const broad = admins.filter(subject => isBroad(subject));
	return broad.length === 0
		? pass(seen(bindingPath, admins.length === 0 ? 'nobody' : `${admins.length} named`))
		: fail(broad.map(subject => seen(bindingPath, words(subject))));
};

export const clusterAdminChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'k8s-cluster-admin-broad-subject',
		kind: 'cluster',
		title: 'Everybody, or a default account, is administrator of the cluster',
		severity: 'critical',
		why: 'Whoever gets into any pod, or into the cluster at all, has full control of it; such bindings are made while looking for a fault, and forgotten.',
		decidedBy: '`roleRef.name`, `subjects` (rbac.authorization.k8s.io/v1 ClusterRoleBinding)',
		references: {cisAks: ['4.1.1'], azurePolicy: ['a3dc4946-dba6-43e6-950d-f96532848c9f']},
		fix: cluster => ({
			command: kubectl('delete clusterrolebinding', {clusterName: cluster.name}, needed('BINDING', 'name of the binding, from the evidence')),
			effect: 'Whoever is administrator by it alone no longer is. Give named groups the role Azure Kubernetes Service RBAC Cluster Admin first.',
		}),
		judge,
	},
];
