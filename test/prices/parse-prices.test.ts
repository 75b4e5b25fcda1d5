import test from 'ava';
import fc from 'fast-check';
import {builtInPrices} from '../../source/data/prices.js';
import {parsePrices} from '../../source/prices/parse-prices.js';
import {printPrices} from '../../source/prices/print-prices.js';

const own = `currency: EUR
registries:
  date: 2026-08
  source: contract 17
  basic: 0.2
  premium: 2
  storage: 0.003
`;

test('a file says its currency, its prices a day, and of when and where they are; what it leaves out is missing, not zero', t => {
	t.deepEqual(parsePrices(own), {
		table: {
			currency: 'EUR', registries: {
				date: '2026-08', source: 'contract 17', basic: 0.2, standard: undefined, premium: 2, replica: undefined, storage: 0.003,
			},
			defender: undefined,
		}, faults: [],
	});
	t.is(parsePrices(own.replace('2026-08', '2026')).table?.registries.date, '2026', 'YAML reads a bare year as a number');
});

test('what Defender costs may stand beside it', t => {
	const text = `${own}defender:\n  date: 2026-08\n  source: contract 17\n  vCore: 7\n`;
	t.deepEqual(parsePrices(text).table?.defender, {
		date: '2026-08', source: 'contract 17', vCore: 7, scans: undefined,
	});
	t.deepEqual(parsePrices(text.replace('vCore: 7', 'vcore: 7')).faults, [{line: 11, text: '"vcore" means nothing here; there are date, source, vCore, scans. Did you mean vCore?'}]);
	t.deepEqual(parsePrices(text.replace('vCore: 7', 'vCore: -7')).faults, [{line: 11, text: 'defender.vCore: -7 is not a price a month from 0 to 1000000.'}]);
	t.regex(parsePrices(text.replace('  source: contract 17\n  vCore', '  vCore')).faults[0]?.text ?? '', /^defender\.source: nothing is not where the prices were read/v);
});

test('the built-in prices, printed, are a file that says them', t => {
	t.deepEqual(parsePrices(printPrices(builtInPrices)), {table: builtInPrices, faults: []});
	t.is(builtInPrices.registries.storage, undefined, 'the study text names none');
});

const faultsOf = (text: string): readonly string[] => parsePrices(text).faults.map(({line, text: fault}) => `${line}: ${fault}`);

test('each fault has its line, and says what could be meant', t => {
	t.deepEqual(faultsOf(own.replace('basic: 0.2', 'basic: cheap').replace('premium: 2', 'premum: 2').replace('2026-08', 'summer')), [
		'3: registries.date: "summer" is not a year, month or day, such as 2026, 2026-08 or 2026-08-24.',
		'5: registries.basic: "cheap" is not a price a day from 0 to 1000000.',
		'6: "premum" means nothing here; there are date, source, basic, standard, premium, replica, storage. Did you mean premium?',
	]);
	t.deepEqual(faultsOf(own.replace('basic: 0.2', 'basic: -1')), ['5: registries.basic: -1 is not a price a day from 0 to 1000000.']);
	t.deepEqual(faultsOf('currency: euro\nregistries:\n  date: 2026\n'), ['1: currency: "euro" is not a currency in three capitals, such as EUR.', '2: registries.source: nothing is not where the prices were read, in words.']);
	t.deepEqual(faultsOf('- 1\n'), ['1: the file: [1] is not currency and registries.']);
	t.deepEqual(faultsOf(''), ['1: the file: nothing is not currency and registries.']);
	t.regex(faultsOf('currency: EUR\nregistries: {\n')[0]!, /^\d+: this is not YAML/v);
	t.regex(faultsOf('currency: EUR\ncurrency: USD\n')[0]!, /^2: this is not YAML/v);
	t.is(faultsOf('a: &a [1]\ncurrency: *a\n').length, 1, 'an alias is refused');
	t.is(faultsOf('#'.repeat(300_000)).length, 1);
	t.notRegex(faultsOf('currency: EUR\n"\\e]52;c;AAAA\\a": 1\n').join(''), /\p{Control}/v);
});

test('whatever stands in a file, it is read without a throw, and never half', t => {
	const valued = fc.anything().map(value => `currency: EUR\nregistries: ${JSON.stringify(value) ?? ''}`);
	const isWhole = (text: string): boolean => {
		const {table, faults} = parsePrices(text);
		return (table === undefined) === (faults.length > 0);
	};

	t.notThrows(() => {
		const texts = fc.oneof(fc.string(), valued);
		fc.assert(fc.property(texts, isWhole));
	});
});
