import test from 'ava';
import fc from 'fast-check';
import {parseChanged, type KnownAnswer} from '../../source/azure/parse-changed.js';
import {documentOf} from '../support/models.js';

type Rows = readonly unknown[];

const answer = (rows: Rows, more: Readonly<Record<string, unknown>> = {}): string => JSON.stringify({
	totalRecords: rows.length, count: rows.length, data: rows, facets: [], resultTruncated: 'false', ...more,
});

const known = (text: string): KnownAnswer => ({text, body: JSON.parse(text) as unknown});

const rowsOf = ({body}: KnownAnswer): Rows => (body as {readonly data: Rows}).data;

const cluster = documentOf('aks/managed-cluster-hardened-composed') as Readonly<Record<string, unknown>>;
const fleet = Array.from({length: 5}, (_, index) => ({...cluster, name: `cluster ${index}`}));

test('of a page in which one row has changed, the others are the very same objects', t => {
	const before = known(answer(fleet));
	const after = parseChanged(before, answer(fleet.map((row, index) => (index === 2 ? {...row, tags: {owner: 'somebody else'}} : row))))!;
	t.deepEqual(rowsOf(after).map((row, index) => row === rowsOf(before)[index]), [true, true, false, true, true]);
	t.deepEqual(after.body, JSON.parse(after.text));
	const again = parseChanged(after, answer([...fleet, cluster]))!;
	t.is(rowsOf(again)[1], rowsOf(before)[1]);
	t.is(rowsOf(again).length, 6);
	t.deepEqual(again.body, JSON.parse(again.text));
	t.is(parseChanged(again, answer([]))?.text, answer([]));
});

test('a list of Azure Resource Manager is taken apart too', t => {
	const before = known(JSON.stringify({value: fleet}));
	const after = parseChanged(before, JSON.stringify({value: fleet.slice(1)}))!;
	t.deepEqual(after.body, {value: fleet.slice(1)});
	t.is((after.body as {value: Rows}).value[0], (before.body as {value: Rows}).value[1]);
});

const row = fc.oneof(
	{weight: 4, arbitrary: fc.record({id: fc.constantFrom('a', 'b', '"', '\\', '},{', '],['), properties: fc.jsonValue({maxDepth: 2})})},
	fc.jsonValue({maxDepth: 2}),
);

const change = fc.record({at: fc.nat({max: 8}), remove: fc.nat({max: 3}), insert: fc.array(row, {maxLength: 2})});

test('whatever changes in a page, again and again, the body is what the text says', t => {
	const property = fc.property(fc.array(row, {maxLength: 8}), fc.array(change, {maxLength: 6}), fc.boolean(), (rows, changes, hasToken) => {
		let last = known(answer(rows));
		let now: Rows = rows;
		for (const {at, remove, insert} of changes) {
			now = now.toSpliced(at, remove, ...insert);
			const text = answer(now, hasToken ? {$skipToken: String(now.length)} : {});
			last = parseChanged(last, text) ?? known(text);
			t.deepEqual(last.body, JSON.parse(text));
			t.is(last.text, text);
		}
	});
	t.notThrows(() => {
		fc.assert(property, {numRuns: 500});
	});
});

const cut = fc.record({at: fc.nat(), length: fc.nat({max: 12}), text: fc.string({unit: fc.constantFrom(...String.raw`[]{},:"\a0 `), maxLength: 6})});

test('a text that was damaged anywhere is parsed as a whole parse would, or not at all', t => {
	const property = fc.property(fc.array(row, {maxLength: 5}), cut, (rows, {at, length, text}) => {
		const before = known(answer(rows));
		const start = at % before.text.length;
		const damaged = before.text.slice(0, start) + text + before.text.slice(start + length);
		// A text that is no JSON throws here if anything came of it.
		const after = parseChanged(before, damaged);
		t.deepEqual(after?.body, after && JSON.parse(damaged));
	});
	t.notThrows(() => {
		fc.assert(property, {numRuns: 3000});
	});
});

test('what is another kind of answer is parsed whole', t => {
	const page = answer(fleet);
	t.is(parseChanged(known(page), '<html>'), undefined);
	t.is(parseChanged(known('[1]'), page), undefined);
	t.is(parseChanged(known(page), JSON.stringify({value: fleet})), undefined);
	t.is(parseChanged(known('{"data":[{}],"data":[]}'), '{"data":[{},{}],"data":[]}'), undefined, 'the last of two lists counts');
});
