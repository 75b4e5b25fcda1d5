import {unknown, valueOf, type Fact} from '../../model/known.js';
import type {Severity} from '../../model/severity.js';
import {sanitize} from '../../terminal/sanitize.js';
import type {Branch} from './branch.js';
import {intern} from './intern.js';
import {lastSegment} from './resource.js';
import {plainText} from './plain-text.js';

const severities: ReadonlyMap<string, Severity> = new Map([
	['critical', 'critical'], ['high', 'high'], ['medium', 'medium'], ['low', 'low'], ['informational', 'info'],
] as const);

/**
The first of several facts that holds a severity; `severityUnknown` where none does.
*/
export const severityOf = (...facts: ReadonlyArray<Fact<string | undefined>>): {readonly severity: Severity; readonly severityUnknown: boolean} => {
	for (const fact of facts) {
		const severity = severities.get((valueOf(fact) ?? '').toLowerCase());
		if (severity !== undefined) {
			return {severity, severityUnknown: false};
		}
	}

	return {severity: 'info', severityUnknown: true};
};

/**
A text of several lines that may hold HTML.
*/
export const proseOf = (branch: Branch, name: string): Fact<string | undefined> => {
	const value = branch.raw(name);
	return typeof value === 'string' ? plainText(value) : branch.text(name);
};

const longestUrl = 2048;

/**
The link to the portal: Defender leaves out the scheme. Anything but https is unknown, for it is opened with a key.
*/
export const portalUrlOf = (link: Fact<string | undefined>): Fact<string | undefined> => {
	if (typeof link !== 'string' || link === '') {
		return typeof link === 'string' ? undefined : link;
	}

	const url = /^[a-z][\d+\-.a-z]*:/iv.test(link) ? link : `https://${link.replace(/^\/+/v, '')}`;
	return url.toLowerCase().startsWith('https://') && url.length <= longestUrl && URL.canParse(url)
		? url
		: unknown('malformed', 'the link to the portal is not an https address');
};

/**
The type that an id tells: `.../managedClusters/aks-shop` → `managedclusters`.
*/
export const typeOfId = (id: string): string => intern((id.split('/').at(-2) ?? '').toLowerCase());

/**
A list of words, whichever way it is sent: a list, `Persistence, CredentialAccess`, or JSON inside a text.
*/
export const wordsOf = (branch: Branch, name: string): readonly string[] => {
	const value = branch.raw(name);
	if (typeof value === 'string') {
		return value.split(/[",\[\]]/v).map(word => intern(word.trim())).filter(word => word !== '');
	}

	return Array.isArray(value) ? (value as readonly unknown[]).flatMap(word => (typeof word === 'string' ? [intern(word)] : [])) : [];
};

/**
The resource that a finding speaks of, from its id.
*/
export const resourceOf = (id: string): {readonly resourceKey: string; readonly resourceName: string; readonly resourceType: string} => {
	const clean = sanitize(id, longestUrl);
	return {resourceKey: clean.toLowerCase(), resourceName: lastSegment(clean), resourceType: typeOfId(clean)};
};
