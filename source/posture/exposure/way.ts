import type {ClusterService, ServicePort} from '../../model/cluster-service.js';
import type {ExposureReason, Hop, Reachability} from '../../model/exposure.js';
import {isUnknown, valueOf, type Fact} from '../../model/known.js';

/**
One way to a Service, from outside to its pods.
*/
export type Way = {
	readonly who: Reachability;
	/**
	Source ranges and tags, where `who` is `ranges`.
	*/
	readonly ranges: readonly string[];
	/**
	As `TCP/443`.
	*/
	readonly ports: readonly string[];
	/**
	Up to the Service, which is not among them.
	*/
	readonly hops: readonly Hop[];
	readonly because: readonly ExposureReason[];
};

/**
What one part of the engine finds out about a Service.
*/
export type Findings = {
	readonly ways: readonly Way[];
	readonly because: readonly ExposureReason[];
	readonly troubles: readonly string[];
	readonly gaps: readonly string[];
};

export const nothingFound: Findings = {
	ways: [], because: [], troubles: [], gaps: [],
};

const join = <T>(one: readonly T[], other: readonly T[]): readonly T[] => {
	if (one.length === 0 || other.length === 0) {
		return one.length === 0 ? other : one;
	}

	return [...one, ...other];
};

const mergeTwo = (one: Findings, other: Findings): Findings => {
	if (one === nothingFound || other === nothingFound) {
		return one === nothingFound ? other : one;
	}

	return {
		ways: join(one.ways, other.ways), because: join(one.because, other.because), troubles: join(one.troubles, other.troubles), gaps: join(one.gaps, other.gaps),
	};
};

/**
All that several parts have found. Most of them find nothing, and 30,000 Services have four each.
*/
export const mergeFindings = (...parts: readonly Findings[]): Findings => {
	let merged = nothingFound;
	for (const part of parts) {
		merged = mergeTwo(merged, part);
	}

	return merged;
};

export const portLabel = ({protocol, port}: Pick<ServicePort, 'protocol' | 'port'>): string => `${protocol}/${port}`;

export const portLabels = ({ports}: Pick<ClusterService, 'ports'>): readonly string[] => (valueOf(ports) ?? []).map(port => portLabel(port));

/**
Why a fact is a gap, behind what it is about.
*/
export const gapOf = (about: string, fact: Fact<unknown>): readonly string[] => (isUnknown(fact) ? [`${about}: ${fact.reason}`] : []);

const origins = {
	internet: {what: 'internet', name: ''},
	network: {what: 'virtual network', name: ''},
	cluster: {what: 'this cluster', name: ''},
	somebody: {what: 'somebody', name: '', isUnknown: true},
} as const satisfies Readonly<Record<string, Hop>>;

/**
Who stands at the beginning of a way.
*/
export const origin = (who: Reachability, ranges: readonly string[]): Hop => {
	switch (who) {
		case 'internet':
		case 'network':
		case 'cluster': {
			return origins[who];
		}

		case 'ranges': {
			return {what: 'sources', name: ranges.length > 3 ? `${ranges.slice(0, 3).join(', ')} and ${ranges.length - 3} more` : ranges.join(', ')};
		}

		default: {
			return origins.somebody;
		}
	}
};
