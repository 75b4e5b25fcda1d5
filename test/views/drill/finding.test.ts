import test from 'ava';
import {unknown} from '../../../source/model/known.js';
import type {Finding} from '../../../source/model/finding.js';
import {emptyDefenderView, type FindingPlace, type FindingRelation} from '../../../source/posture/defender/defender-view.js';
import type {Standing} from '../../../source/posture/standing.js';
import {checksTab} from '../../../views/drill/checks/checks-tab.js';
import {findingsTab} from '../../../views/drill/findings-tab.js';
import {overview} from '../../../views/drill/finding/overview.js';
import {plainTexts} from '../../support/cells.js';
import {judgedSnapshotOf} from '../../support/judged.js';
import {
	findings,
	noDetail,
	now,
	snapshotOf,
	weakCluster,
} from '../../support/models.js';
import {colours} from '../../support/theme.js';

const sensor = '56a83a6e-c417-42ec-b567-1e6fcb3d09a9';
const ofSensor = (status: Finding['status']): Finding => ({
	...findings.find(finding => finding.assessmentKey === sensor && finding.status === status)!,
	resourceKey: weakCluster.key,
});
const unhealthy = ofSensor('unhealthy');

const common = {
	theme: colours, width: 200, now, portal: 'https://portal.azure.com',
};

const sheet = (finding: Finding, place: FindingPlace, standing?: Standing): string => {
	const relation: FindingRelation = {
		place, verdict: standing === undefined ? undefined : {resourceKey: finding.resourceKey, checkId: 'aks-defender-sensor-missing', standing},
	};
	const snapshot = snapshotOf({defender: {...emptyDefenderView, relations: new Map([[finding.key, relation]])}});
	const tab = overview as Extract<typeof overview, {type: 'lines'}>;
	return plainTexts(tab.lines({
		...common, width: 140, resource: finding, snapshot, detail: noDetail,
	})).join('\n');
};

test('a finding tells when Defender is known to have looked, and no more than that', t => {
	t.regex(sheet(unhealthy, 'own'), /Last evaluated +2026-08-14 06:12 UTC \(102 d\) or later, with the same result/v);
	t.regex(sheet({...unhealthy, since: undefined, firstEvaluated: undefined}, 'own'), /Last evaluated +not reported/v);
	t.regex(sheet({...unhealthy, since: unknown('malformed', 'no text'), firstEvaluated: '2026-03-02T06:10:12Z'}, 'own'), /Last evaluated +2026-03-02 06:10 UTC/v);
	t.notRegex(sheet(findings.find(({source}) => source === 'alert')!, 'own'), /Last evaluated/v);
});

test('a finding tells which check says the same, and where it counts', t => {
	t.regex(sheet(unhealthy, 'check', 'fail'), /\(aks-defender-sensor-missing\)[\s\S]*agrees: one line with two sources, counted once[\s\S]*Counts +once, with the check/v);
	t.regex(sheet(unhealthy, 'fixed', 'pass'), /fixed in Azure, Defender looks again within 24 h/v);
	t.regex(sheet(unhealthy, 'own', 'pass'), /disagrees: Azure reads what the check asks for[\s\S]*Counts +once, by itself/v);
	t.regex(sheet(unhealthy, 'own', 'unknown'), /could not be judged: only Defender says so/v);
	t.regex(sheet({...unhealthy, resourceKey: `${weakCluster.key}-deleted`}, 'gone'), /no check says the same[\s\S]*nowhere: its resource is gone[\s\S]*gone: it is in Azure no more/v);
	t.regex(sheet(ofSensor('healthy'), 'closed', 'fail'), /disagrees: Defender calls it healthy, Azure reads a failure now/v);
	t.regex(sheet(findings.find(({cause}) => cause === 'Exempt')!, 'exempt'), /nowhere: The resource is exempt: exemption "acr-cmk-waiver", category Waiver/v);
});

const explanation = (own: readonly Finding[], ofFleet: readonly Finding[]): string => {
	const tab = checksTab<typeof weakCluster>();
	const items = (tab as Extract<typeof tab, {type: 'pick'}>).items({
		...common, resource: weakCluster, snapshot: judgedSnapshotOf({findings: ofFleet}), detail: {...noDetail, findings: own},
	});
	return plainTexts(items.find(({key}) => key === 'aks-defender-sensor-missing')!.explanation).join('\n');
};

test('a verdict tells what Defender says of the same, from the fleet or from what was read of this resource', t => {
	t.regex(explanation([], [unhealthy]), /Defender\n.*: unhealthy\n +the check (?:agrees|could not be judged|does not apply).*\n +last evaluated 2026-08-14 06:12 UTC or later/v);
	t.regex(explanation([ofSensor('healthy')], []), /: healthy\n/v);
	t.notRegex(explanation([], []), /last evaluated/v);
	t.notRegex(explanation([{...ofSensor('healthy'), resourceKey: `${weakCluster.key}x`}], []), /last evaluated/v);
});

test('the tab of findings lists and counts no recommendation that is met', t => {
	const tab = findingsTab<typeof weakCluster>();
	const context = {
		...common, resource: weakCluster, snapshot: snapshotOf(), detail: {...noDetail, findings: [unhealthy, ofSensor('healthy')]},
	};
	t.deepEqual((tab as Extract<typeof tab, {type: 'table'}>).rows(context), [unhealthy]);
	t.is(tab.count!(context), 1);
});
