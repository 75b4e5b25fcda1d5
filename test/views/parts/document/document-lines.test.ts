import test from 'ava';
import fc from 'fast-check';
import {parse} from 'yaml';
import {documentLines} from '../../../../views/parts/document/document-lines.js';
import type {Line} from '../../../../views/theme.js';
import {plainTexts} from '../../../support/cells.js';

const textOf = (lines: readonly Line[]): string => plainTexts(lines).join('\n');

// A key named __proto__ is an own member in a parsed document; yaml and JSON agree with it, deepEqual of literals does not.
const document = fc.jsonValue({maxDepth: 4, stringUnit: 'binary'});

test('JSON lines read back as the document', t => {
	const isSame = fc.property(document, value => {
		const text = textOf(documentLines(value, 'json'));
		return JSON.stringify(JSON.parse(text)) === JSON.stringify(value);
	});
	t.notThrows(() => {
		fc.assert(isSame);
	});
});

const readsAs = (text: string, version: '1.1' | '1.2'): string => JSON.stringify(parse(text, {version, merge: false}));

test('YAML lines read back as the document, by YAML 1.2 and 1.1', t => {
	const isSame = fc.property(document, fc.constantFrom('1.1' as const, '1.2' as const), (value, version) =>
		readsAs(textOf(documentLines(value, 'yaml')), version) === JSON.stringify(value));
	t.notThrows(() => {
		fc.assert(isSame, {numRuns: 300});
	});
});

test('texts that look like other values stay texts in YAML', t => {
	const texts = ['1.33', '1.33.2', '0x1F', '1e5', '00000000-0000-0000-0000-000000000000', '2026-08-10', 'true', 'No', 'null', '~', '', ' a', 'a ', 'a: b', 'a #b', 'a:', '- a', '[', '{', '*a', '&a', '!a', '%a', '@a', '10.0.0.0/16', '12:30:45', '0o17', '.5', '+1', 'y', '=', '<<'];
	const written = textOf(documentLines(texts, 'yaml'));
	t.deepEqual(parse(written, {version: '1.1'}), texts);
	t.deepEqual(parse(written, {version: '1.2'}), texts);
});

test('nothing in a document moves the cursor, hides or turns the direction', t => {
	const hostile = {'a\u{1B}[2J': 'b\u{9B}31m\u{202E}\u{200B}\u{2028}\r\n\u{7F}\u{E0041}'};
	for (const format of ['yaml', 'json'] as const) {
		for (const line of documentLines(hostile, format)) {
			for (const {text} of line) {
				t.notRegex(text, /[\p{Line_Separator}\p{Other}\p{Paragraph_Separator}]/v);
			}
		}
	}
});

test('a document nested beyond measure is cut, not thrown at', t => {
	let value: unknown = 'end';
	for (let level = 0; level < 20_000; level++) {
		value = level % 2 === 0 ? [value] : {a: value};
	}

	for (const format of ['yaml', 'json'] as const) {
		t.true(textOf(documentLines(value, format)).includes('nested deeper'));
	}
});

test('what SDK clients put into a document is shown: dates, missing values', t => {
	const value = {
		at: new Date('2026-08-10T01:02:03Z'), broken: new Date(NaN), missing: undefined, big: 12n,
	};
	t.deepEqual(plainTexts(documentLines(value, 'yaml')), [
		'at: "2026-08-10T01:02:03.000Z"',
		'broken: null',
		'big: 12',
	]);
});

test('YAML is laid out as kubectl and az do', t => {
	const value = {
		name: 'prod-weu', tags: {}, zones: ['1', '2'], pools: [{name: 'sys', taints: []}, {name: 'user'}], nested: [['a', 'b']],
	};
	t.deepEqual(plainTexts(documentLines(value, 'yaml')), [
		'name: prod-weu',
		'tags: {}',
		'zones:',
		'  - "1"',
		'  - "2"',
		'pools:',
		'  - name: sys',
		'    taints: []',
		'  - name: user',
		'nested:',
		'  - - a',
		'    - b',
	]);
});

test('the same document gives the same lines', t => {
	const value = {a: 1};
	t.is(documentLines(value, 'yaml'), documentLines(value, 'yaml'));
	t.not(documentLines(value, 'yaml'), documentLines(value, 'json'));
});
