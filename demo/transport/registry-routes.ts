import {registryDocument, usagesBody} from '../documents/registry-document.js';
import type {RegistrySpec} from '../fleet/registry-spec.js';
import type {DocumentContext, Json} from '../documents/context.js';
import {registryChildDocuments} from '../documents/registry-child-documents.js';
import {cacheRuleDocuments, connectedRegistryDocuments, credentialSetDocuments} from '../documents/registry-source-documents.js';
import {scopeMapDocuments, tokenDocuments} from '../documents/registry-tokens.js';
import {ok, resourceNotFound, type Answer} from './answer.js';
import {listPage, pathPattern, type Route} from './route.js';
import type {World} from './world.js';

const provider = '/providers/Microsoft.ContainerRegistry';
const registryPath = `/subscriptions/:subscription/resourceGroups/:group${provider}/registries/:registry`;

const withRegistry = (world: World, groups: Readonly<Record<string, string | undefined>>, answer: (registry: RegistrySpec) => Answer): Answer => {
	const {subscription, group, registry} = groups;
	const key = `/subscriptions/${subscription}/resourceGroups/${group}${provider}/registries/${registry}`.toLowerCase();
	const index = world.registryShelf.find(key);
	return index === undefined ? resourceNotFound(`Microsoft.ContainerRegistry/registries/${registry}`, group!) : answer(world.stage.registries.at(index));
};

type Documents = (registry: RegistrySpec, context: DocumentContext) => readonly Json[];

const childrenOf = (type: string): Documents => (registry, context) => registryChildDocuments(registry, context).filter(document => document.type === `Microsoft.ContainerRegistry/registries/${type}`);

/**
What lies below a registry, each a list of its own.
*/
const below: Readonly<Record<string, Documents>> = {
	tokens: tokenDocuments,
	scopeMaps: scopeMapDocuments,
	replications: childrenOf('replications'),
	webhooks: childrenOf('webhooks'),
	cacheRules: cacheRuleDocuments,
	credentialSets: credentialSetDocuments,
	connectedRegistries: connectedRegistryDocuments,
};

const listRoutes = Object.entries(below).map(([type, documents]): Route => ({
	pattern: pathPattern(`${registryPath}/${type}`),
	action: `Microsoft.ContainerRegistry/registries/${type}/read`,
	answer: (world, call, groups) => withRegistry(world, groups, registry => {
		const all = documents(registry, world.context);
		return listPage(call, all.length, 100, place => all[place]);
	}),
}));

/**
Microsoft.ContainerRegistry, api-version 2025-11-01.
*/
export const registryRoutes: readonly Route[] = [
	{
		pattern: pathPattern(`/subscriptions/:subscription${provider}/registries`),
		action: 'Microsoft.ContainerRegistry/registries/read',
		answer(world, call, groups) {
			const id = groups.subscription!.toLowerCase();
			const indexes = world.registryShelf.within(subscriptionId => subscriptionId === id);
			return listPage(call, indexes.length, 100, place => registryDocument(world.stage.registries.at(indexes[place]!), world.context));
		},
	},
	{
		pattern: pathPattern(registryPath),
		action: 'Microsoft.ContainerRegistry/registries/read',
		answer: (world, _call, groups) => withRegistry(world, groups, registry => ok(registryDocument(registry, world.context))),
	},
	{
		pattern: pathPattern(`${registryPath}/listUsages`),
		action: 'Microsoft.ContainerRegistry/registries/listUsages/read',
		answer: (world, _call, groups) => withRegistry(world, groups, registry => ok(usagesBody(registry, world.context))),
	},
	...listRoutes,
];
