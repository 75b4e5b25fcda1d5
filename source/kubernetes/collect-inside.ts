import {Branch} from '../azure/read/branch.js';
import type {ClusterNode} from '../model/cluster-node.js';
import type {ClusterService} from '../model/cluster-service.js';
import type {Cluster} from '../model/cluster.js';
import type {
	AgentSet,
	Inside,
	Kured,
	Reach,
} from '../model/inside.js';
import {isUnknown, unknown, type Fact} from '../model/known.js';
import {insideUnknown, reasonOf} from './inside-unknown.js';
import {createKeptItems, type KeptItems} from './kept-items.js';
import type {KubernetesList, KubernetesReader} from './kubernetes-reader.js';
import {factOf, readFacts, readList} from './read-list.js';
import {readAdminSubjects} from './read/admin-subjects.js';
import {readAgentSet} from './read/agent-set.js';
import {readKured} from './read/kured.js';
import {readNetworkPolicy, sumPolicies} from './read/network-policies.js';
import {readNode} from './read/node.js';
import {createPodImages} from './read/pod-images.js';
import {readService} from './read/service.js';
import {readStorageClass} from './read/storage-class.js';
import {readRoutes} from './read-routes.js';

/**
A cluster as it was reached; without a reader, it was not.
*/
export type Reached = {readonly reach: Reach; readonly reader: KubernetesReader | undefined};

/**
Reads everything that a look inside shows, each part for itself. Never rejects but with the signal's reason.

@param onPartial Called with what is there already: after the nodes, after the Services, and before the pods, of which there are most. What is not yet read is as it was in the last look.
*/
export type CollectInside = (reached: Reached, cluster: Cluster, signal: AbortSignal, onPartial?: (inside: Inside) => void) => Promise<Inside>;

type Memory = {
	readonly owner: Cluster;
	readonly nodes: KeptItems<ClusterNode>;
	readonly services: KeptItems<ClusterService>;
	last: Inside | undefined;
};

/**
Clusters whose last look is remembered, so that what did not change keeps its identity.
*/
const mostClusters = 2000;

const beingRead = unknown('not-asked', 'This is being read.');

const createMemory = (owner: Cluster): Memory => ({
	owner,
	nodes: createKeptItems({read: document => readNode(document, owner), keyOf: ({key}) => key, isOfDocument: true}),
	services: createKeptItems({read: document => readService(document, owner), keyOf: ({key}) => key, isOfDocument: true}),
	last: undefined,
});

const isSameOwner = (one: Cluster, other: Cluster): boolean =>
	one === other || (one.id === other.id && one.name === other.name && one.region === other.region && one.resourceGroup === other.resourceGroup);

const readKept = async <T>(reader: KubernetesReader, list: KubernetesList, signal: AbortSignal, kept: KeptItems<T>): Promise<Fact<readonly T[]>> => factOf(async () => {
	const run = kept.begin();
	await readList(reader, list, signal, run);
	const items = run.items();
	run.end();
	return items;
});

const readImages = async (reader: KubernetesReader, signal: AbortSignal): Promise<Inside['images']> => factOf(async () => {
	const counted = createPodImages();
	await readList(reader, 'pods', signal, counted);
	return counted.images();
});

const readVersion = async (reader: KubernetesReader, signal: AbortSignal): Promise<Fact<string | undefined>> =>
	factOf(async () => Branch.of(await reader.version(signal)).text('gitVersion', 64));

type Sets = {readonly kured: Fact<Kured | undefined>; readonly agents: Fact<readonly AgentSet[]>};

/**
Kured and the agents stand in the same list; a Kured that cannot be read does not hide the agents.
*/
const readDaemonSets = async (reader: KubernetesReader, signal: AbortSignal, now: number): Promise<Sets> => {
	const found = await readFacts(reader, 'daemonSets', signal, document => ({kured: readKured(document, now), agent: readAgentSet(document)}));
	if (isUnknown(found)) {
		return {kured: found, agents: found};
	}

	return {
		kured: found.find(({kured}) => kured !== undefined)?.kured,
		agents: found.flatMap(({agent}) => agent ?? []),
	};
};

const isCut = (fact: Fact<unknown>): boolean => isUnknown(fact) && fact.unknown === 'unreachable';

/**
Makes the function that looks inside clusters.
*/
export const createCollectInside = (now: () => number = Date.now): CollectInside => {
	// The one that was looked into longest ago comes first.
	const memories = new Map<string, Memory>();

	const memoryOf = (cluster: Cluster): Memory => {
		const known = memories.get(cluster.key);
		const memory = known && isSameOwner(known.owner, cluster) ? known : createMemory(cluster);
		memories.delete(cluster.key);
		memories.set(cluster.key, memory);
		for (const oldest of memories.keys()) {
			if (memories.size <= mostClusters) {
				break;
			}

			memories.delete(oldest);
		}

		return memory;
	};

	return async ({reach, reader}, cluster, signal, onPartial) => {
		signal.throwIfAborted();
		if (!reader) {
			return insideUnknown(cluster.key, reach, reasonOf(reach), now());
		}

		const memory = memoryOf(cluster);
		const readAt = (): number => reader.readAt ?? now();
		let inside: Inside = {...memory.last ?? insideUnknown(cluster.key, reach, beingRead, 0), reach, readAt: readAt()};
		const [version, nodes] = await Promise.all([readVersion(reader, signal), readKept(reader, 'nodes', signal, memory.nodes)]);
		if (isCut(version) && isCut(nodes)) {
			// The line is gone: eight more waits would say the same.
			return insideUnknown(cluster.key, reach, nodes as typeof beingRead, now());
		}

		inside = {...inside, version, nodes};
		onPartial?.(inside);
		inside = {...inside, services: await readKept(reader, 'services', signal, memory.services)};
		onPartial?.(inside);
		const [routes, policies, sets, storageClasses, admins] = await Promise.all([
			readRoutes(reader, signal),
			readFacts(reader, 'networkPolicies', signal, document => readNetworkPolicy(document)),
			readDaemonSets(reader, signal, readAt()),
			readFacts(reader, 'storageClasses', signal, document => readStorageClass(document)),
			readFacts(reader, 'clusterRoleBindings', signal, document => readAdminSubjects(document)),
		]);
		inside = {
			...inside, routes, namespacePolicies: isUnknown(policies) ? policies : sumPolicies(policies), ...sets, storageClasses, clusterAdmins: isUnknown(admins) ? admins : admins.flat(), readAt: readAt(),
		};
		onPartial?.(inside);
		inside = {...inside, images: await readImages(reader, signal)};
		memory.last = inside;
		return inside;
	};
};
