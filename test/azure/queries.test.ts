import test from 'ava';
import fc from 'fast-check';
import {kqlLiteral} from '../../source/azure/kql-literal.js';
import {idAsked, queries} from '../../source/azure/queries.js';
import {diagnose, literalsIn} from '../support/kusto.js';

const id = '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/aks-shop';

const all = Object.values(queries).map(query => ({...query, text: typeof query.text === 'string' ? query.text : query.text(id)}));
const single = new Set<string>([queries.findingTotals.name, queries.assessedSubscriptions.name]);
const paged = all.filter(({name, pageSize}) => pageSize > 1 && !single.has(name));

for (const {name, text, pageSize} of all) {
	test(`Kusto finds nothing wrong with ${name}`, t => {
		t.deepEqual(diagnose(text), []);
	});

	test(`a wrong column in ${name} is found`, t => {
		const faults = diagnose(text.replaceAll(/\bproperties\b/gv, 'propertys').replaceAll(/\btype\b/gv, 'typ'));
		t.true(faults.some(fault => fault.includes('does not refer to any known column')), faults.join('\n'));
	});

	test(`${name} is asked in pages that Resource Graph allows`, t => {
		t.true(pageSize >= 1 && pageSize <= 1000);
	});
}

test('queries are told apart by their text', t => {
	t.is(new Set(all.map(({text}) => text)).size, all.length);
});

test('every query that is paged has the id that Resource Graph needs for its pages, and a stable order', t => {
	t.true(paged.length > 4);
	for (const {name, text} of paged) {
		t.regex(text, /\| project id, /v, name);
		t.regex(text, /order by (?:rank asc, )?id asc/v, name);
	}
});

test('the id that a query is about can be told from its text', t => {
	t.is(idAsked(queries.findingsOf, queries.findingsOf.text(id)), id);
	t.is(idAsked(queries.document, queries.document.text(id)), id);
	t.is(idAsked(queries.document, queries.findingDocument.text(id)), undefined);
	t.is(idAsked(queries.findingsOf, queries.findings.text), undefined);
});

const tricks = fc.constantFrom('\' or true //', String.raw`\' | take 1`, '\n| union *', id);
const texts = fc.oneof(fc.string(), fc.string({unit: 'binary'}), tricks);

test('no id can end its literal', t => {
	const property = fc.property(texts, text =>
		JSON.stringify(literalsIn(`print a = ${kqlLiteral(text)}, b = 'end'`)) === JSON.stringify([text, 'end'])
		&& idAsked(queries.document, queries.document.text(text)) === text);
	t.notThrows(() => {
		fc.assert(property, {numRuns: 300});
	});
});
