import {isUnknown} from '../../../model/known.js';
import type {Registry} from '../../../model/registry.js';
import type {Check, Outcome} from '../../check.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';
import {shellQuote} from '../../shell-quote.js';
import {inRegistry} from './in-registry.js';
import {judgePolicy} from './policy.js';
import {unlessPremium} from './premium.js';
import {replicasElsewhere} from './replicas-elsewhere.js';

const retentionPath = 'properties.policies.retentionPolicy.status';
const daysPath = 'properties.policies.retentionPolicy.days';
const softDeletePath = 'properties.policies.softDeletePolicy.status';
const quarantinePath = 'properties.policies.quarantinePolicy.status';

const judgeRetention = ({sku, retentionPolicy, retentionDays, softDeletePolicy}: Registry): Outcome => {
	const otherwise = unlessPremium(sku);
	if (otherwise !== undefined) {
		return otherwise;
	}

	const outcome = judgePolicy(retentionPath, retentionPolicy, 'enabled', 'disabled');
	if (typeof retentionDays === 'number' && outcome.status === 'pass') {
		return pass(...outcome.evidence, seen(daysPath, retentionDays));
	}

	return softDeletePolicy === 'enabled' && outcome.status === 'fail' ? notApplicable(seen(softDeletePath, softDeletePolicy)) : outcome;
};

/**
Azure refuses soft delete beside a retention policy and on a geo-replicated registry.
*/
const judgeSoftDelete = (registry: Registry): Outcome => {
	const {sku, retentionPolicy, softDeletePolicy} = registry;
	const outcome = softDeletePolicy === undefined
		? unknownBecause(`\`${softDeletePath}\` is not in the answer: only preview versions of the api tell of soft delete`)
		: judgePolicy(softDeletePath, softDeletePolicy, 'enabled');
	if (outcome.status !== 'fail') {
		return outcome;
	}

	if (retentionPolicy === 'enabled') {
		return notApplicable(seen(retentionPath, retentionPolicy));
	}

	if (isUnknown(retentionPolicy)) {
		return unknownBecause(retentionPolicy.reason);
	}

	// Only Premium has replicas, so that nothing need be known of them elsewhere.
	if (sku === 'Basic' || sku === 'Standard') {
		return outcome;
	}

	const replicas = replicasElsewhere(registry);
	if (isUnknown(replicas)) {
		return unknownBecause(replicas.reason);
	}

	const [replica] = replicas;
	return replica === undefined
		? fail(outcome.evidence)
		: notApplicable({path: 'location', value: replica.region, resource: replica.key});
};

export const lifecycleChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-retention-off',
		kind: 'registry',
		title: 'Untagged manifests never expire',
		severity: 'low',
		why: 'Old images with known holes stay where they are, can be pulled by digest and cost storage.',
		decidedBy: `${retentionPath}, ${softDeletePath} and sku.name (Resource Graph); absent means disabled`,
		references: {},
		fix: registry => ({
			command: `az acr config retention update ${inRegistry(registry)} --status enabled --days 30 --type UntaggedManifests`,
			effect: 'Deletes, 30 days after they lose their last tag and for good, manifests that become untagged from now on: whatever pulls by digest must keep a tag.',
		}),
		judge: judgeRetention,
	},
	{
		id: 'acr-soft-delete-off',
		kind: 'registry',
		title: 'Deleted images cannot be restored',
		severity: 'low',
		why: 'Whoever may delete, a script among them, wipes images for good.',
		decidedBy: `${softDeletePath}, which only preview versions of the api have, ${retentionPath}, and replications (Resource Graph)`,
		references: {},
		fix: registry => ({
			command: `az acr config soft-delete update ${inRegistry(registry)} --status enabled --days 7`,
			effect: 'Keeps what is deleted for 7 days, at the price of its storage (preview); cannot be combined with a retention policy or replicas.',
		}),
		judge: judgeSoftDelete,
	},
	{
		id: 'acr-quarantine-off',
		kind: 'registry',
		title: 'New images can be pulled before they are scanned',
		severity: 'info',
		why: 'With quarantine, an image waits until a scanner has released it.',
		decidedBy: `${quarantinePath} and sku.name (Resource Graph)`,
		references: {mcsb: ['DS-6', 'PV-5']},
		fix: ({subscriptionId, resourceGroup, name}) => ({
			command: `az resource update --subscription ${shellQuote(subscriptionId)} --resource-group ${shellQuote(resourceGroup)} --resource-type Microsoft.ContainerRegistry/registries --name ${shellQuote(name)} --set properties.policies.quarantinePolicy.status=enabled`,
			effect: 'From now on a pushed image can be pulled only once a scanner has released it (preview): without such a scanner, deployments stop.',
		}),
		judge: ({sku, quarantinePolicy}) => unlessPremium(sku) ?? judgePolicy(quarantinePath, quarantinePolicy, 'enabled'),
	},
];
