import test from 'ava';
import type {ExemptionRow} from '../../../source/decisions/exemption-rows.js';
import {groupIdOf} from '../../../source/posture/worklist/groups.js';
import {entryColumns} from '../../../views/worklist/columns.js';
import {decisionEntries} from '../../../views/worklist/decision-entries.js';
import {exemptionEntries} from '../../../views/worklist/exemption-entries.js';
import {now, snapshotOf} from '../../support/models.js';

const rows: readonly ExemptionRow[] = [{
	key: '/x/policyexemptions/one', id: '/X/policyExemptions/One', name: 'One', subscriptionId: 's', resourceGroup: 'rg', text: 'it ends in 3 d.', severity: 'medium',
}];

const decisions = decisionEntries([{
	key: 'decision:1', line: 1, entry: undefined, text: 'it ends in 3 d.', severity: 'medium', isFault: false,
}]);

test('an exemption that ends is told apart from a decision that does, and ranks alike', t => {
	const [entry] = exemptionEntries(rows);
	const [decision] = decisions;
	const textIn = (id: string): string => entryColumns.find(column => column.id === id)!.cell(entry!, {snapshot: snapshotOf(), now}).text;
	t.is(textIn('kind'), 'exemption');
	t.is(textIn('source'), 'Azure');
	t.is(textIn('proof'), 'it ends in 3 d.');
	t.is(entry!.rank, decision!.rank);
	t.is(entry!.id, '/X/policyExemptions/One');
	t.is(entry!.resource, undefined, 'nothing opens from what Azure keeps');
	t.not(groupIdOf(entry!, 'check'), groupIdOf(decision!, 'check'));
});

test('the same rows give the same lines', t => {
	t.is(exemptionEntries(rows), exemptionEntries(rows));
});
