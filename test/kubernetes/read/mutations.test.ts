import test from 'ava';
import fc from 'fast-check';
import {readNetworkResource} from '../../../source/azure/read/network-resource.js';
import {createCollectInside} from '../../../source/kubernetes/collect-inside.js';
import {kubernetesLists, type KubernetesList} from '../../../source/kubernetes/kubernetes-reader.js';
import {readService} from '../../../source/kubernetes/read/service.js';
import {isUnknown, valueOf} from '../../../source/model/known.js';
import {exposeCluster} from '../../../source/posture/exposure/expose-cluster.js';
import {readDocument, type Json} from '../../support/azure-documents.js';
import {objectsIn, owner} from '../../support/inside-documents.js';
import {onePage, readerOf} from '../../support/kubernetes-reader.js';
import {junk, mutate, mutationsAt} from '../../support/mutate.js';

const files: Readonly<Record<KubernetesList, string>> = {
	nodes: 'nodes-list-aks-composed',
	services: 'services-list-composed',
	ingresses: 'ingresses-list-composed',
	gateways: 'gateways-list-composed',
	httpRoutes: 'http-routes-list-composed',
	networkPolicies: 'network-policies-list-composed',
	daemonSets: 'daemonsets-list-composed',
	storageClasses: 'storage-classes-list-composed',
	clusterRoleBindings: 'cluster-role-bindings-list-composed',
	pods: 'pods-list-composed',
};

const paths = [
	'metadata',
	'metadata.name',
	'metadata.namespace',
	'metadata.annotations',
	'metadata.labels',
	'spec',
	'spec.type',
	'spec.ports',
	'spec.rules',
	'spec.tls',
	'spec.externalName',
	'spec.listeners',
	'spec.parentRefs',
	'spec.policyTypes',
	'spec.podSelector',
	'spec.loadBalancerSourceRanges',
	'spec.externalIPs',
	'status',
	'status.conditions',
	'status.addresses',
	'status.loadBalancer.ingress',
	'roleRef',
	'subjects',
	'parameters',
	'spec.template.spec.containers',
];

const dangerous = /[\p{Control}\p{Surrogate}]/v;

const textsOf = (value: unknown): readonly string[] => {
	if (typeof value === 'string') {
		return [value];
	}

	return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, member]) => [key, ...textsOf(member)]) : [];
};

const network = ['network-security-group-kubernetes-composed', 'load-balancer-kubernetes-composed']
	.map(file => readNetworkResource(readDocument(`network/${file}.json`))!);

test('nothing throws and nothing unsafe comes out of a damaged cluster, through to who reaches its Services', async t => {
	const documents = Object.fromEntries(kubernetesLists.map(list => [list, objectsIn(files[list])])) as Readonly<Record<KubernetesList, readonly Json[]>>;
	const reach = {way: 'entra', server: 'x', attempts: []} as const;
	await fc.assert(fc.asyncProperty(mutationsAt(paths), fc.nat(), junk, async (mutations, seed, whole) => {
		const damaged = Object.fromEntries(kubernetesLists.map(list => {
			const all = documents[list];
			return [list, onePage([...all.map((document, index) => (index === seed % all.length ? mutate(document, mutations) : document)), whole])];
		}));
		const inside = await createCollectInside()({reach, reader: readerOf(damaged)}, owner, new AbortController().signal);
		const services = valueOf(inside.services)!;
		const exposures = exposeCluster({
			cluster: owner, inside, services, network,
		});
		t.is(exposures.size, services.length);
		for (const text of textsOf([inside, exposures.values().toArray()])) {
			t.notRegex(text, dangerous);
		}
	}), {numRuns: 150});
});

test('a Service whose opening cannot be read is never said to be closed', t => {
	const documents = objectsIn('services-list-composed');
	const deciding = ['spec', 'spec.type', 'spec.ports', 'spec.loadBalancerSourceRanges', 'spec.externalIPs', 'spec.externalName', 'status.loadBalancer', 'status.loadBalancer.ingress'];
	fc.assert(fc.property(fc.constantFrom(...documents), mutationsAt(deciding), (document, mutations) => {
		const service = readService(mutate(document, mutations.map(({at, value}) => (typeof at === 'number' ? {at: 'metadata.generation', value: 1} : {at, value}))), owner);
		const exposure = exposeCluster({
			cluster: owner, inside: undefined, services: [service], network: [],
		}).get(service.key)!;
		const isBroken = isUnknown(service.type) || isUnknown(service.externalIps) || (service.type !== 'ExternalName' && isUnknown(service.ports)) || (service.type === 'LoadBalancer' && isUnknown(service.addresses));
		t.true(!isBroken || (exposure.who !== 'cluster' && exposure.who !== 'nobody' && exposure.gaps.length > 0), JSON.stringify(exposure));
	}), {numRuns: 300});
});
