type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
A member in any casing, as Defender's documents differ by way.
*/
const member = (value: unknown, name: string): unknown =>
	(isMembers(value) ? Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1] : undefined);

const lower = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');

const isContainerResource = (text: string): boolean =>
	text.includes('/microsoft.containerservice/managedclusters/') || text.includes('/microsoft.containerregistry/registries/');

const imageTypes = new Set(['.containerimage', 'containerimage', 'k8s-container']);

const statusOf = (document: unknown, name: 'cause' | 'code'): string => {
	const status = member(member(document, 'properties'), 'status');
	return lower(member(status, name));
};

const assessmentTypeOf = (document: unknown): string => {
	const metadata = member(member(document, 'properties'), 'metadata');
	return lower(member(metadata, 'assessmenttype'));
};

const isOfContainers = (document: unknown): boolean => {
	const id = lower(member(document, 'id'));
	const properties = member(document, 'properties');
	const categories = member(member(properties, 'metadata'), 'categories');
	const resourceType = member(member(properties, 'resourcedetails'), 'resourcetype');
	return isContainerResource(id)
		|| imageTypes.has(lower(resourceType))
		|| (Array.isArray(categories) && categories.some(category => lower(category) === 'container'));
};

const isOpenAlert = (properties: unknown): boolean =>
	['active', 'inprogress'].includes(lower(member(properties, 'status')))
	&& (lower(member(properties, 'productcomponentname')) === 'containers'
		|| isContainerResource((JSON.stringify(member(properties, 'resourceidentifiers')) ?? '').toLowerCase()));

const isAssessment = (document: unknown): boolean => !lower(member(document, 'id')).includes('/alerts/');

/**
Whether an assessment or alert from a list call is one that `queries.findings` gives: of containers, and open.
*/
export const isOpenFinding = (document: unknown): boolean => isAssessment(document)
	? statusOf(document, 'code') === 'unhealthy' && isOfContainers(document)
	: isOpenAlert(member(document, 'properties'));

/**
Whether an assessment from a list call is one that `queries.exemptFindings` gives: of containers, and exempted.
*/
export const isExemptFinding = (document: unknown): boolean =>
	isAssessment(document) && statusOf(document, 'code') === 'notapplicable' && statusOf(document, 'cause') === 'exempt' && isOfContainers(document);

/**
Whether a document from a list call is one that `queries.findingsOf` gives besides what is open: exempted, or a built-in
recommendation that is met.
*/
export const isSettledFinding = (document: unknown): boolean => isExemptFinding(document) || (
	isAssessment(document)
	&& statusOf(document, 'code') === 'healthy'
	&& assessmentTypeOf(document) === 'builtin'
	&& isOfContainers(document)
);
