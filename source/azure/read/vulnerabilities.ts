import {unknown, valueOf, type Fact} from '../../model/known.js';
import type {Vulnerabilities, Vulnerability} from '../../model/vulnerability.js';
import {breathe} from '../wait.js';
import {Branch} from './branch.js';
import {severityOf} from './finding-parts.js';
import {jsonText} from './json-text.js';

/**
An answer of Resource Graph is no larger than 16 MiB.
*/
const longestJson = 16_777_216;

const mostItems = 10_000;

const sliceLength = 256;

const longestId = 64;

const longestVersion = 128;

type Package = Pick<Vulnerability, 'fixedIn' | 'installed' | 'package'>;

/**
A text that is there: Defender writes what it does not know as an empty one.
*/
const textIn = (branch: Branch, name: string, limit = longestVersion): string | undefined => {
	const text = valueOf(branch.text(name, limit));
	return text === '' ? undefined : text;
};

const packageIn = (data: Branch): Package => {
	const detected = jsonText(data.raw('detectedSoftwareVersions'), longestJson);
	const versions = Branch.of({detected}).texts('detected', version => (typeof version === 'string' ? version : undefined));
	return {
		package: textIn(data, 'softwareName'),
		installed: textIn(Branch.of({installed: valueOf(versions)?.slice(0, 8).join(', ')}), 'installed'),
		fixedIn: textIn(data, 'fixedVersion'),
	};
};

const versionOf = (key = ''): number => {
	const version = Number(key);
	return Number.isNaN(version) ? 0 : version;
};

/**
The base score of the newest CVSS version: `[{Key: "3", Value: {Base: 9.8}}]`.
*/
const scoreIn = (cve: Branch): number | undefined => {
	const cvss = valueOf(cve.list('cvss')) ?? [];
	const scores = cvss.slice(0, 8).flatMap(element => {
		const entry = Branch.of(element, true);
		const base = valueOf(entry.child('value').number('base'));
		return base === undefined || base < 0 || base > 10 ? [] : [{version: versionOf(textIn(entry, 'key')), base}];
	});
	return scores.toSorted((one, other) => other.version - one.version)[0]?.base;
};

const exploitIn = (details: Branch): Vulnerability['exploit'] => {
	const [kit, verified, disclosed] = ['isInExploitKit', 'isVerified', 'isPubliclyDisclosed'].map(name => valueOf(details.flag(name)));
	if (kit === true) {
		return 'kit';
	}

	if (verified === true) {
		return 'verified';
	}

	if (disclosed === true) {
		return 'public';
	}

	return kit === false && verified === false && disclosed === false ? 'none' : undefined;
};

const fixes: ReadonlyMap<string, boolean> = new Map([['fixavailable', true], ['nofixavailable', false]]);

const readOne = (element: unknown, index: number, about: Package): Vulnerability => {
	const cve = Branch.of(element, true);
	const id = textIn(cve, 'cveId', longestId);
	const {severity, severityUnknown} = severityOf(cve.word('severity'));
	const hasFix = fixes.get((valueOf(cve.word('fixStatus')) ?? '').toLowerCase());
	return {
		kind: 'vulnerability',
		id: id ?? 'not named',
		// One may be listed twice, and rows are told apart by their key.
		key: `${(id ?? '').toLowerCase()}#${index}`,
		name: id ?? 'not named',
		subscriptionId: '',
		resourceGroup: '',
		region: '',
		tags: {},
		severity: severityUnknown ? undefined : severity,
		score: scoreIn(cve),
		package: about.package,
		installed: about.installed,
		fixedIn: textIn(cve, 'fixedVersion') ?? (hasFix === false ? undefined : about.fixedIn),
		hasFix,
		exploit: exploitIn(cve.child('exploitabilityDetails')),
		published: textIn(cve, 'publishedDate'),
	};
};

/**
Reads the CVEs of the package that an assessment is about, in slices that give the event loop back.

@param document An assessment as Azure sent it, by either way: all CVEs are JSON inside one string of it.
@returns Nothing for what is about no package; unknown with its reason where the list cannot be read.
@throws The signal's reason once it is aborted.
*/
export const readVulnerabilities = async (document: unknown, signal: AbortSignal): Promise<Fact<Vulnerabilities> | undefined> => {
	const data = Branch.of(document).child('properties').child('additionalData', true);
	const sent = data.raw('cvesDetails');
	const about = packageIn(data);
	if (sent === undefined) {
		return about.package === undefined ? undefined : unknown('not-reported', '`properties.additionalData.CvesDetails` is not in the answer');
	}

	if (typeof sent === 'string' && sent.length > longestJson) {
		return unknown('malformed', `\`properties.additionalData.CvesDetails\` is longer than ${longestJson} characters`);
	}

	const list = jsonText(sent, longestJson);
	if (!Array.isArray(list)) {
		return unknown('malformed', '`properties.additionalData.CvesDetails` holds no list in JSON');
	}

	const items: Vulnerability[] = [];
	for (const [index, element] of (list as readonly unknown[]).slice(0, mostItems).entries()) {
		if (index > 0 && index % sliceLength === 0) {
			// eslint-disable-next-line no-await-in-loop -- a pause is the point
			await breathe(signal);
		}

		items.push(readOne(element, index, about));
	}

	return {items, total: list.length};
};
