import type {Resource} from '../../model/resource.js';
import {severityRank, type Severity} from '../../model/severity.js';
import type {WorklistEntry} from './entry.js';

export type Grouping = 'check' | 'resource';

/**
What belongs together in the worklist: one check or recommendation, or one resource.
*/
export type WorklistGroup = Resource & {
	readonly by: Grouping;
	/**
	What `groupIdOf` gives for each of its lines.
	*/
	readonly group: string;
	readonly title: string;
	readonly count: number;
	readonly severity: Severity;
	/**
	The highest rank of its lines.
	*/
	readonly rank: number;
	/**
	From the tags of its resources; absent where none says.
	*/
	readonly owner: string | undefined;
	/**
	The resource, where it is one.
	*/
	readonly resource: Resource | undefined;
	/**
	Lines whose resource the internet reaches, or may reach.
	*/
	readonly exposed: number;
};

/**
Tags that name who answers for a resource, in the order of how much they say.
*/
const ownerTags = ['owner', 'team', 'contact', 'responsible', 'costcenter', 'cost-center'];

/**
Who answers for a resource, by its tags; absent where they do not say.
*/
export const ownerOf = ({tags}: Pick<Resource, 'tags'>): string | undefined => {
	const entries = Object.entries(tags);
	if (entries.length === 0) {
		return undefined;
	}

	for (const wanted of ownerTags) {
		const found = entries.find(([name, value]) => name.toLowerCase() === wanted && value.trim() !== '');
		if (found) {
			return found[1];
		}
	}

	return undefined;
};

export const groupIdOf = (entry: WorklistEntry, by: Grouping): string =>
	by === 'check' ? `${entry.source}:${entry.topic}` : (entry.finding?.resourceKey ?? entry.resource?.key ?? entry.key);

type Draft = {first: WorklistEntry; count: number; severity: Severity; rank: number; exposed: number; readonly owners: Set<string>};

const ownersInWords = ({owners}: Draft): string | undefined => {
	const [first] = owners;
	return owners.size > 1 ? `${owners.size} owners` : first;
};

const groupOf = (id: string, by: Grouping, draft: Draft): WorklistGroup => {
	const {first, count, severity, rank, exposed} = draft;
	const isResource = by === 'resource';
	const {kind, subscriptionId, resourceGroup, region, tags} = first;
	return {
		kind,
		id: isResource ? first.id : first.topic,
		key: `group:${id}`,
		name: isResource ? first.resourceName : first.title,
		subscriptionId: isResource ? subscriptionId : '',
		resourceGroup: isResource ? resourceGroup : '',
		region: isResource ? region : '',
		tags: isResource ? tags : {},
		by,
		group: id,
		title: isResource ? first.resourceName : first.title,
		count,
		severity,
		rank,
		owner: ownersInWords(draft),
		resource: isResource ? first.resource : undefined,
		exposed,
	};
};

/**
Groups the lines of a worklist, the group with the highest rank first. Every line is in exactly one group.

@param entries in the order of their rank
*/
export const groupWorklist = (entries: readonly WorklistEntry[], by: Grouping): readonly WorklistGroup[] => {
	const drafts = new Map<string, Draft>();
	for (const entry of entries) {
		const id = groupIdOf(entry, by);
		let draft = drafts.get(id);
		if (!draft) {
			draft = {
				first: entry, count: 0, severity: entry.severity, rank: entry.rank, exposed: 0, owners: new Set(),
			};
			drafts.set(id, draft);
		}

		draft.count++;
		draft.severity = severityRank(entry.severity) < severityRank(draft.severity) ? entry.severity : draft.severity;
		draft.exposed += entry.exposure.state === 'open' || entry.exposure.state === 'unknown' ? 1 : 0;
		const owner = ownerOf(entry);
		if (owner !== undefined) {
			draft.owners.add(owner);
		}
	}

	return [...drafts].map(([id, draft]) => groupOf(id, by, draft));
};
