import {readFileSync} from 'node:fs';
import test from 'ava';
import {decisionsJsonSchema} from '../../source/decisions/json-schema.js';
import {memberNames} from '../../source/decisions/schema.js';

type Schema = {readonly properties: {readonly decisions: {readonly items: {
	readonly properties: Readonly<Record<string, {readonly description?: string; readonly pattern?: string}>>;
	readonly required: readonly string[];
	readonly additionalProperties: boolean;
	readonly anyOf: readonly unknown[];
};};};};

const file = new URL('../../schemas/decisions.schema.json', import.meta.url);

const published = JSON.parse(readFileSync(file, 'utf8')) as Schema;

test('the published schema is what the program reads by; build/decisions-schema.ts writes it anew', t => {
	const text = JSON.stringify(decisionsJsonSchema(), undefined, '\t');
	t.is(readFileSync(file, 'utf8'), `${text}\n`);
});

test('it tells editors every member, and refuses others', t => {
	const {properties, required, additionalProperties, anyOf} = published.properties.decisions.items;
	t.deepEqual(Object.keys(properties), memberNames);
	t.true(Object.values(properties).every(({description}) => description !== undefined));
	t.deepEqual(required, ['check', 'reason', 'by', 'until']);
	t.false(additionalProperties);
	t.deepEqual(anyOf, [{required: ['resource']}, {required: ['tag']}]);
});

test('its patterns are of the kind that editors know', t => {
	for (const {pattern} of Object.values(published.properties.decisions.items.properties)) {
		t.notThrows(() => new RegExp(pattern ?? '', 'u')); // eslint-disable-line require-unicode-regexp -- JSON Schema asks for the u flag
	}
});
