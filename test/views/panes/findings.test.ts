import test from 'ava';
import {findingsPane} from '../../../views/panes/findings.js';
import {judgedSnapshotOf} from '../../support/judged.js';
import {findings, snapshotOf, weakCluster} from '../../support/models.js';

const totals = (total: number) => ({
	bySeverity: {
		critical: 0, high: total, medium: 0, low: 0, info: 0,
	}, total,
});

const unhealthy = findings.filter(({status, severity}) => status === 'unhealthy' && severity === 'high');
const here = unhealthy.map(finding => ({...finding, resourceKey: weakCluster.key}));

const shown = (rows: typeof findings, total: number | undefined) => findingsPane.total!(judgedSnapshotOf({findings: rows, findingTotals: total === undefined ? undefined : totals(total)}));

test('a count that is older than the rows never says fewer than are open', t => {
	t.true(here.length > 0);
	t.is(shown(here, 1), Math.max(1, here.length));
	t.is(shown(here, 1000), 1000);
	t.is(shown(here, undefined), here.length);
	t.is(findingsPane.total!(snapshotOf({findings, findingTotals: undefined})), undefined, 'nothing is merged yet');
});

test('what is gone, exempt or healthy is in no count', t => {
	const gone = here.map(finding => ({...finding, key: `${finding.key}x`, resourceKey: `${weakCluster.key}-deleted`}));
	const settled = findings.filter(({status}) => status === 'healthy' || status === 'not-applicable');
	t.is(shown([...here, ...gone, ...settled], 1000), 1000 - gone.length, 'Azure still counts what is gone, and nothing that is settled');
	t.is(shown([...here, ...gone, ...settled], undefined), here.length);
});
