import {parseNodeImage} from '../../../source/model/node-image.js';
import {
	forbidden,
	notFound,
	ok,
	type Answer,
	type Incoming,
} from './answer.js';
import {answerLogs, withoutView} from './container-groups.js';
import type {Document, ServerFleet} from './fleet.js';
import {page} from './page.js';
import {answerRecords} from './records.js';

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const subscriptionDocument = (fleet: ServerFleet, {id, name}: {readonly id: string; readonly name: string}): unknown => ({
	id: `/subscriptions/${id}`, subscriptionId: id, displayName: name, tenantId: fleet.tenantId, state: 'Enabled', authorizationSource: 'RoleBased', managedByTenants: [],
});

const pool = (fleet: ServerFleet, path: string): {readonly profile: Readonly<Record<string, unknown>>; readonly id: string} | undefined => {
	const match = /^(?<cluster>.+)\/agentpools\/(?<name>[^\/]+)/iv.exec(path)?.groups;
	const cluster = fleet.clusters.find(({id}) => same(id, match?.cluster ?? ''));
	const profiles = (cluster?.properties as {readonly agentPoolProfiles?: ReadonlyArray<Readonly<Record<string, unknown>>>} | undefined)?.agentPoolProfiles ?? [];
	const profile = profiles.find(({name}) => same(String(name), match?.name ?? ''));
	return cluster && profile ? {profile, id: `${cluster.id}/agentPools/${String(profile.name)}`} : undefined;
};

const answerPool = (fleet: ServerFleet, path: string): Answer => {
	const found = pool(fleet, path);
	if (!found) {
		// AKS's own words are flat.
		return {
			status: 404, body: {
				code: 'NotFound', details: null, message: 'The entity was not found.', subcode: 'GetAgentPool_NotFound',
			},
		};
	}

	const {profile, id} = found;
	if (!/\/upgradeprofiles\/default$/iv.test(path)) {
		const {name, ...properties} = profile;
		return ok({
			id, name, type: 'Microsoft.ContainerService/managedClusters/agentPools', properties,
		});
	}

	const {family, version} = parseNodeImage(String(profile.nodeImageVersion));
	const latestNodeImageVersion = fleet.latestImages[family.toLowerCase()] ?? version.replace(/\d{6}\.\d+\.\d$/v, '202608.10.0');
	return ok({
		id: `${id}/upgradeProfiles/default`, name: 'default', type: 'Microsoft.ContainerService/managedClusters/agentPools/upgradeProfiles', properties: {kubernetesVersion: '1.33.4', osType: profile.osType, latestNodeImageVersion},
	});
};

const lists: ReadonlyArray<readonly [suffix: RegExp, action: string, of: (fleet: ServerFleet) => readonly Document[]]> = [
	[/\/providers\/microsoft\.containerservice\/managedclusters$/iv, 'Microsoft.ContainerService/managedClusters/read', fleet => fleet.clusters],
	[/\/providers\/microsoft\.containerregistry\/registries$/iv, 'Microsoft.ContainerRegistry/registries/read', fleet => fleet.registries],
	[/\/providers\/microsoft\.containerinstance\/containergroups$/iv, 'Microsoft.ContainerInstance/containerGroups/read', fleet => (fleet.containerGroups ?? []).map(group => withoutView(group))],
	[/\/providers\/microsoft\.authorization\/roleassignments$/iv, 'Microsoft.Authorization/roleAssignments/read', fleet => fleet.roleAssignments ?? []],
	[/\/providers\/microsoft\.authorization\/roledefinitions$/iv, 'Microsoft.Authorization/roleDefinitions/read', fleet => fleet.roleDefinitions ?? []],
	[/\/providers\/microsoft\.authorization\/denyassignments$/iv, 'Microsoft.Authorization/denyAssignments/read', fleet => fleet.denyAssignments ?? []],
	[/\/providers\/microsoft\.authorization\/roleeligibilityscheduleinstances$/iv, 'Microsoft.Authorization/roleEligibilityScheduleInstances/read', fleet => fleet.roleEligibilities ?? []],
	[/\/providers\/microsoft\.security\/assessments$/iv, 'Microsoft.Security/assessments/read', fleet => fleet.assessments],
	[/\/providers\/microsoft\.security\/alerts$/iv, 'Microsoft.Security/alerts/read', fleet => fleet.alerts],
];

const answerBelow = (fleet: ServerFleet, incoming: Incoming, path: string, scope: string): Answer => {
	const below = (documents: readonly Document[]): readonly Document[] => documents.filter(({id}) => id.toLowerCase().startsWith(`${scope.toLowerCase()}/`));
	const list = lists.find(([suffix]) => suffix.test(path));
	if (list) {
		return page(incoming, below(list[2](fleet)));
	}

	if (/\/pricings$/iv.test(path)) {
		return ok({value: below(fleet.pricings)});
	}

	if (/\/containers\/[^\/]+\/logs$/iv.test(path)) {
		return answerLogs(fleet, incoming, path);
	}

	if (/\/kubernetesversions$/iv.test(path)) {
		return ok(fleet.kubernetesVersions);
	}

	if (/\/agentpools\//iv.test(path)) {
		return answerPool(fleet, path);
	}

	const all = [...fleet.clusters, ...fleet.registries, ...fleet.containerGroups ?? [], ...fleet.assessments, ...fleet.alerts];
	const found = all.find(({id}) => same(id, path));
	return found ? ok(found) : notFound(path);
};

/**
Answers Resource Manager's GETs.
*/
export const answerResourceManager = (fleet: ServerFleet, incoming: Incoming): Answer => {
	const path = decodeURIComponent(incoming.url.pathname);
	if (same(path, '/subscriptions')) {
		return page(incoming, fleet.subscriptions.map(subscription => subscriptionDocument(fleet, subscription)));
	}

	const id = /^\/subscriptions\/(?<id>[^\/]+)/iv.exec(path)?.groups?.id ?? '';
	const subscription = fleet.subscriptions.find(one => same(one.id, id));
	if (!subscription) {
		return {status: 404, body: {error: {code: 'SubscriptionNotFound', message: `The subscription '${id}' could not be found.`}}};
	}

	if (subscription.isDenied === true) {
		const action = lists.find(([suffix]) => suffix.test(path))?.[1] ?? 'Microsoft.Security/pricings/read';
		return forbidden(action, `/subscriptions/${id}`);
	}

	const records = answerRecords(fleet, incoming, path);
	if (records) {
		return records;
	}

	const scope = path.replace(/\/providers\/microsoft\.(?:security|containerservice|containerregistry|containerinstance|authorization)\/[^\/]+$/iv, '');
	return answerBelow(fleet, incoming, path, scope);
};
