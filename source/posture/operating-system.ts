import {operatingSystems, type OperatingSystemRelease} from '../data/os-retirement.js';
import {daysLeft} from './calendar.js';

/**
A fleet has few different images; the cap keeps a cloud that sends only different ones from filling the memory.
*/
const cap = 1000;

const found = new Map<string, readonly OperatingSystemRelease[]>();

/**
The releases that a pool may be of: by its `osSKU` where that names one, and by its image. The two can differ, for a pool
keeps its image until it is upgraded (recorded: an Annual Channel pool on a 2022 image).
*/
export const releasesOf = (osSku: string | undefined, imageVersion: string | undefined): readonly OperatingSystemRelease[] => {
	const key = `${osSku ?? ''}\n${imageVersion ?? ''}`;
	const known = found.get(key);
	if (known !== undefined) {
		return known;
	}

	const releases = operatingSystems.filter(({osSkus, image}) =>
		(osSku !== undefined && osSkus.includes(osSku)) || (imageVersion !== undefined && image.test(imageVersion)));
	if (found.size >= cap) {
		found.clear();
	}

	found.set(key, releases);
	return releases;
};

export const isRetired = ({end, isRetired: isOver}: OperatingSystemRelease, now: number): boolean =>
	isOver === true || (end !== undefined && daysLeft(end, now) < 0);
