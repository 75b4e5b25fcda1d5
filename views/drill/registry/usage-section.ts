import {registrySkuTable} from '../../../source/data/registry-skus.js';
import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {isUnknown, type Fact} from '../../../source/model/known.js';
import type {RegistryUsage} from '../../../source/model/registry-records.js';
import type {Registry} from '../../../source/model/registry.js';
import {usageGauge} from '../../parts/gauge/gauge.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';
import type {Section, SheetRow} from '../../parts/sheet/sheet.js';
import {sizeWords} from '../../parts/text/size.js';
import type {Line, Theme} from '../../theme.js';

const cells = 20;

/**
Azure's names in the words of the screen, in the order in which they stand. A name that is not here is shown as it is.
*/
const titles: ReadonlyMap<string, string> = new Map([
	['size', 'Storage'],
	['webhooks', 'Webhooks'],
	['geo-replications', 'Geo-replications'],
	['privateendpointconnections', 'Private endpoints'],
	['iprules', 'Address rules'],
	['vnetrules', 'Network rules'],
	['tokens', 'Tokens'],
	['scopemaps', 'Scope maps'],
]);

const order = titles.keys().toArray();

const amount = ({unit}: RegistryUsage, value: number): string => (unit === 'bytes' ? sizeWords(value) : String(value));

const usageLine = (usage: RegistryUsage, theme: Theme): Line => {
	const {name, used, limit} = usage;
	if (limit === undefined) {
		return words(`${amount(usage, used)}, without limit`);
	}

	if (limit <= 0) {
		return words(used > 0 ? `${amount(usage, used)}, more than the SKU lets have` : 'not with this SKU', used > 0 ? 'medium' : 'dim');
	}

	return [
		...usageGauge(used / limit * 100, cells, theme.glyphs),
		{text: `  ${amount(usage, used)} of ${amount(usage, limit)}${name.toLowerCase() === 'size' ? ' included' : ''}`},
	];
};

const rank = ({name}: RegistryUsage): number => {
	const place = order.indexOf(name.toLowerCase());
	return place === -1 ? order.length : place;
};

/**
What the registry's own service tells of what is used; unknown with its reason where it tells nothing.
*/
const usagesOf = ({key}: Registry, {registryRecords, sources}: Snapshot): Fact<readonly RegistryUsage[]> | undefined => {
	const {error} = sources.registryRecords;
	return registryRecords.get(key)?.usages ?? (error && {unknown: 'unreachable', reason: error.reason});
};

/**
What the SKU includes, and how much of it is used.
*/
export const usageSection = (registry: Registry, snapshot: Snapshot, theme: Theme): Section => {
	const usages = usagesOf(registry, snapshot);
	const title = 'Used of what the SKU includes';
	if (usages === undefined) {
		return {title, rows: [{value: words('being read: the service is asked for each registry by itself', 'dim')}]};
	}

	if (isUnknown(usages)) {
		return {title, rows: [{value: unknownLine(usages)}]};
	}

	const rows = usages.toSorted((one, other) => rank(one) - rank(other)).map((usage): SheetRow => ({label: titles.get(usage.name.toLowerCase()) ?? usage.name, value: usageLine(usage, theme)}));
	return {title, rows: rows.length === 0 ? [{value: words('Azure tells of no usage', 'dim')}] : rows};
};

const yes = 'yes';

/**
What can be had with the SKU, whether it is used or not.
*/
export const skuSection = ({sku}: Registry): Section => {
	const title = 'SKU';
	if (isUnknown(sku)) {
		return {title, rows: [{label: 'SKU', value: unknownLine(sku)}]};
	}

	const table = sku === undefined ? undefined : registrySkuTable[sku];
	if (table === undefined) {
		return {title, rows: [{label: 'SKU', value: words(sku ?? 'not reported', 'unknown')}]};
	}

	const onlyPremium = words(table.isPremium ? yes : 'no: Premium only', table.isPremium ? 'good' : 'dim');
	return {
		title,
		rows: [
			{label: 'SKU', value: words(sku!)},
			{label: 'Includes', value: words(`${table.storage} GiB of images (at most ${table.mostStorage} TiB), ${table.webhooks} webhooks, ${table.tokens} tokens`)},
			{label: 'Geo-replication', value: onlyPremium},
			{label: 'Private endpoints', value: onlyPremium},
			{label: 'Address rules, own key', value: onlyPremium},
			{label: 'Anonymous pull', value: words(table.anonymousPull ? 'can be switched on' : 'cannot be switched on', 'dim')},
		],
	};
};
