/* eslint-disable unicorn/max-nested-calls -- properties are read from the inside out */
import test from 'ava';
import fc from 'fast-check';
import {
	clusterId,
	entry,
	fileOf,
	parseWhole,
} from '../support/decisions.js';

const faultsOf = (text: string): readonly string[] => parseWhole(text).faults.map(fault => `${fault.line}: ${fault.text}`);

test('a sound entry, whatever its style', t => {
	const written = [
		fileOf(entry()),
		fileOf(entry()).replaceAll('\n', '\r\n'),
		`# ours\n\n${fileOf(entry())}\n# end\n`,
		`decisions:\n- ${Object.entries({
			resource: clusterId, check: 'aks-local-accounts-enabled', reason: 'Shut down in May', by: 'platform@contoso.com', until: '2026-12-31',
		}).map(([name, value]) => `${name}: ${value}`).join('\n  ')}`,
		JSON.stringify({
			decisions: [{
				resource: clusterId, check: ['aks-local-accounts-enabled'], reason: 'Shut down in May', by: 'platform@contoso.com', until: '2026-12-31',
			}],
		}),
	];
	for (const text of written) {
		const {decisions, faults, broken} = parseWhole(text);
		const [decision, ...others] = decisions;
		t.deepEqual([others, faults, broken], [[], [], undefined]);
		t.is(decision!.resource, clusterId.toLowerCase());
		t.deepEqual(decision!.checks, ['aks-local-accounts-enabled']);
		t.like(decision!.acceptance, {
			from: 'file', reason: 'Shut down in May', by: 'platform@contoso.com', until: '2026-12-31', at: `crowsnest.decisions.yaml:${decision!.line}`,
		});
	}
});

test('an empty file and an empty list decide nothing, and are no mistake', t => {
	for (const text of ['', '# nothing yet\n', 'decisions:\n', 'decisions: []\n', '---\n']) {
		t.deepEqual(parseWhole(text), {decisions: [], faults: [], broken: undefined}, `in ${text}`);
	}
});

test('each fault is one sentence with its line, and leaves the other entries in force', t => {
	const wrong: ReadonlyArray<readonly [Readonly<Record<string, string | undefined>>, string]> = [
		[{reasn: 'x'}, '12: "reasn" is no member of a decision; there are resource, tag, check, reason, by, until. Did you mean reason?'],
		[{check: 'aks-local-account-enabled'}, '8: check: there is no check "aks-local-account-enabled". Did you mean aks-local-accounts-enabled?'],
		[{check: '"*"'}, '8: check: "*" is not the id of a check, such as aks-local-accounts-enabled.'],
		[{check: '[]'}, '8: check: a list is not the id of a check, or a list of ids.'],
		[{until: '2026-02-30'}, '11: until: "2026-02-30" is not a day of the calendar, such as 2026-12-31.'],
		[{until: 'soon'}, '11: until: "soon" is not a day of the calendar, such as 2026-12-31.'],
		[{until: '2026'}, '11: until: 2026 is not a day of the calendar, such as 2026-12-31.'],
		[{until: undefined}, '7: until is missing: a day of the calendar, such as 2026-12-31.'],
		[{by: '""'}, '10: by: nothing is not who decided, in words.'],
		[{reason: undefined}, '7: reason is missing: a reason in words.'],
		[{reason: '{why: not}'}, '9: reason: {} is not a reason in words.'],
		[{resource: 'aks-shop'}, '7: resource: "aks-shop" is not a resource id that begins with / or with *.'],
		[{resource: '"*/*"'}, '7: resource: this pattern is every resource there is or will be; name a part of the id.'],
		[{resource: undefined}, '7: this entry names neither a resource nor a tag.'],
		[{resource: undefined, tag: 'production'}, '11: tag: "production" is not a tag as name=value.'],
		[{reason: '*why'}, '9: reason: {} is not a reason in words.'],
		[{by: String.raw`"\u200b"`}, '10: by: nothing is not who decided, in words.'],
	];
	for (const [members, fault] of wrong) {
		const text = fileOf(entry(), entry(members), entry({check: 'aks-network-policy-missing', until: '2027-01-01'}));
		const {decisions, broken} = parseWhole(text);
		t.is(broken, undefined);
		t.deepEqual(faultsOf(text), [fault]);
		t.deepEqual(decisions.map(({line}) => line), [2, 7 + Object.values({
			resource: '', check: '', reason: '', by: '', until: '', ...members,
		}).filter(value => value !== undefined).length]);
	}
});

test('twice the same decision is one too many, and the first counts', t => {
	const text = fileOf(entry(), entry({resource: clusterId.toUpperCase().replace('/SUBSCRIPTIONS', '/subscriptions'), until: '2030-01-01'}), entry({tag: 'env=dev'}));
	t.deepEqual(faultsOf(text), ['7: line 2 already decides aks-local-accounts-enabled for the same resources; one of the two is too many.']);
	t.deepEqual(parseWhole(text).decisions.map(({line}) => line), [2, 12]);
});

test('a file that is no decisions file is broken as a whole, on a line', t => {
	const broken: ReadonlyArray<readonly [string, number, RegExp]> = [
		[`${fileOf(entry())}  - resource: "open\n`, 8, /^this is not YAML \(.+\)$/v],
		[`${fileOf(entry())}\tx: y\n`, 7, /^this is not YAML/v],
		['- resource: /x\n', 1, /^this is no decisions file; write "decisions:"/v],
		['decisions: yes\n', 1, /^"decisions" is not a list/v],
		['decision:\n  - resource: /x\n', 1, /^there are no decisions in this file/v],
		['just text', 1, /^this is no decisions file/v],
		[`decisions:\n${entry().repeat(60)}  - {resource\n`, 303, /^this is not YAML/v],
	];
	for (const [text, line, sentence] of broken) {
		const parsed = parseWhole(text);
		t.deepEqual([parsed.decisions, parsed.faults], [[], []], text);
		t.is(parsed.broken?.line, line, text.slice(-40));
		t.regex(parsed.broken!.text, sentence);
	}
});

test('a member beside the list and an entry that is a word are told', t => {
	t.deepEqual(faultsOf(`# yes\nversion: 1\n${fileOf(entry(), '  - nonsense\n')}`), [
		'2: "version" means nothing here; the file has one member, decisions.',
		'9: this entry has no members; it needs a resource or a tag, a check, a reason, by and until.',
	]);
});

test('nothing from the file can steer a terminal', t => {
	const hostile = String.raw`"\e]0;owned\a\e[2Jx\u202e"`;
	const {decisions, faults} = parseWhole(fileOf(entry({reason: hostile, by: hostile}), entry({until: hostile}), entry({[hostile]: 'x'}), entry({check: hostile})));
	t.is(decisions[0]!.reason, 'x');
	t.is(faults.length, 3);
	t.notRegex(JSON.stringify([decisions, faults.map(({text}) => text)]), /\\u001b|\\u202e|\\u0007/v);
});

test('lines are right in a file of 10,000 entries, which is cut for parsing and is the same as whole', t => {
	const many = Array.from({length: 10_000}, (_, index) => entry({resource: `/subscriptions/s/x-${index}`, ...((index % 1000 === 999) && {until: 'never', reason: '>-\n      a\n      - resource: no entry\n      b'})}));
	const {decisions, faults} = parseWhole(fileOf(...many));
	const lines = fileOf(...many).split('\n');
	t.is(decisions.length, 9990);
	t.true(decisions.every(({line, resource}) => lines[line - 1]!.toLowerCase() === `  - resource: ${resource!}`));
	t.is(faults.length, 10);
	t.true(faults.every(({line}) => lines[line - 1] === '    until: never'));
});

const value = fc.oneof(fc.string(), fc.string({unit: 'binary'}), fc.jsonValue().map(json => JSON.stringify(json)), fc.constantFrom('*a', '&a b', '!!js/function x', '<<: *a', '2026-01-01', '[', '"', '|', '\u{0}', '? x'));

const hostileFile = fc.oneof(
	fc.string({unit: 'binary'}),
	fc.json(),
	fc.array(fc.dictionary(fc.oneof(fc.constantFrom('resource', 'tag', 'check', 'reason', 'by', 'until', '__proto__', 'constructor'), fc.string()), value), {maxLength: 40})
		.map(entries => fileOf(...entries.map(members => entry(members)))),
	fc.anything().map(thing => `decisions: ${JSON.stringify(thing) ?? ''}`),
);

test('no file makes it throw, and every fault has a line of the file and one sentence', t => {
	t.notThrows(() => {
		fc.assert(fc.property(hostileFile, text => {
			const {decisions, faults, broken} = parseWhole(text);
			const count = text.split('\n').length;
			const told = [...faults, ...(broken ? [broken] : [])];
			return told.every(fault => fault.line >= 1 && fault.line <= count && fault.text.length > 0 && !fault.text.includes('\n'))
				&& decisions.every(({checks, until, reason, by}) => checks.length > 0 && /^\d{4}-\d\d-\d\d$/v.test(until) && reason !== '' && by !== '');
		}), {numRuns: 500});
	});
});

const names = fc.array(fc.constantFrom('a', 'b', '*', 'x-1'), {minLength: 1, maxLength: 4});

test('what is sound stays in force whatever stands beside it', t => {
	t.notThrows(() => {
		fc.assert(fc.property(fc.array(fc.constantFrom<Readonly<Record<string, string | undefined>>>({until: 'x'}, {reason: undefined}, {check: 'none-such'}, {other: '1'}), {maxLength: 60}), names, (wrong, segments) => {
			const sound = entry({resource: `/subscriptions/s/${segments.join('/')}`});
			const {decisions, faults} = parseWhole(fileOf(...wrong.map(members => entry(members)), sound));
			return decisions.length === 1 && faults.length === wrong.length;
		}), {numRuns: 100});
	});
});
