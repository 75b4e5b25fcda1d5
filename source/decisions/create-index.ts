import type {Decision, DecisionTarget} from './decision.js';
import {compilePattern, matchesPattern, type Pattern} from './pattern.js';

export type DecisionIndex = {
	/**
	The decisions about a resource, whatever their checks and days, in the order of the file. The same list for the same object.
	*/
	readonly about: (resource: DecisionTarget) => readonly Decision[];
};

type Candidate = {readonly decision: Decision; readonly pattern: Pattern};

type Buckets<T> = Map<string, T[]>;

const put = <T>(buckets: Buckets<T>, key: string, item: T): void => {
	const bucket = buckets.get(key);
	if (bucket) {
		bucket.push(item);
	} else {
		buckets.set(key, [item]);
	}
};

const lastSegment = (text: string): string => text.slice(text.lastIndexOf('/') + 1);

const subscriptionOf = (text: string): string | undefined => /^\/subscriptions\/[^*\/]+\//v.exec(text)?.[0];

const tagKey = (name: string, value: string): string => `${name.toLowerCase()}=${value}`;

const bears = ({tags}: DecisionTarget, {tag}: Decision): boolean =>
	tag === undefined || Object.entries(tags).some(([name, value]) => tagKey(name, value) === tagKey(tag.name, tag.value));

/**
Sorts decisions so that a resource meets few of them: whole ids by the id, patterns by the name at their end or by the
subscription at their beginning, tags by the tag. Only what has neither is tried on every resource. Azure compares ids and
names of tags without regard to case, values of tags with it.
*/
export const createDecisionIndex = (decisions: readonly Decision[]): DecisionIndex => {
	const byId: Buckets<Decision> = new Map();
	const byTag: Buckets<Decision> = new Map();
	const byName: Buckets<Candidate> = new Map();
	const bySubscription: Buckets<Candidate> = new Map();
	const others: Candidate[] = [];
	const known = new WeakMap<DecisionTarget, readonly Decision[]>();

	for (const decision of decisions) {
		const {resource, tag} = decision;
		if (resource === undefined) {
			put(byTag, tagKey(tag!.name, tag!.value), decision);
			continue;
		}

		if (!resource.includes('*')) {
			put(byId, resource, decision);
			continue;
		}

		const candidate = {decision, pattern: compilePattern(resource)};
		const name = lastSegment(resource);
		const subscription = subscriptionOf(resource);
		if (!name.includes('*')) {
			put(byName, name, candidate);
		} else if (subscription === undefined) {
			others.push(candidate);
		} else {
			put(bySubscription, subscription, candidate);
		}
	}

	const find = (resource: DecisionTarget): readonly Decision[] => {
		const {key, tags} = resource;
		const found: Decision[] = [...(byId.get(key) ?? []), ...Object.entries(tags).flatMap(([name, value]) => byTag.get(tagKey(name, value)) ?? [])];
		for (const candidates of [byName.get(lastSegment(key)), bySubscription.get(subscriptionOf(key) ?? ''), others]) {
			for (const {decision, pattern} of candidates ?? []) {
				if (matchesPattern(pattern, key)) {
					found.push(decision);
				}
			}
		}

		return found.filter(decision => bears(resource, decision)).toSorted((one, other) => one.line - other.line);
	};

	return {
		about(resource) {
			let found = known.get(resource);
			if (found === undefined) {
				found = find(resource);
				known.set(resource, found);
			}

			return found;
		},
	};
};
