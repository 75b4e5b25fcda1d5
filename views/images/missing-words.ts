import type {RegistryContents} from '../../source/model/registry-contents.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {isUnknown} from '../../source/model/known.js';
import {plural} from '../../source/model/plural.js';
import {notLookedWords} from '../drill/inside/look-words.js';

/**
What reading a registry takes beyond Reader, and how it is asked for.
*/
export const howToRead = 'Reading what a registry holds needs more than Reader (AcrPull, or under ABAC Container Registry Repository Reader and Catalog Lister): I on its Images tab reads the opened ones, --images does from the start.';

const registriesWords = ({registries, registryContents}: Snapshot): readonly string[] => {
	const failed = registryContents.values().filter(({manifests}) => isUnknown(manifests)).toArray().length;
	const cut = registryContents.values().filter(({gaps}) => gaps !== undefined).toArray().length;
	const unread = registries.length - registryContents.size;
	return [
		...(unread <= 0 ? [] : [`${unread} of ${plural(registries.length, 'registry', 'registries')} not read`]),
		...(failed === 0 ? [] : [`${failed} could not be read`]),
		...(cut === 0 ? [] : [`${cut} not read to the end`]),
	];
};

/**
What of a registry was not read, in words; empty where nothing is missing.
*/
export const gapWords = ({gaps}: Pick<RegistryContents, 'gaps'>): string => {
	if (!gaps) {
		return '';
	}

	const {cut, most, closed, strange, hasMore} = gaps;
	return [
		...(cut === 0 ? [] : [`of ${plural(cut, 'repository', 'repositories')} the newest ${most} manifests only`]),
		...(closed === 0 ? [] : [`${plural(closed, 'repository', 'repositories')} may not be read`]),
		...(strange === 0 ? [] : [`${plural(strange, 'repository', 'repositories')} with names that cannot be asked for`]),
		...(hasMore ? ['more repositories than are read'] : []),
	].join(', ');
};

/**
What is missing from the images of the fleet; empty where nothing is.
*/
export const missingImages = (snapshot: Snapshot): string => {
	const inside = notLookedWords(snapshot);
	const {error} = snapshot.sources.imageScans;
	return [...registriesWords(snapshot), ...(inside === '' ? [] : [inside]), ...(error ? ['scans could not be read'] : [])].join(', ');
};

/**
Why there is no image at all.
*/
export const whyNoImages = (snapshot: Snapshot): string => {
	const {readAt, error} = snapshot.sources.imageScans;
	if (error) {
		return `Images are unknown: ${error.reason}`;
	}

	return readAt === undefined ? 'Scans of images are being read from Defender for Cloud.' : `Defender for Cloud has assessed no image here, and none is known to run. ${snapshot.imagesAsked ? `${plural(snapshot.registryContents.size, 'registry', 'registries')} read.` : howToRead}`;
};
