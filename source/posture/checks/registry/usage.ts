import {registrySkuTable} from '../../../data/registry-skus.js';
import {isUnknown, unknown, type Fact} from '../../../model/known.js';
import type {RegistryUsage} from '../../../model/registry-records.js';
import type {Registry} from '../../../model/registry.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {acrCommand, needed} from '../../commands.js';
import {
	fail,
	notApplicable,
	notReported,
	pass,
	seen,
	unknownFact,
} from '../../outcome.js';
import {inRegistry} from './in-registry.js';

const notRead = unknown('not-asked', 'the usage of this registry has not been read yet');

/**
What a registry's own service tells; nothing is read of it before it has been asked.
*/
const usagesOf = ({key}: Registry, {registryRecords}: JudgeContext): Fact<readonly RegistryUsage[]> => {
	const records = registryRecords?.get(key) ?? notRead;
	return isUnknown(records) ? records : records.usages;
};

const isStorage = ({name}: RegistryUsage): boolean => name.toLowerCase() === 'size';

const gibibyte = 1_073_741_824;

const gib = (bytes: number): string => `${(bytes / gibibyte).toFixed(1)} GiB`;

/**
The share of the most that a SKU may hold at all from which on pushes are about to fail.
*/
const nearlyFull = 0.9;

const storagePath = 'value[name=Size].currentValue';

const judgeStorage = (registry: Registry, context: JudgeContext): Outcome => {
	const usages = usagesOf(registry, context);
	if (isUnknown(usages)) {
		return unknownFact(usages);
	}

	const storage = usages.find(usage => isStorage(usage));
	if (storage?.limit === undefined) {
		return notReported(storage === undefined ? storagePath : 'value[name=Size].limit');
	}

	const {used, limit} = storage;
	const evidence = [seen(storagePath, gib(used)), seen('value[name=Size].limit', gib(limit))];
	const most = typeof registry.sku === 'string' ? registrySkuTable[registry.sku]?.mostStorage : undefined;
	if (most !== undefined && used > most * 1024 * gibibyte * nearlyFull) {
		return fail(evidence, {severity: 'medium', detail: `More than 90 % of the ${most} TiB that this SKU can hold: pushes are about to fail.`});
	}

	return used > limit ? fail(evidence, {detail: 'What goes beyond is paid for by the GiB and day.'}) : pass(...evidence);
};

/**
The share of a quota from which on it counts as nearly used up.
*/
const near = 0.8;

const judgeLimits = (registry: Registry, context: JudgeContext): Outcome => {
	const usages = usagesOf(registry, context);
	if (isUnknown(usages)) {
		return unknownFact(usages);
	}

	// What a SKU does not offer has a limit of zero.
	const limited = usages.flatMap(usage => (isStorage(usage) || usage.limit === undefined || usage.limit <= 0 ? [] : [{...usage, limit: usage.limit}]));
	if (limited.length === 0) {
		return notApplicable(seen('value[].limit', 'none'));
	}

	const evidenceOf = ({name, used, limit}: typeof limited[number]) => seen(`value[name=${name}].currentValue`, `${used} of ${limit}`);
	const nearby = limited.filter(({used, limit}) => used >= limit * near);
	return nearby.length > 0 ? fail(nearby.map(usage => evidenceOf(usage))) : pass(...limited.map(usage => evidenceOf(usage)));
};

/**
What is judged by what a registry uses.
*/
export const usageChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-storage-over-included',
		kind: 'registry',
		title: 'Images take more room than the SKU includes',
		severity: 'low',
		why: 'What goes beyond the included storage costs extra every day, and at the most that a SKU can hold pushes fail.',
		decidedBy: 'value[name=Size].currentValue and limit of the registry\'s listUsages, and sku.name',
		references: {},
		fix: registry => ({
			command: `az acr config retention update ${inRegistry(registry)} --status enabled --days 30 --type UntaggedManifests`,
			effect: 'Deletes manifests that lose their last tag from now on after 30 days (Premium only); what is untagged already has to be deleted with az acr run and acr purge.',
		}),
		judge: judgeStorage,
	},
	{
		id: 'acr-limit-near',
		kind: 'registry',
		title: 'A quota of the registry is almost used up',
		severity: 'low',
		why: 'At the limit the next webhook, token or rule is refused, and with it the pipeline that makes it.',
		decidedBy: 'value[].currentValue and limit of the registry\'s listUsages: webhooks, replicas, endpoints, rules, tokens, scope maps',
		references: {},
		fix: registry => ({
			command: acrCommand('update', registry, `--sku ${needed('SKU', 'Standard or Premium')}`),
			effect: 'Raises the limits and the price at once, interrupts nothing. To delete what nobody uses costs nothing.',
		}),
		judge: judgeLimits,
	},
];
