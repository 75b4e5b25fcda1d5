import {isUnknown, type Fact} from '../../../model/known.js';
import type {Outcome} from '../../check.js';
import {
	notApplicable,
	notReported,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';

export const skuPath = 'sku.name';

/**
SKUs without network rules, private endpoints, own keys, replicas and retention. Classic ended in 2019 and may still be named.
*/
const limited: ReadonlySet<string> = new Set(['Classic', 'Basic', 'Standard']);

/**
The SKU, where it is one that lacks what only Premium has.
*/
export const limitedSku = (sku: Fact<string | undefined>): string | undefined => (typeof sku === 'string' && limited.has(sku) ? sku : undefined);

/**
Why a check about a feature of Premium gives no judgement on a registry: another SKU, or one that could not be read.
Absent for Premium.
*/
export const unlessPremium = (sku: Fact<string | undefined>): Outcome | undefined => {
	if (isUnknown(sku)) {
		return unknownBecause(sku.reason);
	}

	if (sku === 'Premium') {
		return undefined;
	}

	if (sku === undefined) {
		return notReported(skuPath);
	}

	return limited.has(sku) ? notApplicable(seen(skuPath, sku)) : unfamiliar(skuPath, sku);
};
