import type {Collected} from '../../azure/collectors.js';
import type {Cluster} from '../../model/cluster.js';
import type {ImageCounts, ImagePlace, RunningScan} from '../../model/image-scan.js';
import type {Inside} from '../../model/inside.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Unknown,
} from '../../model/known.js';

/**
What runs where: what pods show of their images, and what Defender has found.
*/
export type RunIndex = {
	/**
	Clusters that run the image with a digest, in order of their keys.
	*/
	readonly byDigest: ReadonlyMap<string, readonly string[]>;
	/**
	Each image that runs once, as the first cluster names it, with its tag and where it runs.
	*/
	readonly places: ReadonlyMap<string, ImagePlace & {readonly tag: string | undefined; readonly clusters: readonly string[]; readonly open: ImageCounts | undefined}>;
	/**
	Why there may be more; absent where every cluster shows what it runs.
	*/
	readonly gap: Unknown | undefined;
	/**
	As `gap`, for an image that Defender finds vulnerable: clusters with its sensor show those.
	*/
	readonly vulnerableGap: Unknown | undefined;
};

type Building = ImagePlace & {readonly tag: string | undefined; readonly clusters: Set<string>; open: ImageCounts | undefined};

/**
Without a digest, the name and the tag tell an image.
*/
const placeKey = ({host, repository, digest}: ImagePlace, tag: string | undefined): string => digest ?? `${host}/${repository}:${tag ?? ''}`;

const notLookedInto = unknown('not-asked', 'nobody has looked inside.');

/**
A stopped cluster runs nothing.
*/
const isStopped = ({powerState}: Cluster): boolean => valueOf(powerState)?.toLowerCase() === 'stopped';

const gapOf = (clusters: readonly Cluster[], insides: ReadonlyMap<string, Inside>, isSeen: (cluster: Cluster) => boolean): Unknown | undefined => {
	let hidden = 0;
	let first: Unknown | undefined;
	for (const cluster of clusters) {
		const images = insides.get(cluster.key)?.images ?? notLookedInto;
		if (!isUnknown(images) || isStopped(cluster) || isSeen(cluster)) {
			continue;
		}

		hidden++;
		first ??= images;
	}

	return first && unknown(first.unknown, `${hidden} of ${clusters.length} clusters do not show what they run: ${first.reason}`);
};

/**
Puts together what is known of running images.
*/
export const runIndexOf = (clusters: readonly Cluster[], insides: ReadonlyMap<string, Inside>, scans: Collected<RunningScan> | undefined): RunIndex => {
	const building = new Map<string, Building>();
	const known = new Set(clusters.map(({key}) => key));
	const add = (place: ImagePlace, tag: string | undefined, clusterKey: string): Building => {
		const key = placeKey(place, tag);
		const entry = building.get(key) ?? {
			host: place.host, repository: place.repository, digest: place.digest, tag, clusters: new Set<string>(), open: undefined,
		};
		building.set(key, entry);
		entry.clusters.add(clusterKey);
		return entry;
	};

	for (const [clusterKey, {images}] of insides) {
		if (isUnknown(images) || !known.has(clusterKey)) {
			continue;
		}

		for (const image of images) {
			add(image, image.tag, clusterKey);
		}
	}

	for (const scan of scans?.items ?? []) {
		const images = insides.get(scan.clusterKey)?.images;
		const found = building.get(placeKey(scan, undefined));
		// Where the pods themselves were seen, what Defender saw an hour ago is no news.
		const isSeen = images !== undefined && !isUnknown(images);
		const entry = !isSeen && known.has(scan.clusterKey) ? add(scan, undefined, scan.clusterKey) : found;
		if (entry) {
			entry.open ??= scan.open;
		}
	}

	const places = new Map(building.entries().map(([key, {clusters: keys, ...place}]) => [key, {...place, clusters: [...keys].toSorted()}]));
	return {
		byDigest: new Map(places.values().flatMap(({digest, clusters: keys}) => (digest === undefined ? [] : [[digest, keys] as const]))),
		places,
		gap: gapOf(clusters, insides, () => false),
		vulnerableGap: gapOf(clusters, insides, ({defenderSensor}) => scans !== undefined && valueOf(defenderSensor) === true),
	};
};
