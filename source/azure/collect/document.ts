import {SourceError} from '../../model/source-error.js';
import {readGraph, type GraphPage} from '../pages.js';
import {queries} from '../queries.js';
import type {Fact} from '../../model/known.js';
import type {GroupState} from '../../model/group-state.js';
import type {Vulnerabilities} from '../../model/vulnerability.js';
import {readGroupState} from '../read/group-state.js';
import {maskDocument} from '../read/mask-document.js';
import {readVulnerabilities} from '../read/vulnerabilities.js';
import {readDocument, type Reading} from '../reading.js';
import {extendedId, resourceParts} from '../resource-id.js';
import type {Session} from '../session.js';

type Fetch = (session: Session, reading: Reading, key: string) => Promise<unknown>;

const notFound = (key: string): SourceError => new SourceError({
	cause: 'not-found', reason: `${key} is not there, or is nothing that crowsnest reads.`, remedy: undefined, retryAt: undefined,
});

const fetchAlert: Fetch = async (session, reading, key) => {
	const {subscriptionId, resourceGroup, names: {locations = '', alerts = ''}} = resourceParts(key);
	const {alerts: client} = await session.security(subscriptionId);
	return readDocument(reading, async options => (resourceGroup === ''
		? client.getSubscriptionLevel(locations, alerts, options)
		: client.getResourceGroupLevel(locations, alerts, resourceGroup, options)));
};

const fetchAssessment: Fetch = async (session, reading, key) => {
	const {subscriptionId, names: {assessments = ''}} = resourceParts(key);
	const client = await session.security(subscriptionId);
	// The client puts a slash before the id.
	return readDocument(reading, async options => client.assessments.get(extendedId(key).slice(1), assessments, options));
};

const fetchPool: Fetch = async (session, reading, key) => {
	const {subscriptionId, resourceGroup, names: {managedclusters = '', agentpools = ''}} = resourceParts(key);
	const client = await session.containerService(subscriptionId);
	return readDocument(reading, async options => client.agentPools.get(resourceGroup, managedclusters, agentpools, options));
};

const fetchCluster: Fetch = async (session, reading, key) => {
	const {subscriptionId, resourceGroup, names: {managedclusters = ''}} = resourceParts(key);
	const client = await session.containerService(subscriptionId);
	return readDocument(reading, async options => client.managedClusters.get(resourceGroup, managedclusters, options));
};

const fetchRegistry: Fetch = async (session, reading, key) => {
	const {subscriptionId, resourceGroup, names: {registries = ''}} = resourceParts(key);
	const client = await session.containerRegistry(subscriptionId);
	return readDocument(reading, async options => client.registries.get(resourceGroup, registries, options));
};

const fetchGroup: Fetch = async (session, reading, key) => {
	const {subscriptionId, resourceGroup, names: {containergroups = ''}} = resourceParts(key);
	const client = await session.containerInstance(subscriptionId);
	return readDocument(reading, async options => client.containerGroups.get(resourceGroup, containergroups, options));
};

const fetchThroughGraph: Fetch = async (session, reading, key) => {
	const query = extendedId(key) === '' ? queries.document : queries.findingDocument;
	const scope = {subscriptions: [resourceParts(key).subscriptionId]};
	const {value: page} = await readGraph(session, reading, {...query, text: query.text(key)}, scope).next() as IteratorResult<GraphPage, undefined>;
	return page?.rows[0];
};

/**
What is known only because Resource Graph tells of it.
*/
const fetchChild: Fetch = async (session, reading, key) => {
	const document = await fetchThroughGraph(session, reading, key);
	if (document === undefined) {
		throw notFound(key);
	}

	return document;
};

/**
A machine is judged by what Update Manager found on it, too, which is a document of its own: its properties stand in it as in the list.
*/
const fetchMachine: Fetch = async (session, reading, key) => {
	const document = await fetchChild(session, reading, key);
	const scope = {subscriptions: [resourceParts(key).subscriptionId]};
	const about = queries.hostPatches;
	const {value: page} = await readGraph(session, reading, {...about, text: about.text(key)}, scope).next() as IteratorResult<GraphPage, undefined>;
	const [found] = page?.rows ?? [];
	const patches = typeof found === 'object' && found !== null && 'properties' in found ? found.properties : undefined;
	return typeof document === 'object' && document !== null && patches !== undefined ? {...document, patches} : document;
};

const nameOf = (row: unknown): string => (typeof row === 'object' && row !== null && 'name' in row && typeof row.name === 'string' ? row.name : '');

/**
A subscription is judged by its plans, which are documents of their own: they stand in it by name.
*/
const fetchSubscription: Fetch = async (session, reading, key) => {
	const scope = {subscriptions: [resourceParts(key).subscriptionId]};
	const about = queries.subscriptionDocument;
	const {value: page} = await readGraph(session, reading, {...about, text: about.text(key)}, scope).next() as IteratorResult<GraphPage, undefined>;
	const [document] = page?.rows ?? [];
	if (typeof document !== 'object' || document === null) {
		throw notFound(key);
	}

	const plans: unknown[] = [];
	for await (const {rows} of readGraph(session, reading, queries.defenderPlans, scope)) {
		plans.push(...rows);
	}

	return {...document, pricings: Object.fromEntries(plans.map(plan => [nameOf(plan), plan]))};
};

/**
The last type in an id tells what it is: an assessment's id holds a cluster's.
*/
const fetchers: Readonly<Record<string, Fetch>> = {
	alerts: fetchAlert,
	assessments: fetchAssessment,
	agentpools: fetchPool,
	managedclusters: fetchCluster,
	registries: fetchRegistry,
	containergroups: fetchGroup,
	replications: fetchChild,
	webhooks: fetchChild,
	diskencryptionsets: fetchChild,
	vaults: fetchChild,
	machines: fetchMachine,
	subscriptions: fetchSubscription,
};

/**
What a document says, shown and read before texts of it are cut for the screen.
*/
export type OpenedDocument = {
	/**
	Plain JSON, sanitised, secrets masked.
	*/
	readonly document: unknown;
	/**
	CVEs of the package that an assessment is about.
	*/
	readonly vulnerabilities?: Fact<Vulnerabilities> | undefined;
	/**
	How a container group is just now.
	*/
	readonly groupState?: GroupState | undefined;
};

const open = async (document: unknown, key: string, fetch: Fetch, signal: AbortSignal): Promise<OpenedDocument> => ({
	document: maskDocument(document),
	...(fetch === fetchAssessment && {vulnerabilities: await readVulnerabilities(document, signal)}),
	...(fetch === fetchGroup && {groupState: readGroupState(document, key)}),
});

/**
Reads the fresh document of one cluster, node pool, registry or finding from its own service, and from Resource Graph
where that refuses.

@param session Whose clients are asked.
@param reading Its signal ends it.
@param key The id, in any casing.
*/
export const collectDocument = async (session: Session, reading: Reading, key: string): Promise<OpenedDocument> => {
	const fetch = fetchers[key.split('/').at(-2)?.toLowerCase() ?? ''];
	if (!fetch) {
		throw notFound(key);
	}

	try {
		return await open(await fetch(session, reading, key), key, fetch, reading.signal);
	} catch (error) {
		if ([fetchPool, fetchChild, fetchSubscription].includes(fetch) || !(error instanceof SourceError) || error.detail.cause !== 'denied') {
			throw error;
		}

		const document = await fetchThroughGraph(session, reading, key);
		if (document === undefined) {
			throw error;
		}

		return open(document, key, fetch, reading.signal);
	}
};
