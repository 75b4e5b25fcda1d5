import test from 'ava';
import {findingsPane} from '../../../views/panes/findings.js';
import {findings, snapshotOf} from '../../support/models.js';

const totals = (total: number) => ({
	bySeverity: {
		critical: 0, high: total, medium: 0, low: 0, info: 0,
	}, total,
});

test('a count that is older than the rows never says fewer than are shown', t => {
	const shown = (total: number | undefined) => findingsPane.total!(snapshotOf({findings, findingTotals: total === undefined ? undefined : totals(total)}));
	t.is(shown(1), findings.length);
	t.is(shown(1000), 1000);
	t.is(shown(undefined), undefined);
});
