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

export const mergeFindings = (...parts: readonly Findings[]): Findings => ({
	ways: parts.flatMap(({ways}) => ways),
	because: parts.flatMap(({because}) => because),
	troubles: parts.flatMap(({troubles}) => troubles),
	gaps: parts.flatMap(({gaps}) => gaps),
});

export const portLabel = ({protocol, port}: Pick<ServicePort, 'protocol' | 'port'>): string => `${protocol}/${port}`;

export const portLabels = ({ports}: Pick<ClusterService, 'ports'>): readonly string[] => (valueOf(ports) ?? []).map(port => portLabel(port));

/**
Why a fact is a gap, behind what it is about.
*/
export const gapOf = (about: string, fact: Fact<unknown>): readonly string[] => (isUnknown(fact) ? [`${about}: ${fact.reason}`] : []);

/**
Who stands at the beginning of a way.
*/
export const origin = (who: Reachability, ranges: readonly string[]): Hop => {
	switch (who) {
		case 'internet': {
			return {what: 'internet', name: ''};
		}

		case 'ranges': {
			return {what: 'sources', name: ranges.length > 3 ? `${ranges.slice(0, 3).join(', ')} and ${ranges.length - 3} more` : ranges.join(', ')};
		}

		case 'network': {
			return {what: 'virtual network', name: ''};
		}

		case 'cluster': {
			return {what: 'this cluster', name: ''};
		}

		default: {
			return {what: 'somebody', name: '', isUnknown: true};
		}
	}
};
