import {setImmediate} from 'node:timers/promises';
import {days, isoTime, type Json} from '../documents/context.js';
import {clusterId, registryId} from '../documents/ids.js';
import {imageNumberOf, imageSourceOf, packageOf} from '../documents/package-data.js';
import type {PackageFinding} from '../fleet/finding-spec.js';
import {imageCount, imageOf, type DemoImage} from '../fleet/images.js';
import type {RegistrySpec} from '../fleet/registry-spec.js';
import {rowsOf, type Rows} from './rows.js';
import type {InScope, World} from './world.js';

type Counts = {open: Record<string, number>; fixable: Record<string, number>};

const noCounts = (): Counts => ({
	open: {
		critical: 0, high: 0, medium: 0, low: 0, info: 0,
	},
	fixable: {
		critical: 0, high: 0, medium: 0, low: 0, info: 0,
	},
});

/**
Sums up the package findings of one resource by image, as `summarize` does.
*/
const countByImage = (findings: Iterable<PackageFinding>): ReadonlyMap<number, Counts> => {
	const counts = new Map<number, Counts>();
	for (const finding of findings) {
		const number = imageNumberOf(finding);
		const known = counts.get(number) ?? noCounts();
		counts.set(number, known);
		const severity = finding.severity === 'Informational' ? 'info' : finding.severity.toLowerCase();
		known.open[severity]! += 1;
		known.fixable[severity]! += packageOf(finding)[4] === undefined ? 0 : 1;
	}

	return counts;
};

const columns = (prefix: 'open' | 'fixable', counts: Counts): Json => Object.fromEntries(Object.entries(counts[prefix]).map(([severity, count]) => [`${prefix}_${severity}`, count]));

const placeOf = (about: string, host: string, {repository, digest}: DemoImage): Json => ({
	id: `${about}/images/${repository}@${digest}`, about, host, repository, digest,
});

const scanRow = (world: World, registry: RegistrySpec, image: DemoImage, counts: Counts): Json => {
	const looked = world.context.base - days(image.scannedDaysAgo);
	return {
		...placeOf(registryId(registry).toLowerCase(), `${registry.name}.azurecr.io`, image),
		subscriptionId: registry.subscription.id,
		...columns('open', counts),
		...columns('fixable', counts),
		tagNames: JSON.stringify([image.tag]),
		os: 'linux',
		pushed: isoTime(image.pushedAt),
		assessed: isoTime(looked),
		scanned: isoTime(looked),
	};
};

/**
Whether Defender looks into the registries of a subscription at all.
*/
const isScanned = ({subscription}: RegistrySpec): boolean => subscription.plans !== 'off';

const byId = (first: Json, second: Json): number => (String(first.id) < String(second.id) ? -1 : 1);

/**
Findings on the packages of one resource, the story's own with them.

@yields Each.
*/
const packagesBelow = function * (world: World, subjectId: string): Generator<PackageFinding> {
	for (const unit of world.unitsOf(subjectId)) {
		yield * unit.packages();
	}
};

/**
One row for each image that Defender has assessed, in order of ids.
*/
export const imageScanRows = async (world: World, inScope: InScope): Promise<Rows> => {
	const rows: Json[] = [];
	for (const index of world.registryShelf.within(inScope)) {
		const registry = world.stage.registries.at(index);
		const counts = countByImage(packagesBelow(world, registryId(registry).toLowerCase()));
		for (let number = 0; number < imageCount(registry); number++) {
			const image = imageOf(registry, number, world.context);
			const found = counts.get(number);
			if (found !== undefined || (isScanned(registry) && !image.isUnscanned)) {
				rows.push(scanRow(world, registry, image, found ?? noCounts()));
			}
		}

		// eslint-disable-next-line no-await-in-loop -- other work has its turn
		await setImmediate();
	}

	return rowsOf(rows.toSorted(byId));
};

/**
One row for each image that runs somewhere and is vulnerable, in order of ids.
*/
export const runningScanRows = async (world: World, inScope: InScope): Promise<Rows> => {
	const rows: Json[] = [];
	for (const index of world.clusterShelf.within(inScope)) {
		const cluster = world.stage.clusters.at(index);
		const about = clusterId(cluster).toLowerCase();
		const source = imageSourceOf({kind: 'cluster', spec: cluster});
		for (const [number, counts] of countByImage(packagesBelow(world, about))) {
			rows.push({
				...placeOf(about, `${source.name}.azurecr.io`, imageOf(source, number, world.context)), subscriptionId: cluster.subscription.id, ...columns('open', counts),
			});
		}

		if (rows.length % 100 < 10) {
			// eslint-disable-next-line no-await-in-loop -- other work has its turn
			await setImmediate();
		}
	}

	return rowsOf(rows.toSorted(byId));
};

/**
The findings on packages of the image with a digest, worst first.
*/
export const recordsOfImage = (world: World, inScope: InScope, digest: string): readonly PackageFinding[] => {
	const found: PackageFinding[] = [];
	for (const index of world.registryShelf.within(inScope)) {
		const registry = world.stage.registries.at(index);
		const number = Array.from({length: imageCount(registry)}, (_, candidate) => candidate).find(candidate => imageOf(registry, candidate, world.context).digest === digest);
		if (number !== undefined) {
			found.push(...packagesBelow(world, registryId(registry).toLowerCase()).filter(finding => imageNumberOf(finding) === number));
		}
	}

	return found;
};
