import type {Image} from '../../model/image.js';

/**
An image as a group names it, taken apart.
*/
type Reference = {readonly repository: string; readonly tag: string | undefined; readonly digest: string | undefined};

const partsOf = (text: string): Reference => {
	const [named = '', digest] = text.split('@', 2);
	const path = named.slice(named.indexOf('/') + 1);
	const colon = path.lastIndexOf(':');
	const hasTag = colon > path.lastIndexOf('/');
	return {repository: hasTag ? path.slice(0, colon) : path, tag: hasTag ? path.slice(colon + 1) : undefined, digest: digest?.toLowerCase()};
};

const indexes = new WeakMap<readonly Image[], ReadonlyMap<string, readonly Image[]>>();

const indexOf = (images: readonly Image[]): ReadonlyMap<string, readonly Image[]> => {
	const known = indexes.get(images) ?? Map.groupBy(images, ({host, repository}) => `${host}/${repository}`.toLowerCase());
	indexes.set(images, known);
	return known;
};

/**
The image of the fleet that a group's image is: by its digest, else by its tag. A name without a tag means `latest`.

@param host where it comes from, in small letters
@param text the whole name, as the group has it
*/
export const imageOf = (images: readonly Image[], host: string, text: string): Image | undefined => {
	const {repository, tag, digest} = partsOf(text);
	const own = indexOf(images).get(`${host}/${repository}`.toLowerCase()) ?? [];
	return digest === undefined
		? own.find(({tagNames}) => tagNames.includes(tag ?? 'latest'))
		: own.find(image => image.digest === digest);
};
