import {hexOf} from '../random.js';
import {
	days,
	isoTime,
	type DocumentContext,
	type Json,
} from './context.js';

/**
One exemption of one resource from one definition of the company's initiative.
*/
export type ExemptionSpec = {
	readonly name: string;
	/**
	Id of the resource, and of what the exemption was made for: the resource or its group.
	*/
	readonly resourceId: string;
	readonly scope: string;
	readonly resourceType: string;
	readonly region: string;
	/**
	The definition's GUID, and how the initiative refers to it.
	*/
	readonly definition: string;
	readonly referenceId: string;
	readonly category: 'Waiver' | 'Mitigated';
	readonly title: string;
	readonly description: string;
	readonly by: string;
	/**
	Days after the demo began; less than 0: it is over.
	*/
	readonly endsIn: number;
};

/**
The initiative is assigned where all subscriptions lie below.
*/
const assignmentId = ({tenantId}: DocumentContext): string =>
	`/providers/Microsoft.Management/managementGroups/${tenantId}/providers/Microsoft.Authorization/policyAssignments/vlm-baseline`;

/**
An exemption (Microsoft.Authorization/policyExemptions 2022-07-01-preview).
*/
export const exemptionDocument = (spec: ExemptionSpec, context: DocumentContext): Json => {
	const created = isoTime(context.base - days(75));
	return {
		id: `${spec.scope}/providers/Microsoft.Authorization/policyExemptions/${spec.name}`,
		name: spec.name,
		type: 'Microsoft.Authorization/policyExemptions',
		properties: {
			policyAssignmentId: assignmentId(context),
			policyDefinitionReferenceIds: [spec.referenceId],
			exemptionCategory: spec.category,
			displayName: spec.title,
			description: spec.description,
			expiresOn: isoTime(context.base + days(spec.endsIn)),
			assignmentScopeValidation: 'Default',
			systemData: {
				createdBy: spec.by, createdByType: 'User', createdAt: created, lastModifiedBy: spec.by, lastModifiedByType: 'User', lastModifiedAt: created,
			},
		},
	};
};

/**
What Azure Policy found when it looked at the resource last (Microsoft.PolicyInsights/policyStates 2024-10-01).
*/
export const exemptStateDocument = (spec: ExemptionSpec, context: DocumentContext): Json => {
	const parts = spec.resourceId.split('/', 5);
	return {
		id: `${spec.resourceId}/providers/Microsoft.PolicyInsights/policyStates/${hexOf(context.seed, `state ${spec.name}`, 40)}`,
		name: hexOf(context.seed, `state ${spec.name}`, 40),
		type: 'Microsoft.PolicyInsights/policyStates',
		properties: {
			timestamp: isoTime(context.base - days(0.4)),
			resourceId: spec.resourceId.toLowerCase(),
			policyAssignmentId: assignmentId(context).toLowerCase(),
			policyDefinitionId: `/providers/microsoft.authorization/policydefinitions/${spec.definition}`,
			policyDefinitionName: spec.definition,
			policyDefinitionReferenceId: spec.referenceId.toLowerCase(),
			policyDefinitionAction: 'audit',
			policyAssignmentName: 'vlm-baseline',
			policyAssignmentScope: `/providers/Microsoft.Management/managementGroups/${context.tenantId}`,
			policySetDefinitionName: 'vlm-baseline',
			resourceType: spec.resourceType,
			resourceLocation: spec.region,
			resourceGroup: parts[4]?.toLowerCase(),
			subscriptionId: parts[2],
			complianceState: 'Exempt',
			isDeleted: false,
		},
	};
};
