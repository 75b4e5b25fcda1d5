import test from 'ava';
import {builtInPrices} from '../../../source/data/prices.js';
import {unknown, type Fact} from '../../../source/model/known.js';
import type {RegistryUsage} from '../../../source/model/registry-records.js';
import {dailyCostOf} from '../../../source/posture/registry/daily-cost.js';
import {registryOf} from '../../support/posture.js';
import {childrenOf, withChildren} from '../../support/registry-children.js';
import {recordDocuments, usagesOf} from '../../support/registry-records.js';

const prices = builtInPrices.registries;

const size = (gib: number, limit: number): Fact<readonly RegistryUsage[]> => [{
	name: 'Size', used: gib * 1_073_741_824, limit: limit * 1_073_741_824, unit: 'bytes',
}];

const denied = unknown('denied', 'no right to read it');

const premium = registryOf('registry-premium-hardened-composed');

test('a registry costs its SKU and as much again for each region', t => {
	const basic = withChildren(registryOf('recorded-registry-basic'), {replicas: []});
	const usages = usagesOf(...recordDocuments('registry-list-usages-composed'));
	t.deepEqual(dailyCostOf(basic, usages, prices), {parts: [{what: 'Basic', amount: 0.151}], total: 0.151, isAtLeast: false});
	const copied = withChildren(premium, childrenOf('recorded-replication-list', {location: 'westus'}));
	const {total, parts} = dailyCostOf(copied, size(10, 500), prices);
	t.is(parts.length, 2);
	t.is(total!.toFixed(3), '4.506', 'two replicas elsewhere');
});

test('what is not in the table or could not be read makes it at least so much, never nothing', t => {
	const alone = withChildren(premium, {replicas: []});
	t.like(dailyCostOf(alone, size(618, 500), prices), {total: 1.502, isAtLeast: true, parts: {1: {what: '118 GiB beyond the included', amount: undefined, gap: 'not in the price table'}}});
	t.is(dailyCostOf(alone, size(600, 500), {...prices, storage: 0.01}).total!.toFixed(3), '2.502');
	t.like(dailyCostOf(alone, denied, prices), {total: 1.502, isAtLeast: true, parts: {1: {gap: denied.reason}}});
	t.like(dailyCostOf(withChildren(premium, {replicas: denied}), size(1, 500), prices), {isAtLeast: true});
	t.like(dailyCostOf({...alone, sku: denied}, size(1, 500), prices), {total: undefined});
	t.like(dailyCostOf({...alone, sku: 'Platinum'}, size(1, 500), prices), {total: undefined});
});
