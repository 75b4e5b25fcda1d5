import type {Collected} from '../../azure/collectors.js';
import type {Cluster} from '../../model/cluster.js';
import {imageKey, imageName, type Image} from '../../model/image.js';
import type {
	ImageCounts,
	ImageScan,
	ImagePlace,
	RunningScan,
} from '../../model/image-scan.js';
import type {Inside} from '../../model/inside.js';
import {isUnknown, valueOf, type Unknown} from '../../model/known.js';
import type {RegistryContents, RegistryManifest} from '../../model/registry-contents.js';
import type {Registry} from '../../model/registry.js';
import type {Coverage} from '../../model/subscription.js';
import {isSameJson} from '../reuse.js';
import {runIndexOf, type RunIndex} from './run-index.js';

export type ImagesInput = {
	readonly clusters: readonly Cluster[];
	/**
	Absent while they were never read.
	*/
	readonly registries: Collected<Registry> | undefined;
	readonly scans: Collected<ImageScan> | undefined;
	/**
	What is unknown of a subscription's scans; absent where its images were read.
	*/
	readonly scanGap: (subscriptionId: string) => Unknown | undefined;
	readonly running: Collected<RunningScan> | undefined;
	readonly insides: ReadonlyMap<string, Inside>;
	/**
	What registries list, by their key.
	*/
	readonly contents: ReadonlyMap<string, RegistryContents>;
};

/**
What one image is made of.
*/
type Parts = {
	readonly place: ImagePlace;
	readonly registry: Registry | undefined;
	readonly scan: ImageScan | undefined;
	readonly manifest: RegistryManifest | undefined;
	readonly tag: string | undefined;
	readonly clusters: readonly string[];
	/**
	What Defender found in it where it runs, for what lies in no registry that it scans.
	*/
	readonly runOpen: ImageCounts | undefined;
	readonly gap: Unknown | undefined;
	readonly vulnerableGap: Unknown | undefined;
	readonly scanGap: Unknown | undefined;
};

type Made = {readonly parts: Parts; readonly image: Image};

const none: readonly never[] = Object.freeze([]);

const noTags = Object.freeze({});

const tagsOf = ({manifest, scan, tag}: Parts): readonly string[] => {
	const tags = manifest?.tagNames ?? scan?.tagNames ?? none;
	return tag !== undefined && tags.length === 0 ? [tag] : tags;
};

const isVulnerable = (scan: ImageScan | undefined): boolean => scan !== undefined && scan.open.critical + scan.open.high + scan.open.medium + scan.open.low > 0;

const make = (key: string, parts: Parts): Image => {
	const {place, registry, scan, manifest, clusters} = parts;
	const tagNames = tagsOf(parts);
	return {
		kind: 'image',
		id: registry ? `${registry.id}${key.slice(registry.key.length)}` : key,
		key,
		name: imageName(place, tagNames),
		subscriptionId: registry?.subscriptionId ?? scan?.subscriptionId ?? '',
		resourceGroup: registry?.resourceGroup ?? '',
		region: registry?.region ?? '',
		tags: noTags,
		host: place.host,
		repository: place.repository,
		digest: place.digest,
		registryKey: registry?.key,
		registryName: registry?.name ?? place.host,
		tagNames,
		os: manifest?.os ?? scan?.os,
		manifest: manifest?.type ?? 'image',
		size: manifest?.size,
		pushed: manifest?.created ?? scan?.pushed,
		open: scan?.open ?? parts.runOpen ?? parts.scanGap,
		fixable: scan?.fixable,
		assessed: scan?.assessed,
		scanned: scan?.scanned,
		runsIn: clusters,
		runsElsewhere: isVulnerable(scan) ? parts.vulnerableGap : parts.gap,
		isListed: manifest !== undefined,
	};
};

const isSameParts = (one: Parts, other: Parts): boolean =>
	one.scan === other.scan
	&& one.registry === other.registry
	&& one.manifest === other.manifest
	&& one.tag === other.tag
	&& one.runOpen === other.runOpen
	&& one.gap === other.gap
	&& one.vulnerableGap === other.vulnerableGap
	&& one.scanGap === other.scanGap
	&& one.clusters.length === other.clusters.length
	&& one.clusters.every((key, index) => key === other.clusters[index]);

/**
Images that are put together in one step: a fraction of a millisecond.
*/
const atOnce = 100;

const hostsOf = (registries: readonly Registry[]): ReadonlyMap<string, Registry> =>
	new Map(registries.map(registry => [(valueOf(registry.loginServer) ?? '').toLowerCase(), registry]));

const isRead = (coverage: Coverage | undefined): boolean => coverage?.state === 'answered' || coverage?.state === 'listed';

/**
Lists what each registry shows and Defender has assessed, and then what runs from elsewhere.

@yields The parts of each image by its key; one image may come twice, and the first counts.
*/
const gather = function * ({registries: collected, scans, scanGap, contents}: ImagesInput, runs: RunIndex, gaps: Pick<Parts, 'gap' | 'vulnerableGap'>): Generator<readonly [key: string, parts: Parts]> {
	const registries = collected?.items ?? none;
	const byKey = new Map(registries.map(registry => [registry.key, registry]));
	const byHost = hostsOf(registries);
	const scanned = new Map(scans?.items.map(scan => [scan.key, scan]));
	const told = new Set<string>();
	const clustersOf = ({digest}: ImagePlace): readonly string[] => {
		if (digest === undefined) {
			return none;
		}

		told.add(digest);
		return runs.byDigest.get(digest) ?? none;
	};

	const openOf = ({digest}: ImagePlace): ImageCounts | undefined => (digest === undefined ? undefined : runs.places.get(digest)?.open);

	for (const [registryKey, {manifests}] of contents) {
		const registry = byKey.get(registryKey);
		for (const manifest of registry && !isUnknown(manifests) ? manifests : []) {
			const place = {host: valueOf(registry!.loginServer)?.toLowerCase() ?? '', repository: manifest.repository, digest: manifest.digest};
			const key = imageKey(registryKey, place, manifest.tagNames[0]);
			yield [key, {
				place, registry, manifest, scan: scanned.get(key), tag: undefined, clusters: clustersOf(place), runOpen: openOf(place), ...gaps, scanGap: scanGap(registry!.subscriptionId),
			}];
		}
	}

	for (const scan of scans?.items ?? []) {
		const registry = byKey.get(scan.registryKey);
		if (!registry && isRead(collected?.coverage.get(scan.subscriptionId))) {
			// Defender has not noticed yet that its registry is gone.
			told.add(scan.digest ?? '');
			continue;
		}

		yield [scan.key, {
			place: scan, registry, manifest: undefined, scan, tag: undefined, clusters: clustersOf(scan), runOpen: undefined, ...gaps, scanGap: undefined,
		}];
	}

	for (const [id, {tag, clusters, open, ...place}] of runs.places) {
		if (told.has(id)) {
			continue;
		}

		const registry = byHost.get(place.host);
		yield [imageKey(registry?.key, place, tag), {
			place, registry, manifest: undefined, scan: undefined, tag, clusters, runOpen: open, ...gaps, scanGap: registry && scanGap(registry.subscriptionId),
		}];
	}
};

/**
Makes the function that lists the images of a fleet. An image keeps its identity as long as what it is made of does, and so
does the whole list.
*/
export const createImagesOf = (): ((input: ImagesInput) => Generator<void, readonly Image[], void>) => {
	let made: ReadonlyMap<string, Made> = new Map();
	let list: readonly Image[] = none;
	let gaps: Pick<Parts, 'gap' | 'vulnerableGap'> = {gap: undefined, vulnerableGap: undefined};
	return function * (input) {
		const runs = runIndexOf(input.clusters, input.insides, input.running);
		gaps = {gap: isSameJson(gaps.gap, runs.gap) ? gaps.gap : runs.gap, vulnerableGap: isSameJson(gaps.vulnerableGap, runs.vulnerableGap) ? gaps.vulnerableGap : runs.vulnerableGap};
		yield;
		const next = new Map<string, Made>();
		let isSame = true;
		let steps = 0;
		for (const [key, parts] of gather(input, runs, gaps)) {
			if (!next.has(key)) {
				const before = made.get(key);
				const entry = before && isSameParts(before.parts, parts) ? before : {parts, image: make(key, parts)};
				isSame &&= entry === before && list[next.size] === entry.image;
				next.set(key, entry);
			}

			steps++;
			if (steps % atOnce === 0) {
				yield;
			}
		}

		if (!isSame || next.size !== made.size) {
			list = next.values().map(({image}) => image).toArray();
		}

		made = next;
		return list;
	};
};
