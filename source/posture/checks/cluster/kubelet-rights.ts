import type {Cluster} from '../../../model/cluster.js';
import {isUnknown} from '../../../model/known.js';
import type {
	Check,
	Evidence,
	JudgeContext,
	Outcome,
} from '../../check.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';
import type {RegistryRight} from '../../relations.js';
import {shellQuote} from '../../shell-quote.js';
import {aksCommand, needed} from '../../commands.js';

const identityPath = 'properties.identityProfile.kubeletidentity.objectId';
const principalPath = 'properties.servicePrincipalProfile.clientId';

const mostNamed = 3;

const proof = (right: RegistryRight): Evidence => ({
	path: `role assignment ${right.role} at ${right.scope}`, value: right.pulls ? 'lets pull' : (right.isVoid ? 'does nothing on an ABAC registry' : 'does not let pull'), resource: right.registryKey,
});

const proofs = (rights: readonly RegistryRight[]): readonly Evidence[] => rights.slice(0, mostNamed).map(right => proof(right));

/**
The rights of the identity that nodes pull with, or what a check says without them.
*/
const rightsOf = ({kubeletObjectId, servicePrincipalClientId}: Cluster, context: JudgeContext): readonly RegistryRight[] | Outcome => {
	if (isUnknown(kubeletObjectId)) {
		return unknownBecause(kubeletObjectId.reason);
	}

	if (kubeletObjectId === undefined) {
		if (isUnknown(servicePrincipalClientId)) {
			return unknownBecause(servicePrincipalClientId.reason);
		}

		return servicePrincipalClientId !== undefined && servicePrincipalClientId !== 'msi'
			? notApplicable(seen(principalPath, servicePrincipalClientId))
			: unknownBecause(`\`${identityPath}\` is not in the answer`);
	}

	const rights = context.registryRights?.get(kubeletObjectId.toLowerCase());
	if (rights === undefined) {
		return unknownBecause('role assignments have not been read');
	}

	return isUnknown(rights) ? unknownBecause(rights.reason) : rights;
};

const isOutcome = (rights: readonly RegistryRight[] | Outcome): rights is Outcome => 'status' in rights;

/**
The catalogue asks for the registries whose images run. Without the cluster's own API these are not known; what is
decidable is a role that somebody gave for pulling and that lets nobody pull.
*/
const judgePull = (cluster: Cluster, context: JudgeContext): Outcome => {
	const rights = rightsOf(cluster, context);
	if (isOutcome(rights)) {
		return rights;
	}

	const dead = rights.filter(({isVoid, registryKey}) => isVoid && rights.every(other => !(other.pulls && other.registryKey === registryKey)));
	if (dead.length > 0) {
		return fail(proofs(dead), {detail: 'A registry in ABAC mode takes no notice of the older roles: give Container Registry Repository Reader.'});
	}

	const pulling = rights.filter(({pulls}) => pulls);
	return pulling.length > 0
		? pass(...proofs(pulling))
		: unknownBecause('its kubelet identity may pull from no registry of the fleet that could be read, and which images it runs is not read');
};

const judgePush = (cluster: Cluster, context: JudgeContext): Outcome => {
	const rights = rightsOf(cluster, context);
	if (isOutcome(rights)) {
		return rights;
	}

	const changing = rights.filter(({changes}) => changes);
	if (changing.length > 0) {
		return fail(proofs(changing).map((evidence, index) => ({...evidence, value: `lets change ${changing[index]!.registryName}`})));
	}

	return rights.length === 0 ? notApplicable(seen('registries within reach of its kubelet identity', 'none')) : pass(...proofs(rights));
};

const identityWord = ({kubeletObjectId}: Cluster): string =>
	(typeof kubeletObjectId === 'string' ? shellQuote(kubeletObjectId) : needed('IDENTITY', 'object id of its kubelet identity'));

/**
What the identity of the nodes may do with the registries of the fleet.
*/
export const kubeletRightsChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'rbac-kubelet-acrpull-missing',
		kind: 'cluster',
		title: 'Kubelet identity cannot pull from the registry it was attached to',
		severity: 'medium',
		why: 'When pulls fail teams fall back to the admin user and its passwords.',
		decidedBy: `\`${identityPath}\` and the role assignments of that identity (Microsoft.Authorization/roleAssignments) at registries and above`,
		references: {},
		fix: cluster => ({
			command: aksCommand('update', cluster, `--attach-acr ${needed('REGISTRY', 'name of the registry it pulls from')}`),
			effect: 'Assigns AcrPull to the kubelet identity; on a registry in ABAC mode assign Container Registry Repository Reader by hand instead.',
		}),
		judge: judgePull,
	},
	{
		id: 'rbac-kubelet-push-rights',
		kind: 'cluster',
		title: 'Kubelet identity may push to or change a registry',
		severity: 'high',
		why: 'Every pod that reaches the metadata service of its node can take the identity and replace images for all.',
		decidedBy: `\`${identityPath}\` and the role assignments of that identity (Microsoft.Authorization/roleAssignments) at registries and above`,
		references: {cisAks: ['5.1.3']},
		fix: cluster => ({
			command: `${aksCommand('show', cluster, '--query identityProfile.kubeletidentity')} && az role assignment list --subscription ${shellQuote(cluster.subscriptionId)} --all --output table --assignee ${identityWord(cluster)}`,
			effect: 'Lists what the identity holds and changes nothing: delete what lets it push once it holds AcrPull, or its pulls stop.',
		}),
		judge: judgePush,
	},
];
