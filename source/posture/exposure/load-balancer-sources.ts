import type {ClusterService} from '../../model/cluster-service.js';
import type {ExposureReason} from '../../model/exposure.js';
import {isUnknown, valueOf} from '../../model/known.js';
import {letIn} from './inbound.js';
import {sumSources, type SourceSet} from './source-set.js';
import type {Surroundings} from './surroundings.js';
import {gapOf} from './way.js';

/**
Who a load balancer lets in at a public address.
*/
export type LoadBalancerSources = {
	/**
	`unknown`: what decides it could not be read.
	*/
	readonly who: SourceSet['who'] | 'unknown';
	readonly ranges: readonly string[];
	readonly because: readonly ExposureReason[];
	readonly troubles: readonly string[];
	readonly gaps: readonly string[];
};

const prefix = 'metadata.annotations["service.beta.kubernetes.io/';

const isReadable = (entry: string): boolean => /^[\d.:a-f]+(?:\/\d{1,3})?$/iv.test(entry);

const reasonOf = (path: string, values: readonly string[]): readonly ExposureReason[] => (values.length === 0 ? [] : [{path, value: values.join(', ')}]);

/**
Own rules of the network security group may let in more than the annotations say. Ranges of `spec.loadBalancerSourceRanges` hold
all the same, for the nodes themselves keep to them.
*/
const widened = (service: ClusterService, surroundings: Surroundings, address: string): string | undefined => {
	for (const {protocol, port} of valueOf(service.ports) ?? []) {
		const found = (valueOf(surroundings.groups) ?? []).map(rules => letIn(rules, {
			protocol, port, addresses: [address], isInNetwork: false,
		})).find(one => one?.who === 'internet');
		if (found) {
			return found.rules[0];
		}
	}

	return undefined;
};

/**
Without rules of the cloud's own, only those of the network security group count.
*/
const byGroupsAlone = (service: ClusterService, surroundings: Surroundings, address: string): LoadBalancerSources => {
	const path = `${prefix}azure-disable-load-balancer-nsg-rule"]`;
	const because = [{path, value: 'true'}];
	if (isUnknown(surroundings.groups)) {
		return {
			who: 'unknown', ranges: [], because, troubles: [], gaps: gapOf('what is let in was not read', surroundings.groups),
		};
	}

	const found = (valueOf(service.ports) ?? []).flatMap(({protocol, port}) => (valueOf(surroundings.groups) ?? []).map(rules => letIn(rules, {
		protocol, port, addresses: [address], isInNetwork: false,
	})))
		.filter(one => one !== undefined);
	const isWide = found.some(({who}) => who === 'internet');
	const ranges = [...new Set(found.flatMap(one => one.ranges))];
	return {
		who: isWide ? 'internet' : (ranges.length > 0 ? 'ranges' : 'network'),
		ranges: isWide ? [] : ranges,
		because: [...because, ...found.slice(0, 1).map(({rules}) => ({path: 'properties.securityRules', value: rules.join(', ')}))],
		troubles: [],
		gaps: [],
	};
};

/**
Sums up what `spec.loadBalancerSourceRanges` and the annotations let in. Without any of them it is everybody.
Source: kubernetes-sigs/cloud-provider-azure pkg/provider/loadbalancer/accesscontrol.go.
*/
export const loadBalancerSources = (service: ClusterService, surroundings: Surroundings, address: string): LoadBalancerSources => {
	const {sourceRanges, isWithoutRules} = service;
	// Another controller does not know Azure's annotations.
	const isOther = service.loadBalancerClass !== undefined;
	const allowedIpRanges = isOther ? [] : service.allowedIpRanges;
	const allowedServiceTags = isOther ? [] : service.allowedServiceTags;
	if (isUnknown(sourceRanges) || isUnknown(allowedIpRanges) || isUnknown(allowedServiceTags)) {
		const gaps = [sourceRanges, allowedIpRanges, allowedServiceTags].flatMap(fact => gapOf('whom it lets in cannot be read', fact));
		return {
			who: 'unknown', ranges: [], because: [], troubles: [], gaps,
		};
	}

	const allowed = [...allowedIpRanges, ...allowedServiceTags];
	const because = [
		...reasonOf('spec.loadBalancerSourceRanges', sourceRanges),
		...reasonOf(`${prefix}azure-allowed-ip-ranges"]`, allowedIpRanges),
		...reasonOf(`${prefix}azure-allowed-service-tags"]`, allowedServiceTags),
	];
	if (isWithoutRules === true && !isOther && sourceRanges.length === 0) {
		return byGroupsAlone(service, surroundings, address);
	}

	const unreadable = [...sourceRanges, ...allowedIpRanges].find(entry => !isReadable(entry));
	const troubles = [
		...(sourceRanges.length > 0 && allowed.length > 0 ? ['spec.loadBalancerSourceRanges and the annotations that allow ranges or tags do not work together'] : []),
		...(unreadable === undefined ? [] : [`${unreadable} is no range of addresses`]),
	];
	if (sourceRanges.length + allowed.length === 0) {
		return {
			who: 'internet', ranges: [], because: [{path: 'spec.loadBalancerSourceRanges', value: 'absent'}], troubles, gaps: [],
		};
	}

	const sum = sumSources([...sourceRanges, ...allowed]);
	const rule = sourceRanges.length === 0 && sum.who !== 'internet' ? widened(service, surroundings, address) : undefined;
	return rule === undefined
		? {
			...sum, because, troubles, gaps: [],
		}
		: {
			who: 'internet', ranges: [], because: [...because, {path: 'properties.securityRules', value: rule}],
			troubles: [...troubles, `the rule ${rule} of the network security group lets everybody in, whatever the annotations say`], gaps: [],
		};
};
