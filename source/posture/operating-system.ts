import {operatingSystems, type OperatingSystemRelease} from '../data/os-retirement.js';
import {daysLeft} from './calendar.js';

/**
The releases that a pool may be of: by its `osSKU` where that names one, and by its image. The two can differ, for a pool
keeps its image until it is upgraded (recorded: an Annual Channel pool on a 2022 image).
*/
export const releasesOf = (osSku: string | undefined, imageVersion: string | undefined): readonly OperatingSystemRelease[] =>
	operatingSystems.filter(({osSkus, image}) =>
		(osSku !== undefined && osSkus.includes(osSku)) || (imageVersion !== undefined && image.test(imageVersion)));

export const isRetired = ({end, isRetired: isOver}: OperatingSystemRelease, now: number): boolean =>
	isOver === true || (end !== undefined && daysLeft(end, now) < 0);
