import {finish} from '../../../source/model/finish.js';
import {unknown} from '../../../source/model/known.js';
import type {Principal} from '../../../source/model/principal.js';
import type {AccessParts} from '../../../source/posture/access/access-parts.js';
import type {
	Check,
	JudgeContext,
	JudgedKind,
	Outcome,
} from '../../../source/posture/check.js';
import {checkById} from '../../../source/posture/checks/index.js';
import {denial, role} from '../../support/access.js';
import {judgedSubscription} from '../../support/around.js';
import {
	at,
	held,
	partsOf,
	roleIds,
	viewOf,
} from '../../support/fleet-access.js';
import {
	clusterOf,
	contextOf,
	registryOf,
	subscription,
	type Changes,
} from '../../support/posture.js';
import {rowsOf, type Impossible, type OutcomeTable} from '../outcome-rows.js';

type Case = readonly [status: Outcome['status'], document: string, changes?: Changes, context?: JudgeContext];

const denied = unknown('denied', 'The identity lacks Microsoft.Authorization/roleAssignments/read.');

const noNames = unknown('not-asked', 'Names need Microsoft Graph: start with --graph.');

const over = `/subscriptions/${subscription}`;

const registry = registryOf('recorded-registry-basic');
const abac: Changes = {'properties.roleAssignmentMode': 'AbacRepositoryPermissions'};
const cluster = clusterOf('managed-cluster-weak-composed');

const homes = [registry.subscriptionId, cluster.subscriptionId, subscription];

const inContext = (members: Partial<AccessParts>, isAbac = false): JudgeContext => {
	const parts = partsOf({
		subscriptionNames: new Map([[subscription, 'Shop']]),
		managementGroups: new Map(homes.map(id => [id, id === subscription ? ['mg-shop'] : []])),
		denials: new Map(homes.map(id => [id, []])),
		registries: [{key: registry.key, isAbac}],
		clusters: [cluster.key],
		...members,
	});
	const view = viewOf(parts);
	const {subscriptions, registries, clusters} = finish(view.summarise());
	return contextOf({subscriptionAccess: subscriptions, registryAccess: registries, clusterAccess: clusters});
};

const unread = {assignmentGaps: new Map([subscription, registry.subscriptionId, cluster.subscriptionId].map(id => [id, denied]))};

const user = (id: string, members: Partial<Principal> = {}): readonly [string, Principal] => [id, {
	id, kind: 'user', isGone: false, name: id, isGuest: false, isEnabled: true, ...members,
}];

const day = 86_400_000;

const pipeline = (from: number, until: number | undefined): ReadonlyMap<string, Principal> => new Map([['ci', {
	id: 'ci', kind: 'servicePrincipal', isGone: false, name: 'ci', credentials: [{type: 'password', startsAt: at + (from * day), endsAt: until === undefined ? undefined : at + (until * day)}],
}]]);

const ci = [held('ci', roleIds.acrPush, over, {principalType: 'ServicePrincipal'})];

const ofEach = (count: number, roleId: string, scope = over) => Array.from({length: count}, (_, index) => held(`somebody-${index}`, roleId, scope));

const known = (ids: readonly string[], members: Partial<Principal> = {}): ReadonlyMap<string, Principal> => new Map(ids.map(id => user(id, members)));

const sub = 'the assignments of a subscription';
const acr = 'recorded-registry-basic';
const aks = 'managed-cluster-weak-composed';

const operator = (actions: readonly string[]) => [{...role('operator', {actions}), subscriptionId: ''}];

const kubelet = held('kubelet', roleIds.acrPush, registry.key, {principalType: 'ServicePrincipal'});

const cases: Readonly<Record<string, readonly Case[]>> = {
	'rbac-owners-over-3': [
		['pass', sub, {}, inContext({assignments: ofEach(3, roleIds.owner)})],
		['fail', sub, {}, inContext({assignments: ofEach(4, roleIds.owner)})],
		['fail', sub, {}, inContext({assignments: ofEach(1, roleIds.owner)})],
		['fail', sub, {}, inContext({assignments: [...ofEach(2, roleIds.owner), ...['x', 'y'].map(id => held(id, roleIds.owner, '/providers/microsoft.management/managementgroups/mg-shop'))]})],
		['fail', sub, {}, inContext({
			assignments: [held('g', roleIds.owner, over, {principalType: 'Group'})],
			principals: new Map([['g', {
				id: 'g', kind: 'group', isGone: false, name: 'Everybody', members: ['a', 'b', 'c', 'd'],
			}]]),
		})],
		['unknown', sub, {}, inContext({assignments: [held('g', roleIds.owner, over, {principalType: 'Group'})], graphGap: noNames})],
		['unknown', sub, {}, inContext({assignments: ofEach(2, roleIds.owner), ...unread})],
		['unknown', sub],
	],
	'rbac-privileged-at-subscription-scope': [
		['pass', sub, {}, inContext({assignments: [held('a', roleIds.acrPush, `${over}/resourcegroups/rg`), held('b', roleIds.reader, over)]})],
		['fail', sub, {}, inContext({assignments: ci})],
		['fail', sub, {}, inContext({assignments: [held('a', roleIds.contributor, '/')]})],
		['unknown', sub, {}, inContext(unread)],
		['unknown', sub],
	],
	'rbac-user-access-administrator': [
		['pass', sub, {}, inContext({assignments: [held('a', roleIds.rbacAdministrator, over, {condition: 'x'})]})],
		['fail', sub, {}, inContext({assignments: [held('a', roleIds.rbacAdministrator, over)]})],
		['fail', sub, {}, inContext({assignments: [held('a', roleIds.userAccess, `${over}/resourcegroups/rg`)]})],
		['unknown', sub, {}, inContext(unread)],
		['unknown', sub],
	],
	'rbac-custom-wildcard-role': [
		['pass', sub, {}, inContext({assignments: [held('a', 'operator', over)], definitions: operator(['Microsoft.ContainerService/managedClusters/*'])})],
		['fail', sub, {}, inContext({assignments: [held('a', 'operator', over)], definitions: operator(['*'])})],
		['fail', sub, {}, inContext({assignments: [held('a', 'operator', over)], definitions: operator(['microsoft.containerregistry/*'])})],
		['unknown', sub, {}, inContext({assignments: [held('a', 'operator', over)]})],
		['unknown', sub, {}, inContext({assignments: [held('a', 'operator', over)], definitions: [{...operator([])[0]!, permissions: denied}]})],
		['unknown', sub, {}, inContext(unread)],
		['not-applicable', sub, {}, inContext({assignments: ofEach(2, roleIds.owner)})],
	],
	'rbac-orphaned-principal': [
		['pass', sub, {}, inContext({assignments: [held('a', roleIds.reader, over)], principals: known(['a'])})],
		['fail', sub, {}, inContext({assignments: [held('a', roleIds.reader, over)], principals: known(['a'], {kind: 'unknown', isGone: true})})],
		['pass', sub, {}, inContext({assignments: [held('a', roleIds.reader, over, {principalType: 'ForeignGroup'})], principals: known(['a'], {kind: 'unknown', isGone: true})})],
		['unknown', sub, {}, inContext({assignments: [held('a', roleIds.reader, over)], graphGap: noNames})],
		['unknown', sub, {}, inContext({assignments: [held('a', roleIds.reader, over)]})],
		['unknown', sub, {}, inContext({...unread})],
	],
	'rbac-guest-privileged': [
		['pass', sub, {}, inContext({assignments: [held('a', roleIds.owner, over)], principals: known(['a'])})],
		['fail', sub, {}, inContext({assignments: [held('a', roleIds.owner, over)], principals: known(['a'], {isGuest: true})})],
		['fail', sub, {}, inContext({assignments: [held('a', roleIds.reader, over)], principals: known(['a'], {isGuest: true})})],
		['unknown', sub, {}, inContext({assignments: [held('a', roleIds.owner, over)], principals: known(['a'], {isGuest: denied})})],
		['unknown', sub, {}, inContext({assignments: [held('a', roleIds.owner, over)], graphGap: noNames})],
	],
	'rbac-blocked-account': [
		['pass', sub, {}, inContext({assignments: [held('a', roleIds.reader, over)], principals: known(['a'], {isEnabled: false})})],
		['fail', sub, {}, inContext({assignments: [held('a', roleIds.contributor, over)], principals: known(['a'], {isEnabled: false})})],
		['unknown', sub, {}, inContext({assignments: [held('a', roleIds.contributor, over)], principals: known(['a'], {isEnabled: denied})})],
		['unknown', sub, {}, inContext({assignments: [held('a', roleIds.contributor, over)], graphGap: denied})],
	],
	'rbac-sp-secret-expiry': [
		['pass', sub, {}, inContext({assignments: ci, principals: pipeline(-100, 200)})],
		['fail', sub, {}, inContext({assignments: ci, principals: pipeline(-340, 20)})],
		['fail', sub, {}, inContext({assignments: ci, principals: pipeline(-340, -1)})],
		['fail', sub, {}, inContext({assignments: ci, principals: pipeline(-340, 400)})],
		['fail', sub, {}, inContext({assignments: ci, principals: pipeline(-340, undefined)})],
		['unknown', sub, {}, inContext({
			assignments: ci, principals: new Map([['ci', {
				id: 'ci', kind: 'servicePrincipal', isGone: false, name: 'ci', credentials: denied,
			}]]),
		})],
		['unknown', sub, {}, inContext({assignments: ci, graphGap: noNames})],
		['not-applicable', sub, {}, inContext({
			assignments: ci, principals: new Map([['ci', {
				id: 'ci', kind: 'servicePrincipal', isGone: false, name: 'ci', credentials: [],
			}]]),
		})],
	],
	'acr-legacy-roles-on-abac': [
		['pass', acr, abac, inContext({}, true)],
		['fail', acr, abac, inContext({assignments: [held('a', roleIds.acrPull, registry.key)]}, true)],
		['fail', acr, abac, inContext({assignments: [held('a', roleIds.acrDelete, `/subscriptions/${registry.subscriptionId}`)]}, true)],
		['unknown', acr, abac, inContext(unread, true)],
		['unknown', acr, abac],
		['unknown', acr, {'properties.roleAssignmentMode': 7}],
		['not-applicable', acr, {}, inContext({assignments: [held('a', roleIds.acrPull, registry.key)]})],
	],
	'rbac-registry-overprivileged': [
		['pass', acr, {}, inContext({assignments: [held('kubelet', roleIds.acrPull, registry.key), ...ofEach(5, roleIds.acrDelete, registry.key)], kubelets: ['kubelet']})],
		['fail', acr, {}, inContext({assignments: [kubelet], kubelets: ['kubelet']})],
		['fail', acr, {}, inContext({assignments: ofEach(6, roleIds.acrDelete, registry.key)})],
		['pass', acr, {}, inContext({assignments: ofEach(6, roleIds.acrDelete, registry.key), denials: new Map([[registry.subscriptionId, [denial({scope: registry.key, actions: ['*/delete']})]]])})],
		['pass', acr, abac, inContext({assignments: [kubelet], kubelets: ['kubelet']}, true)],
		['unknown', acr, {}, inContext(unread)],
		['unknown', acr, {}, inContext({kubeletGap: unknown('not-asked', 'a cluster pulls as a service principal')})],
		['fail', acr, {}, inContext({assignments: ofEach(6, roleIds.acrDelete, registry.key), kubeletGap: unknown('not-asked', 'a cluster pulls as a service principal')})],
		['unknown', acr],
	],
	'rbac-aks-admin-credential-role': [
		['pass', aks, {}, inContext({assignments: ofEach(5, roleIds.clusterAdmin, cluster.key)})],
		['fail', aks, {}, inContext({assignments: ofEach(6, roleIds.clusterAdmin, cluster.key)})],
		['unknown', aks, {'properties.disableLocalAccounts': 'no'}, inContext({assignments: ofEach(6, roleIds.clusterAdmin, cluster.key)})],
		['unknown', aks, {}, inContext(unread)],
		['unknown', aks],
		['not-applicable', aks, {'properties.disableLocalAccounts': true}, inContext({assignments: ofEach(6, roleIds.clusterAdmin, cluster.key)})],
	],
};

const always = 'every subscription has assignments that can be asked about';

const impossible: Impossible = {
	'rbac-owners-over-3': {'not-applicable': always},
	'rbac-privileged-at-subscription-scope': {'not-applicable': always},
	'rbac-user-access-administrator': {'not-applicable': always},
	'rbac-orphaned-principal': {'not-applicable': always},
	'rbac-guest-privileged': {'not-applicable': always},
	'rbac-blocked-account': {'not-applicable': always},
	'rbac-registry-overprivileged': {'not-applicable': 'somebody may always change a registry\'s images'},
};

const documents: Partial<Readonly<Record<JudgedKind, (name: string, changes: Changes) => unknown>>> = {
	subscription: () => judgedSubscription,
	registry: registryOf,
	cluster: clusterOf,
};

/**
What is judged of rights, by the engine itself.
*/
export const table: OutcomeTable = {
	rows: rowsOf<Case>(cases, (id, [, name, changes = {}, context = contextOf()]) => {
		const {kind, judge} = checkById.get(id)!;
		return judge(documents[kind]!(name, changes) as Parameters<Check['judge']>[0], context);
	}),
	impossible,
};
