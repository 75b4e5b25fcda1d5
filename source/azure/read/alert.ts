import type {Finding} from '../../model/finding.js';
import {valueOf, type Fact} from '../../model/known.js';
import {sanitize, sanitizeText} from '../../terminal/sanitize.js';
import {Branch} from './branch.js';
import {
	portalUrlOf,
	proseOf,
	resourceOf,
	severityOf,
	wordsOf,
} from './finding-parts.js';
import {plainText} from './plain-text.js';
import {readResource, regionOf, segment} from './resource.js';

const statuses: ReadonlyMap<string, Finding['status']> = new Map([
	['active', 'active'], ['new', 'active'], ['inprogress', 'in-progress'], ['resolved', 'resolved'], ['dismissed', 'dismissed'],
] as const);

/**
The first Azure resource among the identifiers (the others are tenants and workspaces).
*/
const touchedId = (properties: Branch): string | undefined => {
	const identifiers = properties.list('resourceIdentifiers');
	if (!Array.isArray(identifiers)) {
		return undefined;
	}

	for (const element of identifiers as readonly unknown[]) {
		const id = Branch.of(element, true).raw('azureResourceId');
		if (typeof id === 'string' && id !== '') {
			return id;
		}
	}

	return undefined;
};

const steps = (properties: Branch): Fact<string | undefined> => {
	const value = properties.raw('remediationSteps');
	if (!Array.isArray(value)) {
		return proseOf(properties, 'remediationSteps');
	}

	const lines = (value as readonly unknown[]).flatMap(step => (typeof step === 'string' ? [plainText(step)] : []));
	return sanitizeText(lines.join('\n'));
};

/**
Maps an alert: something that happened. Source: Microsoft.Security alerts 2022-01-01.
*/
export const readAlert = (root: Branch): Finding | undefined => {
	const resource = readResource(root);
	if (resource === undefined) {
		return undefined;
	}

	const properties = root.required('properties');
	const touched = resourceOf(touchedId(properties) ?? '');
	const entity = valueOf(properties.text('compromisedEntity')) ?? '';
	const title = valueOf(properties.text('alertDisplayName')) ?? resource.name;
	const started = properties.text('startTimeUtc');
	return {
		kind: 'finding',
		...resource,
		name: title,
		region: resource.region === '' ? regionOf(segment(resource.id, 'locations') ?? '') : resource.region,
		source: 'alert',
		title,
		assessmentKey: valueOf(properties.word('alertType')) ?? resource.name,
		...severityOf(properties.word('severity')),
		status: statuses.get((valueOf(properties.word('status')) ?? '').toLowerCase()) ?? 'unknown',
		cause: undefined,
		...touched,
		resourceName: touched.resourceName === '' ? sanitize(entity) : touched.resourceName,
		description: proseOf(properties, 'description'),
		remediation: steps(properties),
		since: properties.text('timeGeneratedUtc') ?? started,
		firstEvaluated: started,
		portalUrl: portalUrlOf(properties.text('alertUri', 4096)),
		tactics: [...new Set([...wordsOf(properties, 'intent'), ...wordsOf(properties, 'techniques'), ...wordsOf(properties, 'subTechniques')])],
	};
};
