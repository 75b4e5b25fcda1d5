import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Finding} from '../../source/model/finding.js';
import {isUnknown} from '../../source/model/known.js';
import type {Resource} from '../../source/model/resource.js';
import {isCounted} from '../../source/posture/defender/defender-view.js';
import {isFindingOpen} from '../columns/finding-open.js';
import {findingColumns} from '../columns/findings.js';
import type {Tab, TabContext} from './tab.js';

const isOn = (finding: Finding, key: string): boolean => finding.resourceKey === key || finding.resourceKey.startsWith(`${key}/`);

/**
What is healthy is no finding; it only tells whether Defender agrees with a check.
*/
const isShown = ({status}: Finding): boolean => status !== 'healthy' && status !== 'resolved';

const fromSnapshot = ({findings}: Snapshot, key: string): readonly Finding[] => findings.filter(finding => isOn(finding, key));

/**
What was asked for this resource where that is there, else what the fleet's findings say of it.
*/
const findingsOf = ({detail, snapshot, resource}: TabContext<Resource>): readonly Finding[] =>
	detail.findings === undefined || isUnknown(detail.findings) ? fromSnapshot(snapshot, resource.key) : detail.findings.filter(finding => isShown(finding));

const whyEmpty = ({detail, snapshot}: TabContext<Resource>): string => {
	if (detail.findings === undefined) {
		return 'Findings of this resource are being read from Defender for Cloud.';
	}

	if (isUnknown(detail.findings)) {
		return `Findings are unknown: ${detail.findings.reason}`;
	}

	const {error} = snapshot.sources.findings;
	return error === undefined
		? 'Defender for Cloud has no finding on this resource. It looks only where a Defender plan is on.'
		: `Defender for Cloud has no finding on this resource; the fleet's findings could not be read: ${error.reason}`;
};

/**
What Defender for Cloud says of a resource and of what lies below it.
*/
export const findingsTab = <R extends Resource>(): Tab<R> => ({
	id: 'findings',
	title: 'Findings',
	type: 'table',
	// Before the answer is there, a number would be a guess.
	count: context => (context.detail.findings === undefined || isUnknown(context.detail.findings) ? undefined : context.detail.findings.filter(finding => isFindingOpen(finding) && isCounted(context.snapshot.defender, finding)).length),
	rows: findingsOf,
	columns: findingColumns,
	empty: whyEmpty,
});
