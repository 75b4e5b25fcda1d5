/* eslint-disable ava/no-conditional-assertion -- a property that does not hold for every input holds for those that it names */
import fc from 'fast-check';
import test from 'ava';
import type {CellContext, Column} from '../../../../views/columns/column.js';
import {parseDuration, parseSeverity, versionWeight} from '../../../../views/columns/measures.js';
import {compileFilter} from '../../../../views/parts/filter/compile-filter.js';
import {parseFilter} from '../../../../views/parts/filter/parse-filter.js';
import {printFilter} from '../../../../views/parts/filter/print-filter.js';

type Row = {name: string; version?: string; score?: number; severity?: number; age?: number; tags?: Record<string, string>};

const columns: ReadonlyArray<Column<Row>> = [
	{
		id: 'name', title: 'NAME', minWidth: 5, width: 10, priority: 0, cell: row => ({text: row.name}),
	},
	{
		id: 'version',
		aliases: ['kubernetes'],
		title: 'VERSION',
		minWidth: 5,
		width: 10,
		priority: 1,
		cell: row => ({text: row.version ?? '?'}),
		measure: {of: row => (row.version === undefined ? undefined : versionWeight(row.version)), parse: versionWeight, example: '1.33'},
	},
	{
		id: 'score', title: 'SCORE', minWidth: 5, width: 5, priority: 1, cell: row => ({text: String(row.score ?? '--')}), sortBy: row => row.score,
	},
	{
		id: 'severity',
		title: 'SEV',
		minWidth: 3,
		width: 3,
		priority: 1,
		cell: () => ({text: 'x'}),
		measure: {of: row => row.severity, parse: parseSeverity, example: 'critical, high, medium, low or info'},
	},
	{
		id: 'age', title: 'AGE', minWidth: 3, width: 3, priority: 1, cell: () => ({text: '3 d'}), measure: {of: row => row.age, parse: parseDuration, example: '7d'},
	},
];

const context = JSON.parse('{}') as CellContext;
const compile = (text: string) => {
	const parsed = parseFilter(text);
	return parsed.ok ? compileFilter(parsed.filter, columns) : parsed;
};

const matches = (text: string, row: Row): boolean => {
	const compiled = compile(text);
	if (!compiled.ok) {
		throw new Error(compiled.error);
	}

	return compiled.filter.matches(row, context);
};

const day = 86_400_000;
const prod: Row = {
	name: 'prod-weu', version: '1.33.2', score: 42, severity: 3, age: 3 * day, tags: {Env: 'Production', owner: 'shop team'},
};

test('what matches and what does not', t => {
	const yes = [
		'',
		'prod',
		'PROD',
		'weu 1.33',
		'"prod-weu"',
		'!test',
		'!!prod',
		'name:weu',
		'name=Prod-WEU',
		'kubernetes:1.33',
		'version>=1.33',
		'version>1.9',
		'version<2',
		'score<60',
		'score>=42',
		'!score>42',
		'severity>=high',
		'severity=high',
		'severity>m',
		'age<7d',
		'age>=2',
		'age>60h',
		'name~^prod',
		'name~w.u$',
		'name:',
		'tag:env=prod',
		'tag:env',
		'tag=env=production',
		'tag:"owner=shop team"',
		'tag:shop',
		'!tag:env=test',
		'name:"prod',
		String.raw`!"\"quoted\""`,
	];
	const no = [
		'test', 'prod test', '!prod', 'name:1.33', 'name=prod', 'version<1.33', 'score>42', 'severity>=critical', 'age<2d', 'name~^weu', 'tag:env=test', 'tag=env=prod', '"prod weu"',
	];
	for (const text of yes) {
		t.true(matches(text, prod), `for ${text}`);
	}

	for (const text of no) {
		t.false(matches(text, prod), text);
	}
});

test('a comparison never matches what is unknown', t => {
	for (const text of ['version<9', 'version>0', 'score<60', 'score>0', 'severity<=critical', 'age>0d', 'tag:env']) {
		t.false(matches(text, {name: 'x'}), `for ${text}`);
	}
});

test('a column, value or pattern that means nothing is said in one sentence', t => {
	const errors: ReadonlyArray<readonly [string, string, number]> = [
		['prod verison:1', 'There is no column verison here. Did you mean version?', 5],
		['zzzzzz=1', 'There is no column zzzzzz here. There are name, version, score, severity, age, tag.', 0],
		['!', 'A word or column:value must follow the !.', 0],
		['a ! b', 'A word or column:value must follow the !.', 2],
		['severity>=hihg', 'severity>= needs critical, high, medium, low or info.', 0],
		['score<', 'score< needs a number.', 0],
		['name~(', 'name~ A ( is not closed.', 0],
		['tag>3', 'A tag is asked for with tag:name=value.', 0],
	];
	for (const [text, error, at] of errors) {
		const compiled = compile(text);
		t.like(compiled, {ok: false, at});
		t.is(compiled.ok ? '' : compiled.error, error);
	}
});

test('what matched is marked in the cell that it is in', t => {
	const spans = (text: string, column: string, cell: string) => {
		const compiled = compile(text);
		return compiled.ok ? compiled.filter.spans(column, cell) : undefined;
	};

	t.deepEqual(spans('o', 'name', 'prod-old'), [[2, 3], [5, 6]]);
	t.deepEqual(spans('pro rod', 'name', 'PROD'), [[0, 4]]);
	t.deepEqual(spans('version:33', 'name', '33'), []);
	t.deepEqual(spans('version:33', 'version', '1.33'), [[2, 4]]);
	t.deepEqual(spans('name~o.', 'name', 'xxod'), [[2, 4]]);
	t.deepEqual(spans('!prod', 'name', 'prod'), []);
	// Small letters of İ are two characters: no mark is better than a wrong one.
	t.deepEqual(spans('i', 'name', 'İi'), []);
});

const anyFilter = fc.oneof(
	fc.string({maxLength: 30}),
	fc.string({unit: fc.constantFrom(...String.raw`a!":=<>~\ -ntg`), maxLength: 20}),
	fc.array(fc.constantFrom('name:', 'tag:', '!', '"', 'x', ' ', '=', 'score<', '5', '\\', '~', 'a b', '\t', ' '), {maxLength: 12}).map(parts => parts.join('')),
);

test('parsing never throws, and what is printed reads as the same terms', t => {
	const isStable = fc.property(anyFilter, text => {
		const parsed = parseFilter(text);
		if (!parsed.ok) {
			t.true(parsed.at >= 0 && parsed.at <= text.length);
			return;
		}

		const printed = printFilter(parsed.filter);
		const again = parseFilter(printed);
		t.true(again.ok, printed);
		const terms = (filter: typeof parsed.filter) => filter.map(({isNegated, test: condition}) => ({isNegated, condition}));
		t.deepEqual(again.ok && terms(again.filter), terms(parsed.filter), printed);
		t.is(again.ok && printFilter(again.filter), printed);
	});
	fc.assert(isStable, {numRuns: 2000});
});

test('a ! in front of one term is its opposite for every row', t => {
	const row = fc.record({
		name: fc.string(), version: fc.constantFrom('1.33.2', '1.9', 'x'), score: fc.nat(100), tags: fc.dictionary(fc.string(), fc.string()),
	}, {requiredKeys: ['name']});
	const isOpposite = fc.property(anyFilter, row, (text, sample) => {
		const parsed = parseFilter(text);
		const [term] = parsed.ok ? parsed.filter : [];
		if (!term) {
			return;
		}

		const plain = compileFilter([term], columns);
		const opposite = compileFilter([{...term, isNegated: !term.isNegated}], columns);
		t.is(plain.ok, opposite.ok);
		if (plain.ok && opposite.ok) {
			t.not(plain.filter.matches(sample, context), opposite.filter.matches(sample, context));
		}
	});
	fc.assert(isOpposite, {numRuns: 1000});
});

test('a filter longer than any person types is refused', t => {
	t.like(parseFilter('x'.repeat(1001)), {ok: false, at: 1000});
});
