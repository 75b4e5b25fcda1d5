import test from 'ava';
import {readVulnerabilities} from '../../../source/azure/read/vulnerabilities.js';
import type {ResourceDetail} from '../../../source/fleet/store.js';
import {unknown} from '../../../source/model/known.js';
import type {Vulnerability} from '../../../source/model/vulnerability.js';
import {vulnerabilityColumns} from '../../../views/columns/vulnerabilities.js';
import {vulnerabilities} from '../../../views/drill/finding/vulnerabilities.js';
import type {Tab} from '../../../views/drill/tab.js';
import {
	documentOf,
	findings,
	noDetail,
	now,
	snapshotOf,
} from '../../support/models.js';
import {colours} from '../../support/theme.js';
import type {Finding} from '../../../source/model/finding.js';

const tab = vulnerabilities as Extract<Tab<Finding>, {type: 'table'}>;

const contextOf = (detail: Partial<ResourceDetail>, source: Finding['source'] = 'assessment') => ({
	resource: findings.find(finding => finding.source === source)!, snapshot: snapshotOf(), detail: {...noDetail, ...detail}, theme: colours, width: 100, now, portal: 'https://portal.azure.com',
});

const read = async () => readVulnerabilities(documentOf('security/assessment-container-image-individual-composed'), new AbortController().signal);

const cellsOf = (row: Vulnerability): readonly string[] => vulnerabilityColumns.map(({cell}) => cell(row, {snapshot: snapshotOf(), now}).text);

test('each CVE is a row with all that its document tells', async t => {
	const context = contextOf({document: {}, vulnerabilities: await read()});
	const [known, unfixed] = tab.rows(context) as readonly Vulnerability[];
	t.is(tab.count!(context), 2);
	t.deepEqual(cellsOf(known!), ['C', 'CVE-2024-45491', '9.8', 'libexpat1', '2.4.7-1ubuntu0.2', '2.4.7-1ubuntu0.4', 'public', '816 d']);
	t.deepEqual(cellsOf(unfixed!), ['?', 'CVE-2024-45490', '-', 'libexpat1', '2.4.7-1ubuntu0.2', 'no fix yet', 'none known', '816 d']);
});

test('the worse of two of one severity stands first, and one of unknown severity last', async t => {
	const context = contextOf({document: {}, vulnerabilities: await read()});
	const [row] = tab.rows(context) as readonly Vulnerability[];
	const {sortBy} = vulnerabilityColumns[0]!;
	const weight = (members: Partial<Vulnerability>) => sortBy!({...row!, ...members}, {snapshot: snapshotOf(), now});
	const [critical, high, unscored, info] = [weight({severity: 'critical', score: 9}), weight({severity: 'high', score: 9.9}), weight({severity: 'high', score: undefined}), weight({severity: 'info', score: 10})] as [number, number, number, number];
	t.true(critical > high && high > unscored && unscored > info);
	t.is(weight({severity: undefined}), undefined);
});

test('without a row it says why: still read, no package, not readable', t => {
	const whyEmpty = (detail: Partial<ResourceDetail>, source?: Finding['source']): string => {
		const context = contextOf(detail, source);
		t.deepEqual(tab.rows(context), []);
		return tab.empty(context);
	};

	const denied = unknown('denied', 'grant Reader.');
	t.regex(whyEmpty({}), /is being read/v);
	t.regex(whyEmpty({document: {}}), /not about a vulnerable package/v);
	t.regex(whyEmpty({document: {}}, 'alert'), /An alert is about what happened/v);
	t.is(whyEmpty({vulnerabilities: denied}), 'CVEs are unknown: grant Reader.');
	t.regex(whyEmpty({document: {}, vulnerabilities: {items: [], total: 0}}), /lists no CVE/v);
	const unread = contextOf({});
	t.is(tab.count!(unread), undefined);
});
