import {days, type DocumentContext} from '../documents/context.js';
import {choose, hash, hexOf} from '../random.js';
import {services} from './packages.js';

/**
Whose images: a registry, or the one that a cluster pulls from.
*/
export type ImageSource = {readonly name: string; readonly team: string};

/**
An image of the demo: everything of it follows from its registry and its number.
*/
export type DemoImage = {
	readonly number: number;
	readonly repository: string;
	readonly tag: string;
	readonly digest: string;
	/**
	Milliseconds since 1970.
	*/
	readonly pushedAt: number;
	readonly os: string;
	readonly size: number;
	/**
	Defender has no record of it.
	*/
	readonly isUnscanned: boolean;
	/**
	Defender looked last so many days before the demo began.
	*/
	readonly scannedDaysAgo: number;
	readonly isSigned: boolean;
};

/**
Versions of each service that a registry holds.
*/
const versions = 3;

const repositoriesOf = ({team}: ImageSource): readonly string[] => services[team] ?? services.platform!;

export const imageCount = (source: ImageSource): number => repositoriesOf(source).length * versions;

/**
A number that no scan has met, and one that nobody has pulled for so long that Defender stopped looking.
*/
const unscannedNumber = 22;
const forgottenNumber = 21;

/**
The company signs what pays and what everything is built on.
*/
const signs = new Set(['payments', 'platform']);

export const imageOf = (source: ImageSource, number: number, {seed, base}: DocumentContext): DemoImage => {
	const names = repositoriesOf(source);
	const repository = `${source.team}/${names[number % names.length]!}`;
	const key = `${source.name} ${repository} ${number}`;
	const isForgotten = number === forgottenNumber;
	const age = number === unscannedNumber ? 3 : (isForgotten ? 190 : 5 + (hash(seed, `pushed ${key}`) % 300));
	return {
		number,
		repository,
		tag: `${1 + Math.floor(number / names.length)}.${(number * 7) % 24}.${number % 10}`,
		digest: `sha256:${hexOf(seed, `digest ${key}`, 64)}`,
		pushedAt: base - days(age),
		os: choose(seed, `os ${key}`, ['ubuntu_linux_22.04', 'debian_linux_12', 'alpine_linux_3.20', 'azure_linux_3.0']),
		size: 18_000_000 + (hash(seed, `bytes ${key}`) % 420_000_000),
		isUnscanned: number === unscannedNumber,
		scannedDaysAgo: isForgotten ? 66 : (hash(seed, `scanned ${key}`) % 20) / 24,
		isSigned: signs.has(source.team),
	};
};
