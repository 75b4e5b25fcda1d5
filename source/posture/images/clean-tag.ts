import type {Image} from '../../model/image.js';
import {isUnknown} from '../../model/known.js';

const isClean = ({open, tagNames}: Image): boolean =>
	open !== undefined && !isUnknown(open) && open.critical === 0 && open.high === 0 && tagNames.length > 0;

/**
The newest image of the same repository of which Defender has a record without a critical or high finding; absent where
there is none. What has no record is not clean.
*/
export const cleanTagOf = (image: Image, images: readonly Image[]): Image | undefined => {
	const others = images.filter(other => other !== image && other.registryKey === image.registryKey && other.host === image.host && other.repository === image.repository && isClean(other));
	return others.toSorted((one, other) => (other.pushed ?? 0) - (one.pushed ?? 0))[0];
};
