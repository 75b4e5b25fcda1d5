import type {ConfigurationFinding, PackageFinding} from '../fleet/finding-spec.js';
import {hash} from '../random.js';
import {
	days,
	isoTime,
	type DocumentContext,
	type Json,
} from './context.js';
import {findingId, findingName, subjectId} from './finding-id.js';
import {packageData} from './package-data.js';

const statusOf = ({recommendation, isUnhealthy, isExempt}: ConfigurationFinding): Json => {
	if (isExempt) {
		return {code: 'NotApplicable', cause: 'Exempt', description: `The resource is exempt: exemption "${recommendation.exemption?.name ?? 'none'}", category Waiver`};
	}

	return isUnhealthy ? {code: 'Unhealthy', cause: '', description: recommendation.description} : {code: 'Healthy'};
};

/**
Recorded documents and Resource Graph write the members of `resourceDetails` with capitals, unlike the specification.
*/
const configurationProperties = (finding: ConfigurationFinding, context: DocumentContext): Json => {
	const {recommendation, subject} = finding;
	const id = subjectId(subject);
	const [type, provider] = subject.kind === 'cluster'
		? ['microsoft.containerservice/managedclusters', 'Microsoft.ContainerService']
		: ['microsoft.containerregistry/registries', 'Microsoft.ContainerRegistry'];
	const age = hash(context.seed, `age ${id} ${recommendation.key}`);
	return {
		resourceDetails: {
			Source: 'Azure',
			Id: id,
			NativeResourceId: id,
			ResourceName: subject.spec.name,
			ResourceType: type,
			ResourceProvider: provider,
			ResourceId: id.toLowerCase(),
		},
		displayName: recommendation.title,
		status: {
			...statusOf(finding),
			// Six hours past the day: on its edge every age would become another one soon after the start.
			statusChangeDate: isoTime(context.base - days(2.25 + (age % 90))),
			firstEvaluationDate: isoTime(context.base - days(120.25 + (age % 400))),
		},
		additionalData: {},
		metadata: {
			displayName: recommendation.title,
			assessmentType: 'BuiltIn',
			description: recommendation.description,
			remediationDescription: recommendation.remediation,
			categories: ['Container'],
			severity: recommendation.severity,
			userImpact: 'Moderate',
			implementationEffort: 'Low',
			threats: ['MaliciousInsider', 'DataExfiltration'],
			...(recommendation.tactics.length > 0 && {tactics: recommendation.tactics}),
		},
	};
};

/**
An assessment's members without its id: what Resource Graph and Resource Manager have in common
(Microsoft.Security/assessments 2025-05-04; `links.azurePortal` has no scheme in recorded answers).
*/
export const assessmentProperties = (finding: ConfigurationFinding | PackageFinding, context: DocumentContext): Json => ({
	...(finding.kind === 'configuration' ? configurationProperties(finding, context) : packageData(finding, context)),
	links: {
		azurePortal: `portal.azure.com/#blade/Microsoft_Azure_Security/RecommendationsBlade/assessmentKey/${findingName(context.seed, finding)}`,
	},
});

/**
The assessment as `assessments.get` sends it.
*/
export const assessmentDocument = (finding: ConfigurationFinding | PackageFinding, context: DocumentContext): Json => ({
	id: findingId(context.seed, finding),
	name: findingName(context.seed, finding),
	type: 'Microsoft.Security/assessments',
	properties: assessmentProperties(finding, context),
});
