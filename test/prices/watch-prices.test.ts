import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {builtInPrices} from '../../source/data/prices.js';
import {printPrices} from '../../source/prices/print-prices.js';
import {watchPrices} from '../../source/prices/watch-prices.js';
import {until} from '../support/until.js';

const watched = (t: ExecutionContext, text: string | undefined, isNamed = false) => {
	const folder = mkdtempSync(path.join(tmpdir(), 'crowsnest-prices-'));
	const file = path.join(folder, 'crowsnest.prices.yaml');
	if (text !== undefined) {
		writeFileSync(file, text);
	}

	const notices: string[] = [];
	let changes = 0;
	const prices = watchPrices({
		file,
		isNamed,
		interval: 20,
		onChange() {
			changes++;
		},
		onNotice(level, notice) {
			notices.push(`${level}: ${notice.replace(file, 'FILE')}`);
		},
	});
	t.teardown(() => {
		prices.stop();
		rmSync(folder, {recursive: true});
	});
	return {
		prices, file, notices, isRead: async () => until(() => changes > 0),
	};
};

const dearer = {...builtInPrices, registries: {...builtInPrices.registries, date: '2026', basic: 0.25}};

test('without a file the built-in prices are used, and nobody is told', async t => {
	const {prices, notices, isRead} = watched(t, undefined);
	t.like(prices.current(), {table: builtInPrices, isFromFile: false});
	await isRead();
	t.like(prices.current(), {table: builtInPrices, isFromFile: false, faults: []});
	t.deepEqual(notices, []);
});

test('a file takes their place, is read again when it changes, and one with a fault changes nothing', async t => {
	const {prices, file, notices, isRead} = watched(t, printPrices(dearer));
	await isRead();
	t.like(prices.current(), {table: dearer, isFromFile: true});
	writeFileSync(file, printPrices(dearer).replace('registries:', 'registries: [\nregistries:'));
	await until(() => prices.current().faults.length > 0);
	t.like(prices.current(), {table: dearer, isFromFile: true});
	t.regex(notices.at(-1)!, /^error: FILE:\d+: this is not YAML .+ The prices that were read before stay in force\.$/v);
	writeFileSync(file, printPrices({...dearer, currency: 'CHF'}));
	await until(() => prices.current().table.currency === 'CHF');
	t.is(notices.at(-1), 'info: FILE: prices were read again.');
});

test('a file that was named and is not there is told', async t => {
	const {prices, notices, isRead} = watched(t, undefined, true);
	await isRead();
	t.deepEqual(notices, ['error: FILE:1: there is no such file. The built-in prices are used.']);
	t.like(prices.current(), {table: builtInPrices, isFromFile: false});
});
