import test from 'ava';
import {pricesCommand} from '../../../source/cli/commands/prices.js';
import {builtInPrices} from '../../../source/data/prices.js';
import {UsageError} from '../../../source/model/usage-error.js';
import {parsePrices} from '../../../source/prices/parse-prices.js';

test('prints the built-in prices as a file that can be read again, and takes no word', async t => {
	let text = '';
	const context = {
		columns: 80,
		async out(part: string) {
			text += part;
		},
	};
	t.is(await pricesCommand([], context), 0);
	t.deepEqual(parsePrices(text), {table: builtInPrices, faults: []});
	await t.throwsAsync(async () => pricesCommand(['--json'], context), {instanceOf: UsageError});
});
