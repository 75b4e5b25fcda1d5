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

const isOpenAssessment = (id: string, properties: unknown): boolean => {
	const status = member(properties, 'status');
	if (lower(member(status, 'code')) !== 'unhealthy') {
		return false;
	}

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

/**
Whether an assessment or alert from a list call is one that `queries.findings` gives: of containers, and open.
*/
export const isOpenFinding = (document: unknown): boolean => {
	const id = lower(member(document, 'id'));
	const properties = member(document, 'properties');
	return id.includes('/alerts/') ? isOpenAlert(properties) : isOpenAssessment(id, properties);
};
