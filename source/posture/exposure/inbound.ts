import type {InboundRule} from '../../model/network-resource.js';
import {holds, sumSources, type SourceSet} from './source-set.js';

/**
What is asked of a network security group: who outside reaches this port behind one of these addresses.
*/
export type Arrival = {
	readonly protocol: string;
	readonly port: number;
	/**
	Addresses that the rules name as destination.
	*/
	readonly addresses: readonly string[];
	/**
	Whether they are of the virtual network: a node's are, those at which a load balancer listens are not.
	*/
	readonly isInNetwork: boolean;
};

const lastPriority = 65_000;

const anyAddress = new Set(['*', 'any', '0.0.0.0/0', '::/0']);

const isProtocol = (rule: InboundRule, protocol: string): boolean => {
	const own = rule.protocol?.toLowerCase() ?? '*';
	return own === '*' || own === protocol.toLowerCase();
};

const isPort = (rule: InboundRule, port: number): boolean => rule.ports.length === 0 || rule.ports.some(range => {
	if (range === '*') {
		return true;
	}

	const [first = '', last = first] = range.split('-', 2);
	return Number(first) <= port && port <= Number(last);
});

const isForAll = (rule: InboundRule, isInNetwork: boolean): boolean => rule.destinations.some(destination => {
	const word = destination.toLowerCase();
	return anyAddress.has(word) || word === (isInNetwork ? 'virtualnetwork' : 'internet');
});

/**
A group of machines, or a range that is not understood; no single address and no service tag.
*/
const isObscure = (destination: string): boolean => destination.includes('/') || destination.includes(' ');

/**
An allowing rule counts where it may be about one of these addresses: a group of machines, or a range that is not understood, may be.
A denying one counts only where it is about all there is.
*/
const isAbout = (rule: InboundRule, {addresses, isInNetwork}: Arrival): boolean => isForAll(rule, isInNetwork) || (rule.isAllow && (
	rule.destinations.length === 0
	|| addresses.length === 0
	|| rule.destinations.some(destination => addresses.some(address => destination === address || (holds(destination, address) ?? isObscure(destination))))
));

const sums = new WeakMap<InboundRule, SourceSet>();

const sourcesOf = (rule: InboundRule): SourceSet => {
	const sum = sums.get(rule) ?? sumSources(rule.sources);
	sums.set(rule, sum);
	return sum;
};

/**
In the order in which a security group tries its rules.
*/
export const byPriority = (rules: readonly InboundRule[]): readonly InboundRule[] =>
	rules.toSorted((one, other) => (one.priority ?? lastPriority) - (other.priority ?? lastPriority));

export type LetIn = SourceSet & {
	/**
	Names of the rules that let in.
	*/
	readonly rules: readonly string[];
};

/**
Who outside the network a security group lets in to a port: up to the first rule that is about everybody.
Nothing where it lets in nobody from outside; then its own last rule denies.
Source: Azure Virtual Network, network security groups: rules are processed in the order of their priority.

@param rules `byPriority`.
*/
export const letIn = (rules: readonly InboundRule[], arrival: Arrival): LetIn | undefined => {
	const {protocol, port} = arrival;
	const ranges: string[] = [];
	const used: string[] = [];
	for (const rule of rules) {
		if (!isPort(rule, port) || !isProtocol(rule, protocol) || !isAbout(rule, arrival)) {
			continue;
		}

		const {who} = sourcesOf(rule);
		if (who === 'internet' && rule.isAllow) {
			return {who, ranges: [], rules: [rule.name]};
		}

		if (who === 'internet') {
			break;
		}

		if (!(who === 'ranges' && rule.isAllow)) {
			continue;
		}

		ranges.push(...rule.sources);
		used.push(rule.name);
	}

	return used.length === 0 ? undefined : {...sumSources([...new Set(ranges)]), rules: used};
};
