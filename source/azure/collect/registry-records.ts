import type {ContainerRegistryManagementClient} from '@azure/arm-containerregistry';
import {
	isMissingForNow,
	isUnknown,
	unknown,
	type Fact,
	type Unknown,
} from '../../model/known.js';
import type {Registry, RegistryReplica, RegistryWebhook} from '../../model/registry.js';
import type {RegistryDetails, RegistryRecords} from '../../model/registry-records.js';
import {Branch} from '../read/branch.js';
import {readElements} from '../read/elements.js';
import {registryChildOf} from '../read/registry-child.js';
import {readConnectedRegistry, readRegistryCacheRule, readRegistryCredentialSet} from '../read/registry-records/source.js';
import {readRegistryScopeMap, readRegistryToken} from '../read/registry-records/token.js';
import {readRegistryUsage} from '../read/registry-records/usage.js';
import {readDocument, readList, type Reading} from '../reading.js';
import {resourceParts} from '../resource-id.js';
import type {Session} from '../session.js';
import {createRecentAnswers} from './recent-answers.js';
import {unknownOf} from './unknown-of.js';
import {collectWholeList} from './whole-list.js';

/**
Registries that are asked at once for what a fleet-wide check needs; each is asked three things side by side.
*/
const mostRegistries = 2;

type Ask = {
	readonly session: Session;
	readonly reading: Reading;
	readonly group: string;
	readonly name: string;
	readonly client: () => Promise<ContainerRegistryManagementClient>;
};

const askOf = (session: Session, reading: Reading, {id}: Pick<Registry, 'id'>): Ask => {
	const {subscriptionId, resourceGroup, names} = resourceParts(id);
	return {
		session, reading, group: resourceGroup, name: names.registries ?? '', client: async () => session.containerRegistry(subscriptionId),
	};
};

type Lists = 'tokens' | 'scopeMaps' | 'webhooks' | 'replications' | 'cacheRules' | 'credentialSets' | 'connectedRegistries';

const listOf = async <T>({reading, group, name, client}: Ask, what: string, operations: Lists, read: (element: Branch) => Fact<T>): Promise<Fact<readonly T[]>> => collectWholeList(what, async () => {
	const registries = await client();
	return readList(reading, options => registries[operations].list(group, name, options));
}, read);

/**
`listUsages` gives its whole list at once.
*/
const usagesOf = async ({reading, group, name, client}: Ask): Promise<RegistryRecords['usages']> => {
	try {
		const {registries} = await client();
		const body = Branch.of(await readDocument(reading, async options => registries.listUsages(group, name, options)));
		const list = body.list('value');
		return list === undefined || isUnknown(list) ? list ?? unknown('malformed', 'The answer holds no list of usages.') : readElements(body, 'value', readRegistryUsage);
	} catch (error) {
		return unknownOf(error);
	}
};

const withoutId = (type: string): Unknown => unknown('malformed', `a ${type} of the registry has no usable id`);

const readReplica = (element: Branch): Fact<RegistryReplica> => {
	const child = registryChildOf(element);
	return child?.type === 'replication' ? child.child : withoutId('replication');
};

const readWebhook = (element: Branch): Fact<RegistryWebhook> => {
	const child = registryChildOf(element);
	return child?.type === 'webhook' ? child.child : withoutId('webhook');
};

const detailsOf = async (ask: Ask): Promise<RegistryDetails> => {
	const [replicas, webhooks, cacheRules, credentialSets, connectedRegistries] = await Promise.all([
		listOf(ask, 'replications', 'replications', readReplica),
		listOf(ask, 'webhooks', 'webhooks', readWebhook),
		listOf(ask, 'cache rules', 'cacheRules', readRegistryCacheRule),
		listOf(ask, 'credential sets', 'credentialSets', readRegistryCredentialSet),
		listOf(ask, 'connected registries', 'connectedRegistries', readConnectedRegistry),
	]);
	return {
		replicas, webhooks, cacheRules, credentialSets, connectedRegistries,
	};
};

const recordsOf = async (ask: Ask): Promise<Pick<RegistryRecords, 'usages' | 'tokens' | 'scopeMaps'>> => {
	const [usages, tokens, scopeMaps] = await Promise.all([
		usagesOf(ask),
		listOf(ask, 'tokens', 'tokens', readRegistryToken),
		listOf(ask, 'scope maps', 'scopeMaps', readRegistryScopeMap),
	]);
	return {usages, tokens, scopeMaps};
};

/**
Milliseconds.
*/
const goodFor = 15 * 60_000;

export type RegistryRecordsCollector = (session: Session, reading: Reading, registries: readonly Registry[]) => Promise<ReadonlyMap<string, RegistryRecords>>;

/**
Makes what reads of every registry what fleet-wide checks need: usages, tokens, scope maps. Three requests for each, few at once; each part
is known or unknown by itself. Reader is enough. Rejects only where nobody is signed in, and once the signal is aborted.

@returns By the registry's key.
*/
export const createRegistryRecords = (now: () => number = Date.now): RegistryRecordsCollector => {
	const askEach = createRecentAnswers<Registry, RegistryRecords>(({key}) => key, {
		goodFor, mostAtOnce: mostRegistries, now, isHole: ({usages, tokens, scopeMaps}) => [usages, tokens, scopeMaps].some(part => isMissingForNow(part)),
	});
	return async (session, reading, registries) => askEach(registries, async registry => ({
		registryKey: registry.key, ...await recordsOf(askOf(session, reading, registry)), details: undefined,
	}));
};

/**
Everything that the service tells of the one registry that is open: as above, and its replications, webhooks, cache rules, credential sets
(without their secrets) and connected registries. What its webhooks delivered is not read: `listEvents` is an action, which Reader may not
do, and its answer holds headers, where secrets stand.
*/
export const collectOpenRegistry = async (session: Session, reading: Reading, registry: Pick<Registry, 'id' | 'key'>): Promise<RegistryRecords> => {
	const ask = askOf(session, reading, registry);
	const [records, details] = await Promise.all([recordsOf(ask), detailsOf(ask)]);
	return {registryKey: registry.key, ...records, details};
};
