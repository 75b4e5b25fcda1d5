import type {AlertFinding} from '../fleet/finding-spec.js';
import {isoTime, type DocumentContext, type Json} from './context.js';
import {findingId, findingName, subjectId} from './finding-id.js';

/**
The alert's properties as Resource Manager sends them (Microsoft.Security/alerts 2022-01-01); entities point to each other by `$id` and `$ref`.
*/
export const alertProperties = (finding: AlertFinding, context: DocumentContext): Json => {
	const {alert, subject} = finding;
	const name = findingName(context.seed, finding);
	const id = subjectId(subject);
	const {subscription, resourceGroup, region} = subject.spec;
	const time = isoTime(context.base - (finding.minutesAgo * 60_000));
	return {
		version: '2022-01-01',
		alertType: alert.type,
		systemAlertId: name,
		productComponentName: 'Containers',
		alertDisplayName: alert.title,
		description: alert.description,
		severity: alert.severity,
		intent: alert.intent,
		startTimeUtc: time,
		endTimeUtc: time,
		resourceIdentifiers: [{azureResourceId: id, type: 'AzureResource'}, {aadTenantId: context.tenantId, type: 'AAD'}],
		remediationSteps: alert.steps,
		vendorName: 'Microsoft',
		status: finding.status,
		extendedLinks: [],
		alertUri: `https://portal.azure.com/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade/alertId/${name}/subscriptionId/${subscription.id}/resourceGroup/${resourceGroup}/referencedFrom/alertDeepLink/location/${region}`,
		timeGeneratedUtc: time,
		productName: 'Microsoft Defender for Cloud',
		processingEndTimeUtc: time,
		entities: [
			{$id: 'entity-1', cloudResource: {$id: 'entity-2', resourceId: id, type: 'azure-resource'}, type: 'K8s-cluster'},
			{
				$id: 'entity-3', name: alert.extended.Namespace ?? 'default', cluster: {$ref: 'entity-1'}, type: 'K8s-namespace',
			},
			{$ref: 'entity-2'},
		],
		isIncident: false,
		correlationKey: null,
		extendedProperties: {...alert.extended, resourceType: 'Kubernetes Service'},
		compromisedEntity: subject.spec.name,
		techniques: alert.techniques,
		subTechniques: [],
	};
};

/**
Resource Graph writes the same members with a capital (recorded rows of `securityresources`).
*/
export const capitalised = (properties: Json): Json =>
	Object.fromEntries(Object.entries(properties).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]));

/**
The alert as `alerts.getResourceGroupLevel` sends it.
*/
export const alertDocument = (finding: AlertFinding, context: DocumentContext): Json => ({
	id: findingId(context.seed, finding),
	name: findingName(context.seed, finding),
	type: 'Microsoft.Security/Locations/alerts',
	properties: alertProperties(finding, context),
});
