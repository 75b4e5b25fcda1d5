import type {FindingSpec, PackageFinding, Subject} from '../fleet/finding-spec.js';
import {guidOf} from '../random.js';
import {clusterId, registryId} from './ids.js';

export const subjectId = (subject: Subject): string => (subject.kind === 'cluster' ? clusterId(subject.spec) : registryId(subject.spec));

/**
Individual recommendations get a GUID of their own; its head is the number, so that ids sort as numbers do.
*/
export const packageKey = (seed: number, {subject, number}: PackageFinding): string =>
	guidOf(seed, `package ${subject.spec.name} ${number}`, 0x20_00_00_00 + (number * 0x11_3F));

/**
The last segment of the finding's id.
*/
export const findingName = (seed: number, finding: FindingSpec): string => {
	switch (finding.kind) {
		case 'configuration': {
			return finding.recommendation.key;
		}

		case 'package': {
			return packageKey(seed, finding);
		}

		case 'alert': {
			const {subject, alert, number} = finding;
			const guid = guidOf(seed, `alert ${subject.spec.name} ${alert.type} ${number}`);
			return `2517${String(900_000_000_000_000 + Math.round(finding.minutesAgo * 600_000_000)).slice(0, 15)}_${guid}`;
		}
	}
};

/**
The finding's id: an assessment lies below its resource, an alert below the resource group's region.
*/
export const findingId = (seed: number, finding: FindingSpec): string => {
	const name = findingName(seed, finding);
	const {spec} = finding.subject;
	return finding.kind === 'alert'
		? `/subscriptions/${spec.subscription.id}/resourceGroups/${spec.resourceGroup}/providers/Microsoft.Security/locations/${spec.region}/alerts/${name}`
		: `${subjectId(finding.subject)}/providers/Microsoft.Security/assessments/${name}`;
};
