import type {Unknown} from './known.js';
import type {Resource} from './resource.js';
import type {ImageCounts, ImagePlace} from './image-scan.js';

/**
Where a manifest of a registry belongs. Source: media types of OCI image-spec 1.1 and of Docker's manifest v2.
*/
export type ManifestType = 'image' | 'index' | 'other';

/**
An image: a manifest in a registry, or what runs in a cluster from one. Small, for a fleet has many thousands; what
Defender says of each package is read when it is opened.
*/
export type Image = Resource & ImagePlace & {
	readonly kind: 'image';
	/**
	Absent where it lies in no registry of the fleet.
	*/
	readonly registryKey: string | undefined;
	/**
	Name of the registry, or the host.
	*/
	readonly registryName: string;
	readonly tagNames: readonly string[];
	readonly os: string | undefined;
	readonly manifest: ManifestType;
	/**
	Bytes, as the registry counts them.
	*/
	readonly size: number | undefined;
	/**
	When it was pushed, milliseconds since 1970.
	*/
	readonly pushed: number | undefined;
	/**
	What Defender found, by severity; absent where it has no record of this image, unknown where that could not be read.
	*/
	readonly open: ImageCounts | Unknown | undefined;
	readonly fixable: ImageCounts | undefined;
	readonly assessed: number | undefined;
	readonly scanned: number | undefined;
	/**
	Keys of the clusters that run it now, as far as they show what they run.
	*/
	readonly runsIn: readonly string[];
	/**
	Why there may be more; absent where every cluster shows what it runs.
	*/
	readonly runsElsewhere: Unknown | undefined;
	/**
	Whether the registry itself lists it; false where nobody has looked into the registry, and where it is not there any more.
	*/
	readonly isListed: boolean;
};

const shortDigest = (digest: string): string => digest.slice(0, 'sha256:'.length + 8);

/**
How a person calls an image: `shop/frontend:1.27.3`, and without a tag by its digest.
*/
export const imageName = ({repository, digest}: ImagePlace, tagNames: readonly string[]): string => {
	const [tag] = tagNames;
	if (tag !== undefined) {
		return `${repository}:${tag}`;
	}

	return digest === undefined ? repository : `${repository}@${shortDigest(digest)}`;
};

/**
What an image is told from others by: in its registry, or at its host where that is no registry of the fleet. Without a
digest a tag takes its place.
*/
export const imageKey = (registryKey: string | undefined, {host, repository, digest}: ImagePlace, tag = ''): string =>
	`${registryKey ?? `/hosts/${host}`}/images/${repository}${digest === undefined ? `:${tag}` : `@${digest}`}`.toLowerCase();

export const noCounts: ImageCounts = Object.freeze({
	critical: 0, high: 0, medium: 0, low: 0, info: 0,
});

/**
Whether a key is that of an image.
*/
export const isImageKey = (key: string): boolean => /(?:\/registries\/[^\/]+|^\/hosts\/[^\/]+)\/images\//v.test(key);
