import type {Fact} from './known.js';

/**
A node image version taken apart.
`AKSUbuntu-2204gen2containerd-202608.10.0` → family `AKSUbuntu-2204gen2containerd`, built 2026-08-10.
`AKSWindows-2022-containerd-gen2-20348.5074.260812` → family `AKSWindows-2022-containerd-gen2`, built 2026-08-12.
*/
export type NodeImage = {
	readonly version: string;
	readonly family: string;
	/**
	ISO date of the build; absent where the version carries none.
	*/
	readonly built: string | undefined;
};

/**
`FAMILY@REGION` in small letters: what the newest image is asked once for.
*/
export type NodeImageKey = string;

/**
Newest images by family and region, each known or unknown with its reason.
*/
export type LatestNodeImages = ReadonlyMap<NodeImageKey, Fact<NodeImage>>;

const dayInMilliseconds = 86_400_000;

/**
`202608.10.0`, and the form of before 2022: `2020.08.19`.
*/
const linuxBuild = /^(?<year>20\d{2})\.?(?<month>\d{2})\.(?<day>\d{2})(?:\.\d+)?$/v;

/**
Windows build and revision, then the day: `20348.5074.260812`.
*/
const windowsBuild = /^\d{5}\.\d+\.(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})$/v;

const buildDay = (build: string): string | undefined => {
	const {year, month, day} = (linuxBuild.exec(build) ?? windowsBuild.exec(build))?.groups ?? {};
	if (year === undefined) {
		return undefined;
	}

	const iso = `${year.padStart(4, '20')}-${month}-${day}`;
	const time = Date.parse(iso);
	return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
};

/**
A fleet has few different images; the cap keeps a cloud that sends only different ones from filling the memory.
*/
const cap = 1000;

const parsed = new Map<string, NodeImage>();

const parse = (version: string): NodeImage => {
	const separator = Math.max(version.lastIndexOf('-'), version.lastIndexOf(':'));
	const built = separator > 0 ? buildDay(version.slice(separator + 1)) : undefined;
	return {version, family: built === undefined ? version : version.slice(0, separator), built};
};

/**
Takes a `nodeImageVersion` apart. Very old pools separate with colons (`AKSUbuntu:1604:2020.03.11`).
`built` is absent where the version ends in no date, and `family` is then the whole version. Equal versions give the same object.
*/
export const parseNodeImage = (version: string): NodeImage => {
	const known = parsed.get(version);
	if (known !== undefined) {
		return known;
	}

	if (parsed.size >= cap) {
		parsed.clear();
	}

	const image = Object.freeze(parse(version));
	parsed.set(version, image);
	return image;
};

/**
Key of the newest image of a family in a region; the region as in the model, in small letters without blanks.
*/
export const nodeImageKey = (family: string, region: string): NodeImageKey => `${family}@${region}`.toLowerCase();

/**
Age of an image in whole days at a time (milliseconds since 1970); negative for a build day in the future, absent where the version carries no date.
*/
export const nodeImageAge = (image: NodeImage, at: number): number | undefined =>
	image.built === undefined ? undefined : Math.floor((at - Date.parse(image.built)) / dayInMilliseconds);
