import type {Site} from '../../inside/site.js';
import {careOf, namespaceOf, workloadsOf} from '../../inside/workloads.js';
import type {Json} from '../context.js';
import {metadata} from './metadata.js';

type Given = {readonly namespace: string; readonly name: string; readonly spec: Json};

const everyPod = {podSelector: {}} as const;

const denyAll = (namespace: string): Given => ({namespace, name: 'default-deny', spec: {...everyPod, policyTypes: ['Ingress', 'Egress']}});

/**
Policies as far as somebody cares: closed clusters deny in every namespace of the team, usual ones in its own, open ones let some in; where
nothing enforces them there are none.
*/
const policiesOf = (site: Site): readonly Given[] => {
	const {cluster: {team, network}} = site;
	if (network === 'none' || network === 'kubenet') {
		return [];
	}

	const namespace = namespaceOf(site);
	const [first = '', second = ''] = workloadsOf(site);
	const fromEntrance: Given = {
		namespace,
		name: 'from-entrance',
		spec: {
			podSelector: {matchLabels: {app: first}},
			ingress: [{from: [{namespaceSelector: {matchLabels: {'kubernetes.io/metadata.name': 'app-routing-system'}}}], ports: [{protocol: 'TCP', port: 8080}]}],
			policyTypes: ['Ingress'],
		},
	};
	const toStores: Given = {
		namespace: `${team}-stores`,
		name: `db-from-${second}`,
		spec: {
			podSelector: {matchLabels: {app: 'db'}},
			ingress: [{from: [{namespaceSelector: {matchLabels: {team}}, podSelector: {matchLabels: {app: second}}}], ports: [{protocol: 'TCP', port: 5432}]}],
			policyTypes: ['Ingress'],
		},
	};
	switch (careOf(site)) {
		case 'closed': {
			return [denyAll(namespace), denyAll(`${team}-stores`), denyAll('monitoring'), fromEntrance, toStores];
		}

		case 'usual': {
			return [denyAll(namespace), fromEntrance, toStores];
		}

		case 'open': {
			return [toStores, {namespace, name: 'allow-all', spec: {...everyPod, ingress: [{}], policyTypes: ['Ingress']}}];
		}
	}
};

/**
Network policies (networking.k8s.io/v1).
*/
export const policyDocuments = (site: Site): readonly Json[] => policiesOf(site).map(({namespace, name, spec}) => ({metadata: metadata(site, 'NetworkPolicy', name, {namespace, generation: 1}), spec}));
