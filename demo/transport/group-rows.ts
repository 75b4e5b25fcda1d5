import type {Json} from '../documents/context.js';
import {countDisks, diskDocuments} from '../documents/disk-documents.js';
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

type GroupCount = {readonly index: number; readonly subscriptionId: string; readonly count: number};

type Kind = keyof GroupShelf;

const documents: Readonly<Record<Kind, (site: Site) => readonly Json[]>> = {network: networkDocuments, disks: diskDocuments};

const byKey = (first: {readonly key: string}, second: {readonly key: string}): number => (first.key < second.key ? -1 : 1);

/**
Counted once, for the story changes no count.
*/
export const createGroupShelf = ({clusters, context}: Fleet): GroupShelf => {
	const sites = Array.from({length: clusters.length}, (_, index): Site => ({
		cluster: clusters.at(index), index, context, moment: stillMoment,
	}));
	const ordered = sites
		.map(site => ({site, key: nodeGroupId(site).toLowerCase()}))
		.toSorted(byKey);
	const counted = (count: (site: Site) => number) => ordered.map(({site}) => ({index: site.index, subscriptionId: site.cluster.subscription.id, count: count(site)}));
	return {network: counted(countNetworkDocuments), disks: counted(countDisks)};
};

/**
Rows of what stands in node resource groups. The documents of one cluster are made when the first of its rows is asked for, and forgotten with
the page.
*/
export const groupRows = (world: World, kind: Kind, inScope: InScope): Rows => {
	const groups = world.groups[kind].filter(({subscriptionId}) => inScope(subscriptionId));
	const starts: number[] = [];
	let length = 0;
	for (const {count} of groups) {
		starts.push(length);
		length += count;
	}

	let made: {readonly place: number; readonly rows: readonly Json[]} | undefined;
	const rowsOfGroup = (place: number): readonly Json[] => {
		if (made?.place !== place) {
			const site = siteOf(world, groups[place]!.index);
			const {subscription} = site.cluster;
			made = {place, rows: documents[kind](site).map(document => resourceRow(world, document, subscription.id, String(document.id).split('/', 5)[4]!))};
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
