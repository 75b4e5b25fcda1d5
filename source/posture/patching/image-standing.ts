import {isUnknown, type Fact} from '../../model/known.js';
import {nodeImageAge, parseNodeImage, type NodeImage} from '../../model/node-image.js';
import {isoDay, settledPatchTuesday} from '../calendar.js';
import {isRetired, releasesOf} from '../operating-system.js';
import {
	patchGraceDays,
	severeDays,
	silentDays,
	toleratedDays,
} from './limits.js';
import {releasesBetween, type ReleaseGap} from './release-gap.js';

/**
How a node's image stands to the newest of its family in its region.
*/
export type ImageStanding = {
	/**
	`newest`; `recent`: not the newest, within the days that are tolerated; `behind`; `unknown`: cannot be told.
	*/
	readonly state: 'newest' | 'recent' | 'behind' | 'unknown';
	/**
	Behind by so much that holes are known: more than a month, a Patch Tuesday missed, or a system that gets no images any more.
	*/
	readonly isSevere: boolean;
	/**
	One sentence without a full stop.
	*/
	readonly because: string;
	readonly image: NodeImage | undefined;
	readonly newest: NodeImage | undefined;
	/**
	Whole days since the build; absent where the version carries no date.
	*/
	readonly age: number | undefined;
	/**
	Days from what is on the node to the newest; absent where that cannot be told.
	*/
	readonly lag: number | undefined;
	readonly gap: ReleaseGap | undefined;
	/**
	The Patch Tuesday, an ISO day, whose fixes a Windows image lacks.
	*/
	readonly missedPatchTuesday: string | undefined;
	/**
	Name of the operating system, where it is one that gets no fixes any more.
	*/
	readonly retired: string | undefined;
};

export type ImageInput = {
	readonly version: Fact<string | undefined>;
	readonly osSku: Fact<string | undefined>;
	readonly isWindows: boolean;
	/**
	Newest of the family in the region; absent: not read.
	*/
	readonly newest: Fact<NodeImage> | undefined;
	/**
	ISO day of the packages that were put on the node while it ran, where that is later than the image.
	*/
	readonly patchedOn?: string | undefined;
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
};

const day = 86_400_000;

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day);

const untold = (because: string, image?: NodeImage, newest?: NodeImage): ImageStanding => ({
	state: 'unknown', isSevere: false, because, image, newest, age: undefined, lag: undefined, gap: undefined, missedPatchTuesday: undefined, retired: undefined,
});

/**
By the days that something is behind: two missed images are tolerated.
*/
const byDays = (days: number): Pick<ImageStanding, 'state' | 'isSevere'> =>
	days <= toleratedDays ? {state: 'recent', isSevere: false} : {state: 'behind', isSevere: days > severeDays};

/**
The Patch Tuesday that an image misses, once there was time to roll it out.
*/
const missedBy = (built: string | undefined, now: number): string | undefined => {
	const cycle = isoDay(settledPatchTuesday(now, patchGraceDays));
	return built !== undefined && built < cycle ? cycle : undefined;
};

/**
Against the newest image alone, without the calendars of Windows and of retirement.
*/
const againstNewest = (base: ImageStanding, effective: string | undefined, {newest, now, isWindows}: ImageInput): ImageStanding => {
	const {image, age} = base;
	if (newest === undefined || isUnknown(newest)) {
		const reason = newest?.reason ?? 'the newest image of this family has not been read';
		const days = effective === undefined ? undefined : daysBetween(effective, isoDay(now));
		return days === undefined ? {...base, because: `its image carries no date, and ${reason}`} : {...base, ...byDays(days), because: `${days} d old; ${reason}`};
	}

	if (newest.version.toLowerCase() === image?.version.toLowerCase()) {
		return age !== undefined && age > silentDays
			? {
				...base, newest, lag: 0, because: `the newest of its family, which got no image for ${age} d: its system may be retired`,
			}
			: {
				...base, newest, lag: 0, state: 'newest', because: 'the newest image in its region',
			};
	}

	if (effective === undefined || newest.built === undefined) {
		return {...base, newest, because: `the newest image is ${newest.version}, and the two cannot be compared by date`};
	}

	const lag = Math.max(0, daysBetween(effective, newest.built));
	return {
		...base, newest, lag, gap: releasesBetween(effective, newest.built, isWindows), ...byDays(lag), because: lag === 0 ? `as new as ${newest.version}` : `${lag} d behind ${newest.version}`,
	};
};

/**
How an image stands: never `newest` or `recent` for want of knowledge. A Windows image counts as behind from two weeks after a
Patch Tuesday that it misses, whatever the newest image is, for nothing else patches it; an image of a retired system by its age.
*/
export const imageStanding = (input: ImageInput): ImageStanding => {
	const {version, osSku, isWindows, patchedOn, now} = input;
	if (isUnknown(version)) {
		return untold(version.reason);
	}

	if (version === undefined || version === '') {
		return untold('its image is not reported');
	}

	const image = parseNodeImage(version);
	const age = nodeImageAge(image, now);
	const effective = patchedOn !== undefined && patchedOn > (image.built ?? '') ? patchedOn : image.built;
	const base: ImageStanding = {...untold('', image), age};
	const standing = againstNewest(base, effective, input);
	const retired = releasesOf(isUnknown(osSku) ? undefined : osSku, version).find(release => isRetired(release, now));
	if (retired !== undefined && age !== undefined && age > toleratedDays) {
		return {
			...standing, state: 'behind', isSevere: age > severeDays, retired: retired.name, because: `${retired.name} gets no images any more, and its image is ${age} d old`,
		};
	}

	const missed = isWindows ? missedBy(image.built, now) : undefined;
	return missed === undefined
		? {...standing, retired: retired?.name}
		: {
			...standing, state: 'behind', isSevere: true, missedPatchTuesday: missed, because: `built on ${image.built ?? ''}, before the fixes of ${missed}`,
		};
};
