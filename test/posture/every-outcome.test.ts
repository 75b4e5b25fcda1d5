import test from 'ava';
import {checks} from '../../source/posture/checks/index.js';
import type {Outcome} from '../../source/posture/check.js';
import {impossibleOutcomes, outcomeTable} from './outcome-table.js';

const statuses: ReadonlyArray<Outcome['status']> = ['pass', 'fail', 'unknown', 'not-applicable'];

for (const {id} of checks) {
	test(`${id}: each outcome is shown by a document, or said to be impossible`, t => {
		const rows = outcomeTable.filter(({checkId}) => checkId === id);
		const impossible = impossibleOutcomes[id] ?? {};
		for (const status of statuses) {
			const isShown = rows.some(row => row.status === status);
			const reason = impossible[status];
			t.true(isShown || reason !== undefined, `nothing shows ${status}, and nothing says why not`);
			t.false(isShown && reason !== undefined, `${status} is shown, yet said to be impossible`);
		}

		for (const {status, document, outcome} of rows) {
			const found = outcome();
			t.is(found.status, status, `${document}: ${JSON.stringify(found)}`);
			t.true(found.status === 'unknown' ? found.reason.length > 10 : true, document);
			t.true(found.status === 'fail' ? found.evidence.length > 0 : true, document);
		}
	});
}

test('the table speaks of checks that are there', t => {
	const ids = new Set(checks.map(({id}) => id));
	t.deepEqual([...outcomeTable.map(({checkId}) => checkId), ...Object.keys(impossibleOutcomes)].filter(id => !ids.has(id)), []);
});
