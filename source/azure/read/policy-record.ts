import {valueOf} from '../../model/known.js';
import type {ExemptState, PolicyExemption, PolicyRecord} from '../../model/policy-exemption.js';
import {sanitize} from '../../terminal/sanitize.js';
import {Branch} from './branch.js';
import {intern} from './intern.js';
import {lowerFact} from './lower-text.js';
import {lastSegment, readResource, segment} from './resource.js';
import {timeOf} from './time.js';

const longestId = 2048;

const ownType = '/providers/microsoft.authorization/policyexemptions/';

const isGuid = (text: string): boolean => /^[\d\-a-f]{36}$/iv.test(text);

/**
An application's name here is its object id, which tells nobody anything.
*/
const nameOf = (systemData: Branch): string | undefined => {
	const by = valueOf(systemData.text('createdBy', 256))?.trim() ?? '';
	return by === '' || isGuid(by) ? undefined : by;
};

const readExemption = (root: Branch): PolicyExemption | undefined => {
	const resource = readResource(root);
	const end = resource?.key.lastIndexOf(ownType) ?? -1;
	// Without a scope nobody can tell what it is about.
	if (!resource || end <= 0) {
		return undefined;
	}

	const {id, key, name, subscriptionId, resourceGroup} = resource;
	const properties = root.required('properties');
	return {
		kind: 'exemption',
		id,
		key,
		name,
		subscriptionId,
		resourceGroup,
		scope: key.slice(0, end),
		assignmentId: lowerFact(properties.text('policyAssignmentId', longestId)),
		referenceIds: properties.texts('policyDefinitionReferenceIds', element => (typeof element === 'string' ? sanitize(element).toLowerCase() : undefined)),
		category: properties.text('exemptionCategory', 60),
		expiresAt: timeOf(properties, 'expiresOn'),
		displayName: properties.text('displayName'),
		description: properties.text('description'),
		createdBy: nameOf(root.child('systemData')) ?? nameOf(properties.child('systemData')),
	};
};

const wordOf = (branch: Branch, name: string): string => {
	const value = branch.raw(name);
	return typeof value === 'string' ? intern(sanitize(value, longestId).toLowerCase()) : '';
};

const readState = (root: Branch): ExemptState | undefined => {
	const key = wordOf(root, 'id');
	const properties = root.required('properties');
	const resourceKey = wordOf(properties, 'resourceId');
	const definition = lastSegment(wordOf(properties, 'policyDefinitionId'));
	// Only the word itself accepts anything: what is left out, or new, does not.
	if (key === '' || resourceKey === '' || definition === '' || wordOf(properties, 'complianceState') !== 'exempt') {
		return undefined;
	}

	return {
		kind: 'state',
		key,
		resourceKey,
		subscriptionId: intern(segment(resourceKey, 'subscriptions') ?? ''),
		definition,
		assignmentId: wordOf(properties, 'policyAssignmentId'),
		referenceId: lowerFact(properties.text('policyDefinitionReferenceId')),
	};
};

/**
Maps an exemption, or a policy state that is exempt, as Resource Graph sends it. Never throws; gives nothing for a document of
another type, one without a usable id, and a state that does not say `Exempt` of a definition on a resource.
Source: Microsoft.Authorization policyExemptions 2022-07-01-preview, Microsoft.PolicyInsights policyStates 2024-10-01.
*/
export const readPolicyRecord = (document: unknown): PolicyRecord | undefined => {
	const root = Branch.of(document);
	switch (wordOf(root, 'type')) {
		case 'microsoft.authorization/policyexemptions': {
			return readExemption(root);
		}

		case 'microsoft.policyinsights/policystates': {
			return readState(root);
		}

		default: {
			return undefined;
		}
	}
};
