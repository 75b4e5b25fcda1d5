import {hash} from '../random.js';

const day = 86_400_000;

export type ImageFamily = {
	readonly osType: 'Linux' | 'Windows';
	readonly osSku: string;
	readonly family: string;
	/**
	Windows: the build that every version of the family carries, and the revision of its newest update.
	*/
	readonly build?: {readonly number: number; readonly revision: number};
	/**
	Months since the last image of a family that gets no more.
	*/
	readonly endedMonths?: number;
};

/**
Image families in the notation of recorded node image versions (recorded nodeImageVersions of 2025-12).
*/
export const imageFamilies = {
	ubuntu2204: {osType: 'Linux', osSku: 'Ubuntu', family: 'AKSUbuntu-2204gen2containerd'},
	ubuntu2404: {osType: 'Linux', osSku: 'Ubuntu2404', family: 'AKSUbuntu-2404gen2containerd'},
	ubuntuArm: {osType: 'Linux', osSku: 'Ubuntu', family: 'AKSUbuntu-2204gen2arm64containerd'},
	azureLinux: {osType: 'Linux', osSku: 'AzureLinux', family: 'AKSAzureLinux-V3gen2'},
	azureLinuxFips: {osType: 'Linux', osSku: 'AzureLinux', family: 'AKSAzureLinux-V3gen2fips'},
	windows2019: {
		osType: 'Windows', osSku: 'Windows2019', family: 'AKSWindows-2019-containerd', build: {number: 17_763, revision: 8511}, endedMonths: 8,
	},
	windows2022: {
		osType: 'Windows', osSku: 'Windows2022', family: 'AKSWindows-2022-containerd-gen2', build: {number: 20_348, revision: 5310},
	},
	windows2025: {
		osType: 'Windows', osSku: 'Windows2025', family: 'AKSWindows-2025-gen2', build: {number: 26_100, revision: 33_480},
	},
} as const satisfies Record<string, ImageFamily>;

export type ImageFamilyName = keyof typeof imageFamilies;

const pad = (value: number): string => String(value).padStart(2, '0');

/**
The second Tuesday of a month, on which Windows updates come out, as milliseconds of its midnight in UTC.
*/
export const patchTuesday = (year: number, month: number): number => {
	const weekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
	return Date.UTC(year, month, 1 + ((2 - weekday + 7) % 7) + 7);
};

/**
The Windows image of the update that was out three days before `base`, `back` months earlier.
*/
const windowsVersion = (family: ImageFamily, base: number, back: number): string => {
	const start = new Date(base - (3 * day));
	const isOut = patchTuesday(start.getUTCFullYear(), start.getUTCMonth()) <= start.getTime();
	const month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - back - (isOut ? 0 : 1), 1));
	const built = new Date(patchTuesday(month.getUTCFullYear(), month.getUTCMonth()) + day);
	const {number, revision} = family.build!;
	const date = `${pad(built.getUTCFullYear() % 100)}${pad(built.getUTCMonth() + 1)}${pad(built.getUTCDate())}`;
	return `${family.family}-${number}.${revision - (back * 118)}.${date}`;
};

/**
Linux images come once a week, Windows ones once a month.
*/
const linuxVersion = (family: ImageFamily, base: number, weeks: number): string => {
	const built = new Date(base - ((4 + (7 * weeks)) * day));
	return `${family.family}-${built.getUTCFullYear()}${pad(built.getUTCMonth() + 1)}.${pad(built.getUTCDate())}.0`;
};

/**
Weeks that a region is behind in getting new images: releases roll out region by region.
*/
const lagOf = (region: string): number => hash(7, region) % 2;

const makeVersion = (family: ImageFamily, base: number, region: string, weeks: number): string => (family.osType === 'Windows'
	? windowsVersion(family, base, Math.floor(weeks / 4) + (family.endedMonths ?? 0))
	: linuxVersion(family, base, weeks + lagOf(region)));

const made = new Map<string, string>();

/**
The image of a family that was the newest in a region so many weeks before `base`. Pools by the thousand share a few
versions, so they are kept.
*/
export const imageVersion = (name: ImageFamilyName, base: number, region: string, weeks: number): string => {
	const key = `${name} ${base} ${region} ${weeks}`;
	const version = made.get(key) ?? makeVersion(imageFamilies[name], base, region, weeks);
	made.set(key, version);
	return version;
};

/**
The newest image of a family in a region, as `upgradeProfiles/default` tells it.
*/
export const latestImage = (name: ImageFamilyName, base: number, region: string): string => imageVersion(name, base, region, 0);
