import test from 'ava';
import fc from 'fast-check';
import {kqlLiteral} from '../../source/azure/kql-literal.js';
import {idAsked, queries} from '../../source/azure/queries.js';
import {diagnose, literalsIn} from '../support/kusto.js';

const id = '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/aks-shop';

for (const query of Object.values(queries)) {
	const text = typeof query.text === 'string' ? query.text : query.text(id);

	test(`Kusto finds nothing wrong with ${query.name}`, t => {
		t.deepEqual(diagnose(text), []);
	});

	test(`a wrong column in ${query.name} is found`, t => {
		const [wrong, count] = [text.replaceAll(/\bproperties\b/gv, 'propertys').replaceAll(/\btype\b/gv, 'typ'), diagnose(text).length];
		t.true(diagnose(wrong).length > count);
		t.regex(diagnose(wrong)[0] ?? '', /does not refer to any known column/v);
	});

	test(`${query.name} is asked in pages that Resource Graph allows`, t => {
		t.true(query.pageSize >= 1 && query.pageSize <= 1000);
	});
}

test('queries are told apart by their text', t => {
	const texts = Object.values(queries).map(query => (typeof query.text === 'string' ? query.text : query.text(id)));
	t.is(new Set(texts).size, texts.length);
});

test('every query that is paged has the id that Resource Graph needs for its pages, and a stable order', t => {
	for (const query of Object.values(queries)) {
		const text = typeof query.text === 'string' ? query.text : query.text(id);
		if (query !== queries.findingTotals) {
			t.regex(text, /\| project id, /v, query.name);
		}

		if (query.pageSize > 1 && query !== queries.findingTotals) {
			t.regex(text, /order by (?:rank asc, )?id asc/v, query.name);
		}
	}
});

test('the id that a query is about can be told from its text', t => {
	t.is(idAsked(queries.findingsOf, queries.findingsOf.text(id)), id);
	t.is(idAsked(queries.document, queries.document.text(id)), id);
	t.is(idAsked(queries.document, queries.findingDocument.text(id)), undefined);
	t.is(idAsked(queries.findingsOf, queries.findings.text), undefined);
});

test('no id can end its literal', t => {
	t.notThrows(() => {
		fc.assert(fc.property(fc.oneof(fc.string(), fc.string({unit: 'binary'}), fc.constantFrom('\' or true //', String.raw`\' | take 1`, '\n| union *', id)), text => {
			const query = `print a = ${kqlLiteral(text)}, b = 'end'`;
			t.deepEqual(literalsIn(query), [text, 'end']);
			t.is(idAsked(queries.document, queries.document.text(text)), text);
		}), {numRuns: 300});
	});
});
