import test from 'ava';
import {checkDecisions} from '../../source/decisions/check-text.js';
import {entry, fileOf, parseWhole} from '../support/decisions.js';

const today = '2026-12-01';

const check = (text: string) => checkDecisions(parseWhole(text), 'risks.yaml', today);

const notChecked = 'Not checked without a fleet: whether each entry matches a resource, and exemptions of Azure.';

test('a file in which nothing is to be mended: how many entries stand, and which end within 14 days', t => {
	const {text, isFaulty} = check(fileOf(entry({until: '2027-03-01'}), entry({tag: 'env=dev', until: '2026-12-05'}), entry({tag: 'env=lab', until: '2026-12-15'}), entry({tag: 'env=test', until: '2026-12-16'})));
	t.false(isFaulty);
	const lines = text.split('\n');
	t.is(lines[0], 'risks.yaml: 4 entries stand, 2 of them end within 14 days:');
	t.regex(lines[1]!, /^ {2}line 7: the decision about aks-local-accounts-enabled on \S+ with tag env=dev ends in 4 d, on 2026-12-05\.$/v);
	t.regex(lines[2]!, /^ {2}line 13: .+ ends in 14 d, on 2026-12-15\.$/v);
	t.deepEqual(lines.slice(3), [notChecked, '']);
});

test('nothing decided is nothing wrong', t => {
	t.deepEqual(check('decisions: []\n'), {text: `risks.yaml: 0 entries stand.\n${notChecked}\n`, isFaulty: false});
});

test('faults and expired entries stand in the order of the file, and count', t => {
	const {text, isFaulty} = check(fileOf(entry({until: '2026-11-30'}), entry({check: 'aks-nothing-of-it', tag: 'a=b'}), entry({tag: 'env=dev', until: today})));
	t.true(isFaulty);
	const lines = text.split('\n');
	t.regex(lines[0]!, /^risks\.yaml:2: the decision about aks-local-accounts-enabled on \S+ expired on 2026-11-30; its failures count again\.$/v);
	t.regex(lines[1]!, /^risks\.yaml:8: check: there is no check "aks-nothing-of-it"\./v);
	t.is(lines[2], 'risks.yaml: 2 faults; 1 entry stands, 1 of them ends within 14 days:');
	t.regex(lines[3]!, /^ {2}line 13: .+ ends today, on 2026-12-01\.$/v);
});

test('a file that is not YAML is one sentence with its line', t => {
	const {text, isFaulty} = check(`${fileOf(entry())}  - resource: "open\n`);
	t.true(isFaulty);
	t.regex(text, /^risks\.yaml:8: this is not YAML \(.+\)\.\nNothing of this file counts\.\n$/v);
});
