import {imageKey, noCounts} from '../../model/image.js';
import type {
	ImageCounts,
	ImagePlace,
	ImageScan,
	RunningScan,
} from '../../model/image-scan.js';
import {valueOf} from '../../model/known.js';
import {sanitize} from '../../terminal/sanitize.js';
import {Branch} from './branch.js';
import {intern} from './intern.js';
import {jsonText} from './json-text.js';

/**
A repository's name has 256 characters at most (OCI distribution-spec 1.1), a tag 128.
*/
const longest = {repository: 256, tag: 128, json: 65_536} as const;

/**
Newest images have many tags; nobody reads more.
*/
const mostTags = 8;

const digestPattern = /^sha(?:256:[\da-f]{64}|512:[\da-f]{128})$/v;

/**
A digest as everybody writes it, in small letters; nothing for any other text.
*/
export const readDigest = (text: unknown): string | undefined => {
	const digest = typeof text === 'string' ? text.toLowerCase() : '';
	return digestPattern.test(digest) ? intern(digest) : undefined;
};

/**
Name of a repository, sanitised; a longer one is cut, and shows it.
*/
export const readRepository = (text: unknown): string => (typeof text === 'string' ? sanitize(text, longest.repository) : '');

/**
Names of tags, sanitised.
*/
export const readTagNames = (list: unknown): readonly string[] =>
	(Array.isArray(list) ? list as readonly unknown[] : []).slice(0, mostTags).flatMap(tag => (typeof tag === 'string' && tag !== '' ? [sanitize(tag, longest.tag)] : []));

/**
Milliseconds since 1970 of a time in ISO 8601.
*/
export const readTime = (text: unknown): number | undefined => {
	const time = typeof text === 'string' ? Date.parse(text) : NaN;
	return Number.isNaN(time) ? undefined : time;
};

const readCounts = (row: Branch, prefix: string): ImageCounts => {
	const count = (severity: string): number => {
		const number = valueOf(row.number(`${prefix}_${severity}`)) ?? 0;
		return Number.isSafeInteger(number) && number > 0 ? number : 0;
	};

	const counts = {
		critical: count('critical'), high: count('high'), medium: count('medium'), low: count('low'), info: count('info'),
	};
	// Most images have nothing open: they share one object.
	return Object.values(counts).every(number => number === 0) ? noCounts : counts;
};

type Summed = ImagePlace & {readonly about: string; readonly subscriptionId: string};

const readSummed = (row: Branch): Summed | undefined => {
	const about = row.raw('about');
	const repository = readRepository(row.raw('repository'));
	if (typeof about !== 'string' || about === '' || repository === '') {
		return undefined;
	}

	return {
		about: intern(about.toLowerCase()),
		subscriptionId: intern((valueOf(row.text('subscriptionId')) ?? '').toLowerCase()),
		host: intern((valueOf(row.text('host')) ?? '').toLowerCase()),
		repository: intern(repository),
		digest: readDigest(row.raw('digest')),
	};
};

/**
Reads a row of `imageScans`; nothing where it cannot be told which image it speaks of.
*/
export const readImageScan = (document: unknown): ImageScan | undefined => {
	const row = Branch.of(document);
	const summed = readSummed(row);
	if (!summed) {
		return undefined;
	}

	const {about, ...place} = summed;
	const tagNames = readTagNames(jsonText(row.raw('tagNames'), longest.json));
	const os = valueOf(row.word('os'))?.toLowerCase() ?? '';
	return {
		...place,
		key: imageKey(about, place, tagNames[0]),
		registryKey: about,
		tagNames,
		os: os === '' ? undefined : os,
		pushed: readTime(row.raw('pushed')),
		open: readCounts(row, 'open'),
		fixable: readCounts(row, 'fixable'),
		assessed: readTime(row.raw('assessed')),
		scanned: readTime(row.raw('scanned')),
	};
};

/**
Reads a row of `runningScans`.
*/
export const readRunningScan = (document: unknown): RunningScan | undefined => {
	const row = Branch.of(document);
	const summed = readSummed(row);
	if (!summed) {
		return undefined;
	}

	const {about, ...place} = summed;
	return {
		...place, key: imageKey(about, place), clusterKey: about, open: readCounts(row, 'open'),
	};
};
