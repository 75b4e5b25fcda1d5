import type {NamespacePolicy} from '../../model/route.js';
import {readMetadata} from './metadata.js';

/**
What one policy does to what comes in: `deny-all` and `allow-all` select every pod.
*/
export type Policy = {readonly namespace: string; readonly ingress: 'deny-all' | 'allow-all' | 'some' | 'none'};

/**
Whether everything is selected or let in: nothing is named.
*/
const isEmpty = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && (Object.values(value) as readonly unknown[]).every(member => typeof member === 'object' && member !== null && Object.keys(member).length === 0);

/**
Reads one policy. One that cannot be read does something nobody knows: `some`. Never throws.
Source: Kubernetes networking.k8s.io/v1 NetworkPolicy.
*/
export const readNetworkPolicy = (document: unknown): Policy => {
	const {root, namespace} = readMetadata(document);
	const spec = root.child('spec');
	const types = spec.raw('policyTypes') ?? ['Ingress'];
	const rules = spec.raw('ingress') ?? [];
	if (!spec.isPresent || !Array.isArray(types) || !Array.isArray(rules)) {
		return {namespace, ingress: 'some'};
	}

	if (!types.includes('Ingress')) {
		return {namespace, ingress: 'none'};
	}

	if (!isEmpty(spec.raw('podSelector') ?? {})) {
		return {namespace, ingress: 'some'};
	}

	return rules.length === 0 ? {namespace, ingress: 'deny-all'} : {namespace, ingress: rules.some(rule => isEmpty(rule)) ? 'allow-all' : 'some'};
};

/**
How each namespace is shut off: policies add up, so that one which lets everybody in undoes a default deny.
*/
export const sumPolicies = (policies: readonly Policy[]): readonly NamespacePolicy[] =>
	[...Map.groupBy(policies, ({namespace}) => namespace)].map(([namespace, all]) => {
		const has = (ingress: Policy['ingress']): boolean => all.some(policy => policy.ingress === ingress);
		const isShut = has('deny-all') && !has('allow-all');
		return {namespace, count: all.length, ingress: isShut ? 'default-deny' : (all.every(policy => policy.ingress === 'none') ? 'none' : 'some')};
	});
