import type {Registry} from '../../../model/registry.js';
import type {RegistryAccess} from '../../access/summaries.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';
import {isUnknown} from '../../../model/known.js';
import {shellQuote} from '../../shell-quote.js';
import {heldEvidence} from '../held-evidence.js';

const modePath = 'properties.roleAssignmentMode';

const mostDeleters = 5;

const accessTo = ({key}: Registry, context: JudgeContext): RegistryAccess | Outcome => context.registryAccess?.get(key) ?? unknownBecause('role assignments have not been read');

const isOutcome = (access: RegistryAccess | Outcome): access is Outcome => 'status' in access;

const unlessGaps = ({gaps}: RegistryAccess, otherwise: Outcome): Outcome => (gaps.length === 0 ? otherwise : unknownBecause(gaps.join('; ')));

const judgeLegacy = (registry: Registry, context: JudgeContext): Outcome => {
	const {roleAssignmentMode: mode} = registry;
	if (isUnknown(mode)) {
		return unknownBecause(mode.reason);
	}

	if (mode !== 'AbacRepositoryPermissions') {
		return notApplicable(seen(modePath, mode));
	}

	const access = accessTo(registry, context);
	if (isOutcome(access)) {
		return access;
	}

	if (access.legacyHere.total > 0) {
		return fail(heldEvidence(access.legacyHere, ({role}) => `${role}, which does nothing here`));
	}

	// A role over a whole subscription may be meant for other registries of it.
	return access.legacyAbove.total > 0
		? fail(heldEvidence(access.legacyAbove, ({role}) => `${role}, which does nothing here`), {severity: 'low', detail: 'It stands above the resource group, and may be meant for other registries.'})
		: unlessGaps(access, pass(seen('AcrPull, AcrPush or AcrDelete that reach the registry', 'none')));
};

const judgePrivileged = (registry: Registry, context: JudgeContext): Outcome => {
	const access = accessTo(registry, context);
	if (isOutcome(access)) {
		return access;
	}

	const {workloads, workloadGap, deleters} = access;
	if (workloads.total > 0) {
		return fail(heldEvidence(workloads, ({role}) => `${role}: nodes of a cluster only pull`));
	}

	if (workloadGap !== undefined && deleters.total <= mostDeleters) {
		return unknownBecause(`whether nodes of a cluster may change images: ${workloadGap}`);
	}

	return deleters.total > mostDeleters ? fail(heldEvidence(deleters), {detail: `${deleters.total} may delete images; groups count as one.`}) : unlessGaps(access, pass(seen('who may delete images', `${deleters.total}, groups count as one`), seen('nodes that may change images', 'none')));
};

const listed = ({id, subscriptionId}: Registry): string => `az role assignment list --subscription ${shellQuote(subscriptionId)} --scope ${shellQuote(id)} --include-inherited --output table`;

/**
What roles come to on a registry.
*/
export const rightsChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-legacy-roles-on-abac',
		kind: 'registry',
		title: 'AcrPull, AcrPush or AcrDelete is held where it does nothing',
		severity: 'high',
		why: 'Pulls fail, and whoever gave the role believes that it works.',
		decidedBy: `${modePath}, and the role assignments at the registry and above`,
		references: {},
		fix: registry => ({command: listed(registry), effect: 'Lists the assignments and changes nothing: give Container Registry Repository Reader, Writer or Contributor, then delete the old one.'}),
		judge: judgeLegacy,
	},
	{
		id: 'rbac-registry-overprivileged',
		kind: 'registry',
		title: 'Somebody who only pulls may change images',
		severity: 'high',
		why: 'Whoever replaces an image runs code wherever it is pulled.',
		decidedBy: 'the union of role assignments that reach the registry, in its mode: push, write and delete of nodes\' identities, and how many may delete',
		references: {cisAks: ['5.1.2', '5.1.3'], mcsb: ['PA-7']},
		fix: registry => ({command: listed(registry), effect: 'Lists the assignments and changes nothing: give AcrPull or Container Registry Repository Reader in place of what changes images.'}),
		judge: judgePrivileged,
	},
];
