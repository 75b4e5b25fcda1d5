import {readFileSync} from 'node:fs';
import test from 'ava';
import {builtInPrices} from '../../source/data/prices.js';
import {pricesJsonSchema} from '../../source/prices/json-schema.js';

type Member = {readonly description?: string; readonly properties?: Readonly<Record<string, Member>>; readonly required?: readonly string[]; readonly additionalProperties?: boolean};

const file = new URL('../../schemas/prices.schema.json', import.meta.url);

const published = JSON.parse(readFileSync(file, 'utf8')) as Member;

test('the published schema is what the program reads by; build/prices-schema.ts writes it anew', t => {
	const text = JSON.stringify(pricesJsonSchema(), undefined, '\t');
	t.is(readFileSync(file, 'utf8'), `${text}\n`);
});

test('it tells editors every member that a table has, and refuses others', t => {
	const {registries, defender, currency} = published.properties!;
	t.deepEqual(Object.keys(registries!.properties!).toSorted(), Object.keys(builtInPrices.registries).toSorted());
	t.deepEqual(Object.keys(defender!.properties!).toSorted(), Object.keys(builtInPrices.defender!).toSorted());
	const told = [registries, defender, currency, ...Object.values(registries!.properties!), ...Object.values(defender!.properties!)].map(member => member?.description);
	t.false(told.includes(undefined));
	const prices = ['basic', 'standard', 'premium', 'replica', 'storage'].map(name => registries!.properties![name]!.description);
	t.is(new Set(prices).size, prices.length, 'each price has words of its own');
	t.deepEqual(published.required, ['currency', 'registries']);
	t.deepEqual(registries!.required, ['date', 'source']);
	t.false(published.additionalProperties);
	t.false(registries!.additionalProperties);
});
