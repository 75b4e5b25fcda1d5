import test from 'ava';
import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {unknown, type Fact} from '../../../source/model/known.js';
import type {RegistryUsage} from '../../../source/model/registry-records.js';
import type {Registry} from '../../../source/model/registry.js';
import {usage} from '../../../views/drill/registry/usage.js';
import {brokenLine, plainTexts} from '../../support/cells.js';
import {
	basicRegistry,
	hardenedRegistry,
	noDetail,
	now,
	snapshotOf,
} from '../../support/models.js';
import {colours} from '../../support/theme.js';

const snapshotWith = (registry: Registry, usages: Fact<readonly RegistryUsage[]>): Snapshot => snapshotOf({
	registryRecords: new Map([[registry.key, {
		registryKey: registry.key, usages, tokens: [], scopeMaps: [], details: undefined,
	}]]),
});

const linesOf = (registry: Registry, snapshot: Snapshot, width = 80) => {
	if (usage.type !== 'lines') {
		throw new TypeError('This tab draws no lines');
	}

	return usage.lines({
		resource: registry, snapshot, detail: noDetail, theme: colours, width, now, portal: 'https://portal.azure.com',
	});
};

const textOf = (registry: Registry, snapshot: Snapshot): string => plainTexts(linesOf(registry, snapshot)).join('\n');

const usedBy = (registry: Registry, usages: Fact<readonly RegistryUsage[]>): string => textOf(registry, snapshotWith(registry, usages));

const size = (gib: number, limit: number | undefined = 10): RegistryUsage => ({
	name: 'Size', used: gib * 1_073_741_824, limit: limit === undefined ? undefined : limit * 1_073_741_824, unit: 'bytes',
});

const count = (name: string, used: number, limit: number | undefined): RegistryUsage => ({
	name, used, limit, unit: 'count',
});

test('what is used stands as a gauge against what the SKU includes, as Azure reports both', t => {
	const text = usedBy(basicRegistry, [count('Webhooks', 2, 2), size(9.6), count('Geo-replications', 0, 0), count('Later', 3, undefined)]);
	t.regex(text, /Storage +█+░ 96 % {2}9\.6 GiB of 10 GiB included/v);
	t.regex(text, /Webhooks +█+ 100 % {2}2 of 2/v);
	t.regex(text, /Geo-replications +not with this SKU/v);
	t.regex(text, /Later +3, without limit/v, 'a usage that nobody knew stands last');
	t.true(text.indexOf('Storage') < text.indexOf('Webhooks'));
	t.regex(text, /Includes +10 GiB of images \(at most 40 TiB\), 2 webhooks, 100\s+tokens/v);
	t.regex(text, /Private endpoints +no: Premium only/v);
	t.regex(usedBy(basicRegistry, [size(14)]), /Storage +█{20} 140 % {2}14 GiB of 10 GiB included/v);
	t.regex(usedBy(hardenedRegistry, [size(0, 500)]), /Storage +░{20} 0 % {2}0 GiB of 500 GiB included/v);
});

test('a day\'s cost is an estimate with the date and source of its prices, never a bill', t => {
	const alone = {...basicRegistry, replicas: []};
	const text = usedBy(alone, [size(9.6)]);
	t.regex(text, /Altogether +0\.151 EUR a day, 4\.53 EUR in 30 days: an estimate, no\s+bill/v);
	t.regex(text, /Prices +of 2022: study text, not verified since \(built in\)/v);
	t.regex(usedBy(alone, [size(14)]), /Altogether +at least 0\.151 EUR a day/v);
	t.regex(usedBy(alone, [size(14)]), /4\.0 GiB beyond the\s+included\s+not in the price table/v);
	const snapshot = snapshotWith(alone, [size(9.6)]);
	const prices = {
		table: {
			currency: 'CHF', registries: {
				...snapshot.prices.table.registries, date: '2026-08', source: 'contract 17', basic: 0.2,
			}, defender: undefined,
		}, file: '/etc/prices.yaml', isFromFile: true, faults: [{line: 7, text: 'basic: "cheap" is not a price.'}],
	};
	const own = textOf(alone, {...snapshot, prices});
	t.regex(own, /0\.200 CHF a day/v);
	t.regex(own, /Prices +of 2026-08: contract 17$/mv);
	t.regex(own, /Fault +line 7: basic: "cheap" is not a price\./v);
	t.regex(own, /Yours +\/etc\/prices\.yaml$/mv);
});

test('what was not read has no gauge: it is being read, or unknown with its reason', t => {
	t.regex(textOf(basicRegistry, snapshotOf()), /being read/v);
	const denied = unknown('denied', 'Needs Microsoft.ContainerRegistry/registries/listUsages/read on the registry.');
	const text = usedBy(basicRegistry, denied);
	t.regex(text, /unknown: Needs Microsoft\.ContainerRegistry\/registries\/listUsages\/read/v);
	t.notRegex(text, /[█░]/v);
	const {sources} = snapshotOf();
	const failed = {
		...sources, registryRecords: {
			...sources.registryRecords, error: {
				cause: 'sign-in' as const, reason: 'Nobody is signed in.', remedy: undefined, retryAt: undefined,
			},
		},
	};
	t.regex(textOf(basicRegistry, snapshotOf({sources: failed})), /unknown: Nobody is signed in\./v);
	t.regex(textOf({...basicRegistry, sku: unknown('malformed', 'sku is a number.')}, snapshotOf()), /SKU +unknown: sku is a number\./v);
	t.regex(textOf({...basicRegistry, sku: 'Platinum'}, snapshotOf()), /SKU +Platinum/v);
});

for (const width of [40, 80, 120, 180]) {
	test(`no line is wider than ${width} cells`, t => {
		const snapshot = snapshotWith(basicRegistry, [size(9.6), count('Webhooks', 2, 2)]);
		t.is(brokenLine(linesOf(basicRegistry, snapshot, width), width), undefined);
	});
}
