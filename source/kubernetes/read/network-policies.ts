import type {NamespacePolicy} from '../../model/route.js';
import {readMetadata} from './metadata.js';

type Policy = {readonly namespace: string; readonly ingress: 'deny-all' | 'allow-all' | 'some' | 'none'};

/**
Whether everything is selected or let in: nothing is named.
*/
const isEmpty = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && (Object.values(value) as readonly unknown[]).every(member => typeof member === 'object' && member !== null && Object.keys(member).length === 0);

/**
What a policy does to what comes in. One that cannot be read does something nobody knows: `some`.
*/
const readPolicy = (document: unknown): Policy => {
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
How each namespace is shut off: policies add up, so that one which lets everybody in undoes a default deny. Never throws.
Source: Kubernetes networking.k8s.io/v1 NetworkPolicy.
*/
export const readNetworkPolicies = (documents: readonly unknown[]): readonly NamespacePolicy[] => {
	const policies = Map.groupBy(documents.map(document => readPolicy(document)), ({namespace}) => namespace);
	return [...policies].map(([namespace, all]) => {
		const has = (ingress: Policy['ingress']): boolean => all.some(policy => policy.ingress === ingress);
		const isShut = has('deny-all') && !has('allow-all');
		return {namespace, count: all.length, ingress: isShut ? 'default-deny' : (all.every(policy => policy.ingress === 'none') ? 'none' : 'some')};
	});
};
