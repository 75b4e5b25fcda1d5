import {valueOf} from '../../model/known.js';
import {Branch} from './branch.js';
import {jsonText} from './json-text.js';

/**
Longer JSON inside a string is left unread rather than parsed for every row of a page.
*/
const longestJson = 262_144;

const mostCves = 10;

/**
Repository of the image that an assessment speaks of: `shop/frontend`. Nothing for other resources.

Since 2026-07-31 an image finding is an ordinary assessment whose details are JSON inside strings; their member names
are seen in the wild, not specified, so all of it is optional.
*/
export const imageName = (properties: Branch): string | undefined => {
	const data = properties.raw('resourceAdditionalData');
	return data === undefined
		? undefined
		: valueOf(Branch.of(jsonText(data, longestJson), true).child('repositoryDetails').text('repositoryName'));
};

/**
The package that makes an image vulnerable, in a sentence: which version mends it and which CVEs it has.
Nothing for other assessments.
*/
export const vulnerablePackage = (properties: Branch): string | undefined => {
	const data = properties.child('additionalData');
	const software = valueOf(data.text('softwareName')) ?? '';
	if (software === '') {
		return undefined;
	}

	const fixed = valueOf(data.text('fixedVersion')) ?? '';
	const details = jsonText(data.raw('cvesDetails'), longestJson);
	const cves = (Array.isArray(details) ? details as readonly unknown[] : []).slice(0, mostCves).flatMap(element => {
		const cve = Branch.of(element, true);
		const id = valueOf(cve.text('cveId')) ?? '';
		const severity = (valueOf(cve.word('severity')) ?? 'unknown').toLowerCase();
		return id === '' ? [] : [`${id} (${severity})`];
	});
	const mended = fixed === '' ? 'no fixed version is known' : `fixed in ${fixed}`;
	return `Package ${software}, ${mended}${cves.length === 0 ? '' : `: ${cves.join(', ')}`}`;
};
