import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../../model/known.js';
import type {InboundRule} from '../../../model/network-resource.js';
import {Branch} from '../branch.js';
import {readElements} from '../elements.js';
import {intern} from '../intern.js';
import {lastSegment} from '../resource.js';

const groupName = (element: unknown): string | undefined => {
	const id = valueOf(Branch.of(element).text('id', 2048));
	return id === undefined ? undefined : `application security group ${intern(lastSegment(id))}`;
};

/**
One member for a single value, one for several; the other is absent or empty.
*/
const anyOf = (rule: Branch, one: string, several: string, groups?: string): Fact<readonly string[]> => {
	const single = rule.text(one, 200);
	const list = rule.texts(several);
	const named = groups === undefined ? undefined : rule.texts(groups, groupName);
	return isUnknown(single) || isUnknown(list) || isUnknown(named) ? [single, list, named].find(fact => isUnknown(fact))! : [...(single === undefined || single === '' ? [] : [single]), ...list ?? [], ...named ?? []];
};

type Word = {readonly access: string; readonly direction: string};

const wordsOf = (rule: Branch): Fact<Word> => {
	const access = rule.word('access');
	const direction = rule.word('direction');
	if (isUnknown(access) || isUnknown(direction)) {
		return isUnknown(access) ? access : direction as Fact<Word>;
	}

	const words = {access: access?.toLowerCase() ?? '', direction: direction?.toLowerCase() ?? ''};
	return /^(?:allow|deny)$/v.test(words.access) && /^(?:inbound|outbound)$/v.test(words.direction)
		? words
		: unknown('malformed', 'a security rule says neither whether it allows nor in which direction it works');
};

const readRule = (element: Branch): Fact<InboundRule | undefined> => {
	const rule = element.child('properties');
	const words = wordsOf(rule);
	if (isUnknown(words)) {
		return words;
	}

	if (words.direction === 'outbound') {
		return undefined;
	}

	const name = element.text('name');
	const priority = rule.number('priority');
	const protocol = rule.word('protocol');
	const sources = anyOf(rule, 'sourceAddressPrefix', 'sourceAddressPrefixes', 'sourceApplicationSecurityGroups');
	const destinations = anyOf(rule, 'destinationAddressPrefix', 'destinationAddressPrefixes', 'destinationApplicationSecurityGroups');
	const ports = anyOf(rule, 'destinationPortRange', 'destinationPortRanges');
	return [name, priority, protocol, sources, destinations, ports].find(fact => isUnknown(fact)) ?? {
		name: valueOf(name) ?? '',
		priority: valueOf(priority),
		isAllow: words.access === 'allow',
		protocol: valueOf(protocol),
		sources: valueOf(sources) ?? [],
		destinations: valueOf(destinations) ?? [],
		ports: valueOf(ports) ?? [],
	};
};

/**
The rules of a network security group for what comes in, in the order in which they are tried; default rules are not among them,
for they are the same everywhere. Without its words a rule may be the one that opens everything, so then all are unknown.
Source: Microsoft.Network networkSecurityGroups 2025-05-01.
*/
export const readInboundRules = (properties: Branch): Fact<readonly InboundRule[]> => {
	const rules = readElements(properties, 'securityRules', readRule);
	return isUnknown(rules)
		? rules
		: rules.filter(rule => rule !== undefined).toSorted((one, other) => (one.priority ?? Infinity) - (other.priority ?? Infinity));
};
