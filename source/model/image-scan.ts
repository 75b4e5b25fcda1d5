import type {Severity} from './severity.js';

/**
Where an image is: the host that it is pulled from, its repository there, and its digest.
*/
export type ImagePlace = {
	/**
	In small letters: `acrshop.azurecr.io`.
	*/
	readonly host: string;
	readonly repository: string;
	/**
	`sha256:` and 64 hexadecimal digits, in small letters; absent where it was not told.
	*/
	readonly digest: string | undefined;
};

/**
Open recommendations of Defender about the packages of an image, by severity.
*/
export type ImageCounts = Readonly<Record<Severity, number>>;

/**
What Defender for Cloud says of one image, summed up by Resource Graph: one record for each package of an image is an
assessment, and a fleet has a hundred thousand of them.
*/
export type ImageScan = ImagePlace & {
	/**
	See `imageKey`.
	*/
	readonly key: string;
	readonly subscriptionId: string;
	/**
	The registry that it lies in, as a key.
	*/
	readonly registryKey: string;
	readonly tagNames: readonly string[];
	/**
	`linux`, `windows`.
	*/
	readonly os: string | undefined;
	/**
	Milliseconds since 1970, as the next two.
	*/
	readonly pushed: number | undefined;
	readonly open: ImageCounts;
	/**
	Of these, the ones that a fixed version is known for.
	*/
	readonly fixable: ImageCounts;
	/**
	When the newest of its assessments changed: Defender has looked then, or later with the same result.
	*/
	readonly assessed: number | undefined;
	/**
	When Defender says that it scanned; not every tenant's records tell.
	*/
	readonly scanned: number | undefined;
};

/**
An image that runs in a cluster, as Defender for Cloud has found it vulnerable there.
*/
export type RunningScan = ImagePlace & {
	readonly key: string;
	readonly subscriptionId: string;
	readonly clusterKey: string;
	readonly open: ImageCounts;
};
