import type {Cluster} from '../../../model/cluster.js';
import {isUnknown} from '../../../model/known.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {aksCommand} from '../../commands.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';
import {heldEvidence} from '../held-evidence.js';

const path = 'properties.disableLocalAccounts';

const most = 5;

const judge = ({key, localAccountsDisabled}: Cluster, context: JudgeContext): Outcome => {
	if (localAccountsDisabled === true) {
		return notApplicable(seen(path, true));
	}

	const access = context.clusterAccess?.get(key);
	if (access === undefined) {
		return unknownBecause('role assignments have not been read');
	}

	const {adminFetchers, gaps} = access;
	if (adminFetchers.total <= most) {
		return gaps.length === 0 ? pass(seen('who may get admin credentials', `${adminFetchers.total}, groups count as one`)) : unknownBecause(gaps.join('; '));
	}

	return isUnknown(localAccountsDisabled)
		? unknownBecause(localAccountsDisabled.reason)
		: fail([seen(path, localAccountsDisabled), ...heldEvidence(adminFetchers)], {detail: `${adminFetchers.total} may get the certificate of cluster-admin; groups count as one.`});
};

/**
Who may get the certificate that is above Kubernetes' own roles.
*/
export const adminCredentialChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'rbac-aks-admin-credential-role',
		kind: 'cluster',
		title: 'Many may get admin credentials of the cluster',
		severity: 'medium',
		why: 'The certificate of cluster-admin passes every rule inside the cluster, and nobody can tell who uses it.',
		decidedBy: `${path}, and role assignments that allow listClusterAdminCredential/action or accessProfiles/listCredential/action at the cluster and above`,
		references: {},
		fix: cluster => ({
			command: aksCommand('update', cluster, '--disable-local-accounts'),
			effect: 'Certificates of cluster-admin that were handed out stop to work; Entra sign-in has to be on.',
		}),
		judge,
	},
];
