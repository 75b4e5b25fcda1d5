import {isUnknown, type Fact} from '../../model/known.js';
import type {RegistryUsage} from '../../model/registry-records.js';
import type {Registry} from '../../model/registry.js';
import type {RegistryPrices} from '../../model/price-table.js';
import {replicasElsewhere} from '../checks/registry/replicas-elsewhere.js';

/**
One part of what a registry costs a day.
*/
export type CostPart = {
	readonly what: string;
	/**
	Absent where it is not known: why stands in `gap`.
	*/
	readonly amount: number | undefined;
	readonly gap?: string;
};

export type DailyCost = {
	readonly parts: readonly CostPart[];
	/**
	Sum of what is known; absent where not even the SKU's own price is.
	*/
	readonly total: number | undefined;
	/**
	Whether it may be more than that.
	*/
	readonly isAtLeast: boolean;
};

const gibibyte = 1_073_741_824;

const missing = 'not in the price table';

const skuPart = ({sku}: Registry, prices: RegistryPrices): CostPart => {
	if (isUnknown(sku)) {
		return {what: 'SKU', amount: undefined, gap: sku.reason};
	}

	const price = new Map([['Basic', prices.basic], ['Standard', prices.standard], ['Premium', prices.premium]]).get(sku ?? '');
	return {what: sku ?? 'SKU', amount: price, ...(price === undefined && {gap: missing})};
};

const replicaParts = (registry: Registry, prices: RegistryPrices): readonly CostPart[] => {
	const replicas = replicasElsewhere(registry);
	if (isUnknown(replicas)) {
		// Only Premium has replicas.
		return registry.sku === 'Premium' ? [{what: 'replicas', amount: undefined, gap: replicas.reason}] : [];
	}

	if (replicas.length === 0) {
		return [];
	}

	const what = replicas.length === 1 ? `replica in ${replicas[0]!.region}` : `${replicas.length} replicas`;
	return [prices.replica === undefined ? {what, amount: undefined, gap: missing} : {what, amount: replicas.length * prices.replica}];
};

const storageParts = (usages: Fact<readonly RegistryUsage[]>, prices: RegistryPrices): readonly CostPart[] => {
	if (isUnknown(usages)) {
		return [{what: 'storage beyond the included', amount: undefined, gap: usages.reason}];
	}

	const storage = usages.find(({name}) => name.toLowerCase() === 'size');
	if (storage?.limit === undefined || storage.used <= storage.limit) {
		return [];
	}

	const beyond = (storage.used - storage.limit) / gibibyte;
	const what = `${beyond >= 10 ? Math.round(beyond) : beyond.toFixed(1)} GiB beyond the included`;
	return [prices.storage === undefined ? {what, amount: undefined, gap: missing} : {what, amount: beyond * prices.storage}];
};

/**
What a registry costs a day, roughly, by a table of prices. What traffic, builds, scans and agreements with Microsoft change is not in it:
it is an estimate, never a bill.
*/
export const dailyCostOf = (registry: Registry, usages: Fact<readonly RegistryUsage[]>, prices: RegistryPrices): DailyCost => {
	const sku = skuPart(registry, prices);
	const parts = [sku, ...replicaParts(registry, prices), ...storageParts(usages, prices)];
	const known = parts.flatMap(({amount}) => amount ?? []);
	return {
		parts,
		total: sku.amount === undefined ? undefined : known.reduce((sum, amount) => sum + amount, 0),
		isAtLeast: known.length < parts.length,
	};
};
