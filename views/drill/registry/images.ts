import {createMemo} from '../../../source/fleet/relations/memo.js';
import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Image} from '../../../source/model/image.js';
import {isUnknown} from '../../../source/model/known.js';
import type {Registry} from '../../../source/model/registry.js';
import {imageColumns, imageSort} from '../../columns/images.js';
import {gapWords, howToRead, whyNoImages} from '../../images/missing-words.js';
import type {Tab, TabContext} from '../tab.js';

/**
In a registry its name is the same in every row.
*/
const columns = imageColumns.filter(({id}) => id !== 'registry');

const byRegistry = createMemo((images: Snapshot['images']): ReadonlyMap<string, readonly Image[]> => Map.groupBy(images, ({registryKey}) => registryKey ?? ''));

const none: readonly never[] = [];

const imagesOf = ({resource, snapshot}: TabContext<Registry>): readonly Image[] => byRegistry(snapshot.images).get(resource.key) ?? none;

const whyEmpty = ({resource, snapshot}: TabContext<Registry>): string => {
	const contents = snapshot.registryContents.get(resource.key);
	if (contents && isUnknown(contents.manifests)) {
		return `What this registry holds is unknown: ${contents.manifests.reason}`;
	}

	if (contents) {
		return 'This registry holds no image.';
	}

	return snapshot.imagesAsked ? 'What this registry holds is being read.' : `${whyNoImages(snapshot)} ${howToRead}`;
};

/**
The images of a registry: what the registry lists, and what Defender says of them.
*/
export const images: Tab<Registry> = {
	id: 'images',
	title: 'Images',
	type: 'table',
	count(context) {
		const {length} = imagesOf(context);
		return length === 0 ? undefined : length;
	},
	rows: imagesOf,
	columns,
	defaultSort: imageSort,
	empty: whyEmpty,
	missing({resource, snapshot}) {
		const contents = snapshot.registryContents.get(resource.key);
		return contents ? gapWords(contents) : '';
	},
};
