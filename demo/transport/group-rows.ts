import {setImmediate} from 'node:timers/promises';
import type {Json} from '../documents/context.js';
import {countDisks, diskDocuments} from '../documents/disk-documents.js';
import {edgeDocument, edgeGroupId, hasEdge} from '../documents/edge-documents.js';
import {countNetworkDocuments, networkDocuments} from '../documents/network-documents.js';
import {stillMoment} from '../inside-story.js';
import {nodeGroupId, type Site} from '../inside/site.js';
import type {Fleet} from '../fleet/fleet.js';
import {resourceRow, type Rows} from './rows.js';
import {siteOf} from './site-of.js';
import type {InScope, World} from './world.js';

/**
What the node resource groups of all clusters hold, in order of ids: which cluster's how many.
*/
export type GroupShelf = {
	readonly network: readonly GroupCount[];
	readonly disks: readonly GroupCount[];
};

/**
`isOuter`: what leads to the cluster's nodes from a resource group of its team.
*/
type GroupCount = {readonly index: number; readonly subscriptionId: string; readonly count: number; readonly isOuter?: boolean};

type Kind = keyof GroupShelf;

const documents: Readonly<Record<Kind, (site: Site) => readonly Json[]>> = {network: networkDocuments, disks: diskDocuments};

const byKey = (first: {readonly key: string}, second: {readonly key: string}): number => (first.key < second.key ? -1 : 1);

/**
Clusters that are counted in one go: a few milliseconds.
*/
const clustersAtOnce = 50;

/**
Counted once, for the story changes no count; other work has its turn in between.
*/
export const createGroupShelf = async ({clusters, context}: Fleet): Promise<GroupShelf> => {
	const counted: Array<{readonly key: string; readonly network: GroupCount; readonly disks: GroupCount}> = [];
	const outer: Array<{readonly key: string; readonly network: GroupCount}> = [];
	for (let index = 0; index < clusters.length; index++) {
		const cluster = clusters.at(index);
		const site: Site = {
			cluster, index, context, moment: stillMoment,
		};
		const place = {index, subscriptionId: cluster.subscription.id};
		counted.push({key: nodeGroupId(site).toLowerCase(), network: {...place, count: countNetworkDocuments(site)}, disks: {...place, count: countDisks(site)}});
		if (hasEdge(site)) {
			outer.push({key: edgeGroupId(site).toLowerCase(), network: {...place, count: 1, isOuter: true}});
		}

		if (counted.length % clustersAtOnce === 0) {
			// eslint-disable-next-line no-await-in-loop -- that is the point
			await setImmediate();
		}
	}

	const ordered = counted.toSorted(byKey);
	return {network: [...counted, ...outer].toSorted(byKey).map(({network}) => network), disks: ordered.map(({disks}) => disks)};
};

/**
Rows of what stands in node resource groups. The documents of one cluster are made when the first of its rows is asked for, and forgotten with
the page.
*/
export const groupRows = async (world: World, kind: Kind, inScope: InScope): Promise<Rows> => {
	const shelf = await world.groups;
	const groups = shelf[kind].filter(({subscriptionId}) => inScope(subscriptionId));
	const starts: number[] = [];
	let length = 0;
	for (const {count} of groups) {
		starts.push(length);
		length += count;
	}

	let made: {readonly place: number; readonly rows: readonly Json[]} | undefined;
	const rowsOfGroup = (place: number): readonly Json[] => {
		if (made?.place !== place) {
			const {index, isOuter = false} = groups[place]!;
			const site = siteOf(world, index);
			const {subscription} = site.cluster;
			made = {place, rows: (isOuter ? [edgeDocument(site)] : documents[kind](site)).map(document => resourceRow(world, document, subscription.id, String(document.id).split('/', 5)[4]!))};
		}

		return made.rows;
	};

	return {
		length,
		hasId: true,
		at(index) {
			const place = starts.findLastIndex(start => start <= index);
			return JSON.stringify(rowsOfGroup(place)[index - starts[place]!]);
		},
	};
};
