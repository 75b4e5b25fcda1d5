import type {Branch} from '../../azure/read/branch.js';
import {intern} from '../../azure/read/intern.js';
import type {ClusterService, ServicePort} from '../../model/cluster-service.js';
import {insideResource} from '../../model/inside-resource.js';
import {isUnknown, valueOf, type Fact} from '../../model/known.js';
import {listOf} from './list-of.js';
import {readMetadata} from './metadata.js';
import type {Owner} from './owner.js';
import {readServiceAnnotations} from './service-annotations.js';

const none: readonly never[] = Object.freeze([]);

/**
An absent list, or an empty one, is the one empty list: 50,000 Services have seven each.
*/
const orNone = <T>(list: Fact<readonly T[] | undefined>): Fact<readonly T[]> =>
	(isUnknown(list) ? list : (list === undefined || list.length === 0 ? none : list));

const readPort = (element: Branch): ServicePort | undefined => {
	const port = element.number('port');
	const target = element.raw('targetPort');
	return typeof port === 'number'
		? {
			name: valueOf(element.word('name')),
			protocol: valueOf(element.word('protocol')) ?? 'TCP',
			port,
			targetPort: typeof target === 'string' || typeof target === 'number' ? intern(String(target)) : undefined,
			nodePort: valueOf(element.number('nodePort')),
		}
		: undefined;
};

/**
A node port that cannot be read may be open: it makes the ports unknown.
*/
const portsOf = (spec: Branch): Fact<readonly ServicePort[]> => orNone(listOf(spec, 'ports', element => {
	const nodePort = element.number('nodePort');
	return isUnknown(nodePort) ? nodePort : readPort(element);
}));

const clusterIps = (spec: Branch): Fact<readonly string[]> => {
	const list = spec.texts('clusterIPs');
	if (list !== undefined) {
		return orNone(list);
	}

	const one = spec.text('clusterIP', 64);
	return isUnknown(one) ? one : (one === undefined || one === '' ? none : [one]);
};

const addressesOf = (status: Branch): Fact<readonly string[]> => orNone(listOf(status.child('loadBalancer'), 'ingress', element => {
	const address = element.text('ip', 64);
	const host = element.text('hostname', 253);
	return typeof address === 'string' && address !== '' ? address : host;
}));

const selectorOf = (spec: Branch): Fact<readonly string[]> => {
	const selector = spec.child('selector');
	const presence = selector.presence();
	return isUnknown(presence) ? presence : orNone(selector.names().slice(0, 100).map(name => intern(`${name}=${valueOf(selector.word(name)) ?? ''}`)).toSorted());
};

/**
Maps a Service, also one without annotations, status or ports. Never throws.
Source: Kubernetes core/v1 Service.
*/
export const readService = (document: unknown, owner: Owner): ClusterService => {
	const {root, name, namespace, annotations, created, isDeleting} = readMetadata(document);
	const spec = root.required('spec');
	return {
		...insideResource(owner, `namespaces/${namespace === '' ? '(none)' : namespace}/services/${name}`, name),
		kind: 'service',
		namespace,
		isInferred: false,
		created,
		isDeleting,
		type: spec.word('type'),
		ports: portsOf(spec),
		clusterIps: clusterIps(spec),
		externalName: spec.text('externalName', 253),
		externalIps: orNone(spec.texts('externalIPs')),
		addresses: addressesOf(root.required('status')),
		sourceRanges: orNone(spec.texts('loadBalancerSourceRanges')),
		loadBalancerClass: spec.word('loadBalancerClass'),
		selector: selectorOf(spec),
		externalTrafficPolicy: spec.word('externalTrafficPolicy'),
		...readServiceAnnotations(annotations),
	};
};
