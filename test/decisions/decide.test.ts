/* eslint-disable unicorn/max-nested-calls -- properties are read from the inside out */
import test from 'ava';
import fc from 'fast-check';
import {createDecide} from '../../source/decisions/create-decide.js';
import {createDecisionIndex} from '../../source/decisions/create-index.js';
import {decisionRows, entryStates} from '../../source/decisions/entry-states.js';
import {entryText} from '../../source/decisions/entry-text.js';
import {compilePattern, matchesPattern} from '../../source/decisions/pattern.js';
import {
	clusterId,
	entry,
	fileOf,
	parseWhole,
} from '../support/decisions.js';

const cluster = (id = clusterId, tags: Readonly<Record<string, string>> = {}) => ({kind: 'cluster', key: id.toLowerCase(), tags} as const);

const today = '2026-08-24';

const check = 'aks-local-accounts-enabled';

const decideOf = (text: string, day = today) => createDecide(createDecisionIndex(parseWhole(text).decisions), day);

test('by whole id in any casing, by pattern, by tag, by both', t => {
	const matching = [
		{resource: clusterId.replace('/subscriptions', '/SUBSCRIPTIONS')},
		{resource: `${clusterId}/`},
		{resource: '"*/managedClusters/aks-shop"'},
		{resource: '"*/managedClusters/aks-*"'},
		{resource: `"${clusterId.slice(0, -2)}*"`},
		{resource: '"/subscriptions/*/resourceGroups/rg-shop/*"'},
		{resource: '"/subscriptions/00000000-0000-0000-0000-0000000000a1/*"'},
		{resource: undefined, tag: 'ENV=dev'},
		{resource: '"*/aks-shop"', tag: 'env=dev'},
	];
	for (const members of matching) {
		t.is(decideOf(fileOf(entry(members)))(cluster(clusterId, {Env: 'dev', team: 'a'}), check)?.at, 'crowsnest.decisions.yaml:2', JSON.stringify(members));
	}

	const others = [
		{resource: `${clusterId}-2`},
		{resource: clusterId.slice(0, -1)},
		{resource: '"*/registries/aks-shop"'},
		{resource: '"*/aks"'},
		{resource: undefined, tag: 'env=Dev'},
		{resource: '"*/aks-shop"', tag: 'env=prod'},
		{resource: clusterId, check: 'aks-network-policy-missing'},
	];
	for (const members of others) {
		t.is(decideOf(fileOf(entry(members)))(cluster(clusterId, {Env: 'dev'}), check), undefined, JSON.stringify(members));
	}
});

test('it holds to the end of its last day, in UTC', t => {
	const text = fileOf(entry({until: '2026-08-24'}));
	t.truthy(decideOf(text, '2026-08-24')(cluster(), check));
	t.is(decideOf(text, '2026-08-25')(cluster(), check), undefined);
});

test('of several the one that holds longest counts', t => {
	const text = fileOf(entry({until: '2026-09-01'}), entry({resource: '"*/aks-shop"', until: '2026-10-01'}), entry({resource: '"*/aks-*"', until: '2026-08-01'}));
	t.is(decideOf(text)(cluster(), check)?.at, 'crowsnest.decisions.yaml:7');
});

const piece = fc.constantFrom('a', 'b', 'ab', '/', '.', '(', '\\');

test('patterns mean what an expression with stars as .* means', t => {
	const patterns = fc.array(fc.oneof(piece, fc.constant('*')), {maxLength: 8}).map(parts => parts.join('')).filter(text => text.includes('*'));
	t.notThrows(() => {
		fc.assert(fc.property(patterns, fc.array(piece, {maxLength: 10}).map(parts => parts.join('')), (pattern, text) => {
			const expression = new RegExp(`^${pattern.split('*').map(literal => literal.replaceAll(/[\(.\/\\]/gv, String.raw`\$&`)).join('.*')}$`, 'v');
			return matchesPattern(compilePattern(pattern), text) === expression.test(text);
		}), {numRuns: 2000});
	});
});

const resources = fc.record({resource: fc.constantFrom('*/aks-1', '*/aks-*', '/subscriptions/s1/*', '/subscriptions/s2/x/aks-1', '*s1*', undefined), tag: fc.constantFrom('env=dev', 'env=prod', undefined), until: fc.constantFrom('2026-08-01', '2026-09-01', '2026-10-01')})
	.filter(({resource, tag}) => resource !== undefined || tag !== undefined);

test('the index finds what trying every entry finds', t => {
	t.notThrows(() => {
		fc.assert(fc.property(fc.array(resources, {maxLength: 12}), fc.constantFrom('s1', 's2'), fc.constantFrom('aks-1', 'aks-2'), fc.constantFrom('dev', 'prod'), (entries, subscription, name, environment) => {
			const {decisions} = parseWhole(fileOf(...entries.map(({resource, ...members}) => entry({...members, resource: resource === undefined ? undefined : `"${resource}"`}))));
			const target = cluster(`/subscriptions/${subscription}/x/${name}`, {env: environment});
			const tried = decisions.filter(({resource, tag}) =>
				(resource === undefined || (resource.includes('*') ? matchesPattern(compilePattern(resource), target.key) : resource === target.key))
				&& (tag === undefined || tag.value === environment));
			return JSON.stringify(createDecisionIndex(decisions).about(target)) === JSON.stringify(tried);
		}), {numRuns: 1000});
	});
});

test('ends that are near, expired and unmatched entries, and faults are rows with their line', t => {
	const {decisions, faults} = parseWhole(fileOf(
		entry({until: '2026-08-23'}),
		entry({resource: '"*/one"', until: '2026-08-24'}),
		entry({resource: '"*/two"', until: '2026-09-07'}),
		entry({resource: '"*/three"', until: '2026-09-08'}),
		entry({resource: undefined, tag: 'env=none'}),
		entry({resource: '"*/four"', until: 'never'}),
	));
	const states = entryStates(decisions, today, ({tag}) => tag !== undefined);
	t.deepEqual(states.map(({state, daysLeft}) => [state, daysLeft]), [['expired', -1], ['ends soon', 0], ['ends soon', 14], ['active', 15], ['unmatched', 129]]);
	t.deepEqual(decisionRows(states, faults).map(({line, text, severity, isFault}) => [line, text, severity, isFault]), [
		[2, `the decision about ${check} on ${clusterId.toLowerCase()} expired on 2026-08-23; its failures count again.`, 'medium', true],
		[7, `the decision about ${check} on */one ends today, on 2026-08-24.`, 'medium', false],
		[12, `the decision about ${check} on */two ends in 14 d, on 2026-09-07.`, 'low', false],
		[22, `the decision about ${check} on tag env=none matches no resource that was read.`, 'low', true],
		[31, 'until: "never" is not a day of the calendar, such as 2026-12-31.', 'medium', true],
	]);
});

test('an entry to paste accepts nothing until it says why and who', t => {
	const text = fileOf(entryText(clusterId, check, Date.parse('2026-08-24T12:00:00Z')));
	t.deepEqual(parseWhole(text).faults.map(({line, text: sentence}) => [line, sentence]), [
		[4, 'reason: nothing is not a reason in words.'],
		[5, 'by: nothing is not who decided, in words.'],
	]);
	const filled = text.replace('reason: ""', 'reason: why').replace('by: ""', 'by: me');
	t.is(decideOf(filled)(cluster(), check)?.until, '2026-11-22');
});
