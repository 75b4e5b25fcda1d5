import type {Branch} from '../../azure/read/branch.js';
import {intern} from '../../azure/read/intern.js';
import {isUnknown, type Fact} from '../../model/known.js';
import type {Route, RouteRule} from '../../model/route.js';
import type {Gateway, Listener} from './gateway.js';
import {listOf} from './list-of.js';
import {readMetadata} from './metadata.js';
import {together} from './together.js';

/**
The Gateways of the cluster, by `namespace/name`.
*/
export type Gateways = Fact<ReadonlyMap<string, Gateway>>;

type Parent = {readonly gateway: string; readonly section: string | undefined};

type Texts = ReadonlyArray<string | undefined>;

const parentsOf = (spec: Branch, namespace: string): Fact<readonly Parent[]> => {
	const parents = listOf(spec, 'parentRefs', (parent): Fact<Parent | undefined> => {
		const facts = together<Texts>(parent.word('name'), parent.word('namespace'), parent.word('sectionName'), parent.word('kind'));
		if (isUnknown(facts)) {
			return facts;
		}

		const [name = '', where = namespace, section, kind = 'Gateway'] = facts;
		return {gateway: kind === 'Gateway' ? intern(`${where}/${name}`) : '', section};
	});
	// A route may hang on a Service of a mesh: that opens nothing to the outside.
	return isUnknown(parents) ? parents : (parents ?? []).filter(({gateway}) => gateway !== '');
};

const servicesOf = (spec: Branch, namespace: string): Fact<readonly string[]> => {
	const rules = listOf(spec, 'rules', rule => listOf(rule, 'backendRefs', (backend): Fact<string | undefined> => {
		const facts = together<Texts>(backend.word('name'), backend.word('namespace'), backend.word('kind'));
		if (isUnknown(facts)) {
			return facts;
		}

		const [name = '', where = namespace, kind = 'Service'] = facts;
		return kind === 'Service' ? intern(`${where}/${name}`) : '';
	}) ?? []);
	return isUnknown(rules) ? rules : [...new Set((rules ?? []).flat().filter(service => service !== ''))];
};

const matches = (listener: string | undefined, host: string | undefined): boolean => {
	if (listener === undefined || host === undefined || listener === host) {
		return true;
	}

	const [wide, narrow] = listener.startsWith('*.') ? [listener, host] : [host, listener];
	return wide.startsWith('*.') && narrow.endsWith(wide.slice(1));
};

/**
Whether every listener that takes requests for this host has a certificate: one without takes them in clear text.
*/
const hasTls = (gateways: Gateways, parents: readonly Parent[], host: string | undefined): Fact<boolean> => {
	if (isUnknown(gateways)) {
		return gateways;
	}

	const taking: Listener[] = [];
	for (const {gateway, section} of parents) {
		const listeners = gateways.get(gateway)?.listeners ?? [];
		if (isUnknown(listeners)) {
			return listeners;
		}

		taking.push(...listeners.filter(listener => (section === undefined || listener.name === section) && matches(listener.host, host)));
	}

	return taking.length > 0 && taking.every(listener => listener.hasTls);
};

const addressesOf = (gateways: Gateways, parents: readonly Parent[]): Fact<readonly string[]> => {
	if (isUnknown(gateways)) {
		return parents.length === 0 ? [] : gateways;
	}

	const all = parents.map(({gateway}) => gateways.get(gateway)?.addresses ?? []);
	return all.find(addresses => isUnknown(addresses)) ?? [...new Set((all as ReadonlyArray<readonly string[]>).flat())];
};

const rulesOf = (spec: Branch, namespace: string, gateways: Gateways, parents: readonly Parent[]): Fact<readonly RouteRule[]> => {
	const facts = together<[boolean, readonly string[] | undefined, readonly string[]]>(spec.presence(), spec.texts('hostnames'), servicesOf(spec, namespace));
	if (isUnknown(facts)) {
		return facts;
	}

	const [, hosts = [], services] = facts;
	return (hosts.length === 0 ? [undefined] : hosts).map(host => ({host, hasTls: hasTls(gateways, parents, host), services}));
};

/**
Maps an HTTPRoute; its addresses and certificates are those of its Gateways. Never throws.
Source: gateway.networking.k8s.io/v1 HTTPRoute.
*/
export const readHttpRoute = (document: unknown, gateways: Gateways): Route => {
	const {root, name, namespace} = readMetadata(document);
	const spec = root.required('spec');
	const parents = parentsOf(spec, namespace);
	const known = isUnknown(parents) ? [] : parents;
	return {
		kind: 'HTTPRoute',
		namespace,
		name,
		through: isUnknown(parents) ? parents : [...new Set(parents.map(({gateway}) => gateway))],
		rules: isUnknown(parents) ? parents : rulesOf(spec, namespace, gateways, known),
		addresses: isUnknown(parents) ? parents : addressesOf(gateways, known),
		allowedRanges: [],
	};
};
