import {isUnknown} from '../../../model/known.js';
import type {Check} from '../../check.js';
import {acrCommand} from '../../commands.js';
import {
	fail,
	notApplicable,
	notReported,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';
import {limitedSku, skuPath} from './premium.js';
import {nonProductionTag} from './purpose.js';

export const tierChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-sku-lacks-security-features',
		kind: 'registry',
		title: 'SKU has no private endpoint, address rules, own key or replicas',
		severity: 'medium',
		why: 'Only Premium can be closed to the internet, encrypted with an own key, replicated and made to forget untagged images.',
		decidedBy: `${skuPath}, and a tag env, environment or stage that says development or test (Resource Graph)`,
		references: {azurePolicy: ['bd560fc0-3c69-498a-ae9f-aa8eb7de0e13']},
		fix: registry => ({
			command: acrCommand('update', registry, '--sku Premium'),
			effect: 'Changes the price at once, interrupts nothing; it protects only once its features are used.',
		}),
		judge({sku, tags}) {
			if (isUnknown(sku)) {
				return unknownBecause(sku.reason);
			}

			if (sku === 'Premium') {
				return pass(seen(skuPath, sku));
			}

			if (limitedSku(sku) === undefined) {
				return sku === undefined ? notReported(skuPath) : unfamiliar(skuPath, sku);
			}

			const tag = nonProductionTag(tags);
			return tag === undefined ? fail([seen(skuPath, sku)]) : notApplicable(tag);
		},
	},
];
