import type {Finding} from '../../model/finding.js';
import {valueOf, type Fact} from '../../model/known.js';
import {sanitize, sanitizeText} from '../../terminal/sanitize.js';
import type {Branch} from './branch.js';
import {
	portalUrlOf,
	proseOf,
	resourceOf,
	severityOf,
	wordsOf,
} from './finding-parts.js';
import {imageName, vulnerablePackage} from './image-finding.js';
import {intern} from './intern.js';
import {readResource} from './resource.js';

const statuses: ReadonlyMap<string, Finding['status']> = new Map([
	['unhealthy', 'unhealthy'], ['healthy', 'healthy'], ['notapplicable', 'not-applicable'],
] as const);

/**
The id that an assessment extends stands before its provider.
*/
const extendedId = (id: string): string => {
	const index = id.toLowerCase().lastIndexOf('/providers/microsoft.security/');
	return index === -1 ? '' : id.slice(0, index);
};

/**
What an assessment speaks of. `Id` may be a bare name (images), so only what looks like a resource id counts.
*/
const touched = (properties: Branch, id: string): Pick<Finding, 'resourceKey' | 'resourceName' | 'resourceType'> => {
	const details = properties.child('resourceDetails');
	const candidates = [details.raw('resourceId'), details.raw('nativeResourceId'), details.raw('id')];
	const sent = candidates.find((candidate): candidate is string => typeof candidate === 'string' && candidate.startsWith('/'));
	const resource = resourceOf(sent ?? extendedId(id));
	const name = imageName(properties) ?? valueOf(details.text('resourceName')) ?? '';
	const type = (valueOf(details.word('resourceType')) ?? '').toLowerCase();
	const ownType = type.slice(type.lastIndexOf('/') + 1).replace(/^\./v, '');
	return {
		resourceKey: resource.resourceKey,
		resourceName: name === '' ? resource.resourceName : sanitize(name),
		resourceType: ownType === '' ? resource.resourceType : intern(ownType),
	};
};

const describe = (properties: Branch, metadata: Branch): Fact<string | undefined> => {
	const prose = proseOf(metadata, 'description');
	const vulnerable = vulnerablePackage(properties);
	return vulnerable === undefined || (typeof prose !== 'string' && prose !== undefined)
		? prose
		: sanitizeText(`${prose ?? ''}\n${vulnerable}`.trim());
};

const individualCategories: ReadonlySet<string> = new Set(['softwareupdate', 'serviceupgrade']);

/**
Source: defender-docs, transition from grouped to individual recommendations: these have a category of their own.
*/
const isIndividual = (metadata: Branch): boolean =>
	individualCategories.has((valueOf(metadata.word('recommendationCategory')) ?? '').toLowerCase());

/**
Maps an assessment: a recommendation that a resource meets or not. Its metadata may be missing; the severity is then
the status's (as it was for sub-assessments), or unknown. Source: Microsoft.Security assessments 2025-05-04.
*/
export const readAssessment = (root: Branch): Finding | undefined => {
	const resource = readResource(root);
	if (resource === undefined) {
		return undefined;
	}

	const properties = root.required('properties');
	const metadata = properties.child('metadata');
	const status = properties.child('status');
	const links = properties.child('links');
	const title = valueOf(properties.text('displayName')) ?? valueOf(metadata.text('displayName')) ?? resource.name;
	return {
		kind: 'finding',
		...resource,
		name: title,
		source: 'assessment',
		title,
		assessmentKey: intern(resource.name.toLowerCase()),
		...severityOf(metadata.word('severity'), status.word('severity')),
		status: statuses.get((valueOf(status.word('code')) ?? '').toLowerCase()) ?? 'unknown',
		cause: status.word('cause'),
		statusText: status.text('description'),
		...(isIndividual(metadata) && {isIndividual: true}),
		...touched(properties, resource.id),
		description: describe(properties, metadata),
		remediation: proseOf(metadata, 'remediationDescription'),
		since: status.text('statusChangeDate'),
		firstEvaluated: status.text('firstEvaluationDate'),
		portalUrl: portalUrlOf(links.text('azurePortal', 4096) ?? links.text('azurePortalUri', 4096)),
		tactics: [...wordsOf(metadata, 'tactics'), ...wordsOf(metadata, 'techniques')],
	};
};
