import test from 'ava';
import {readRoleAssignment} from '../../../source/azure/read/role-assignment.js';
import {createClusterFaces} from '../../../source/fleet/relations/cluster-faces.js';
import {createRelationsOf, type RelationParts, type Relations} from '../../../source/fleet/relations/relations-of.js';
import {createVaultsInUse} from '../../../source/fleet/relations/create-vaults-in-use.js';
import {keysOf} from '../../../source/fleet/relations/vaults.js';
import {readDataDisk} from '../../../source/azure/read/data-disk.js';
import {readDocument, type Json} from '../../support/azure-documents.js';
import type {DiskEncryptionSet} from '../../../source/model/disk-encryption-set.js';
import type {Principal} from '../../../source/model/principal.js';
import type {Cluster} from '../../../source/model/cluster.js';
import type {Registry, RegistryKey} from '../../../source/model/registry.js';
import type {RoleAssignment} from '../../../source/model/role-assignment.js';
import type {Coverage} from '../../../source/model/subscription.js';
import {setOf, vaultOf} from '../../support/around.js';
import {
	cluster,
	collected,
	registry,
	subscription,
	subscriptionId,
} from '../fleet-fakes.js';

const pull = '7f951dda-4ed3-4680-a7ca-43fe172d538d';
const push = '8311e382-0749-4cb8-b61a-304f252e45ec';
const reader = 'b93aa761-3e63-49ed-ac28-beffa264f7ac';

const assignment = (principalId: string, scope: string, role: string): RoleAssignment => readRoleAssignment({
	id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${principalId}`,
	properties: {principalId, scope, roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${role}`},
})!;

const acr = registry('acrone', {roleAssignmentMode: 'LegacyRegistryPermissions'});
const abac = registry('acrtwo');
const prod = cluster('prod', {kubeletObjectId: 'AA', privateCluster: true});
const dev = cluster('dev', {kubeletObjectId: 'bb'});

const related = (assignments: readonly RoleAssignment[], more: Partial<RelationParts> = {}, clusters: readonly Cluster[] = [prod, dev], registries: readonly Registry[] = [acr, abac]): Relations => createRelationsOf()({
	clusters: collected(clusters),
	clusterFaces: createClusterFaces()(clusters),
	registries: collected(registries),
	roleAssignments: collected(assignments),
	roleError: undefined,
	vaultUsers: new Map(),
	subscriptions: [{...subscription(), managementGroups: ['shop', 'root']}],
	...more,
});

const pulled = ({registryRights}: Relations): unknown => {
	const rights = registryRights.get('aa');
	return Array.isArray(rights) ? rights.map(({registryName, pulls, changes, isVoid}: {readonly registryName: string; readonly pulls: boolean; readonly changes: boolean; readonly isVoid: boolean}) => [registryName, pulls, changes, isVoid]) : rights;
};

const rightsWith = (...assignments: readonly RoleAssignment[]): unknown => pulled(related(assignments));

test('a role works at its registry, its group, its subscription and above, each registry in its own mode', t => {
	const group = acr.key.split('/', 5).join('/');
	t.deepEqual(rightsWith(assignment('aa', acr.id, pull)), [['acrone', true, false, false]]);
	t.deepEqual(rightsWith(assignment('AA', abac.id, pull)), [['acrtwo', false, false, true]]);
	t.deepEqual(rightsWith(assignment('aa', abac.id, reader)), [['acrtwo', true, false, false]]);
	t.deepEqual(rightsWith(assignment('aa', group, push)), [['acrone', true, true, false], ['acrtwo', false, false, false]]);
	for (const scope of [`/subscriptions/${subscriptionId}`, '/', '/providers/Microsoft.Management/managementGroups/Shop', '/providers/Microsoft.Management/managementGroups/root']) {
		t.is((rightsWith(assignment('aa', scope, pull)) as readonly unknown[]).length, 2, `at ${scope}`);
	}

	t.deepEqual(rightsWith(assignment('aa', `${group}-other`, pull), assignment('cc', acr.id, pull), assignment('aa', acr.id, 'unheard-of')), []);
});

const atGroup = (group: string, role: string): RoleAssignment => assignment('aa', `/providers/Microsoft.Management/managementGroups/${group}`, role);

test('a role at a management group reaches the registries of the subscriptions below it, and no others', t => {
	t.deepEqual(rightsWith(atGroup('data', push)), []);
	t.deepEqual(rightsWith(atGroup('data', push), assignment('aa', acr.id, pull)), [['acrone', true, false, false]]);
});

test('where nobody tells which groups a subscription lies in, a role at one is unknown, unless what is known is bad enough', t => {
	const untold = (...assignments: readonly RoleAssignment[]): unknown => {
		const relations = related(assignments, {subscriptions: [subscription()]});
		return pulled(relations);
	};

	t.like(untold(atGroup('shop', push)), {unknown: 'not-reported'});
	t.like(untold(atGroup('shop', push), assignment('aa', acr.id, pull)), {unknown: 'not-reported'}, 'that it may only pull is not known');
	t.deepEqual(untold(atGroup('shop', pull), assignment('aa', acr.id, push)), [['acrone', true, true, false]]);
	t.deepEqual(untold(assignment('aa', acr.id, pull)), [['acrone', true, false, false]]);
	t.is((untold(assignment('aa', '/', pull)) as readonly unknown[]).length, 2);
});

test('who pulls from a registry is known with how it is reached', t => {
	const relations = related([assignment('aa', acr.id, pull), assignment('bb', acr.id, pull), assignment('bb', abac.id, pull)]);
	t.deepEqual(relations.pullers.get(acr.key), [{key: prod.key, name: 'prod', isPrivate: true}, {key: dev.key, name: 'dev', isPrivate: false}]);
	t.deepEqual(relations.pullers.get(abac.key), []);
});

test('what could not be read is unknown with its reason, and what was found stands', t => {
	const denied: ReadonlyMap<string, Coverage> = new Map([[subscriptionId, {state: 'denied', reason: 'grant Reader'}]]);
	const partly = related([], {roleAssignments: collected([assignment('aa', acr.id, pull)], denied)});
	t.deepEqual(pulled(partly), [['acrone', true, false, false]]);
	t.deepEqual(partly.registryRights.get('bb'), {unknown: 'denied', reason: 'grant Reader'});
	t.like(related([], {roleAssignments: undefined}).registryRights.get('aa'), {unknown: 'not-asked'});
	t.like(related([], {
		roleAssignments: undefined, roleError: {
			cause: 'denied', reason: 'no right', remedy: undefined, retryAt: undefined,
		},
	}).pullers.get(acr.key), {unknown: 'denied'});
	t.like(related([], {registries: undefined}).holdings.get(subscriptionId), {unknown: 'not-asked'});
	t.like(related([], {clusters: {coverage: denied}}, []).holdings.get('other'), {clusters: 0});
	t.deepEqual(related([]).holdings.get(subscriptionId), {clusters: 2, registries: 2});
});

test('a change that no relation reads relates nothing again', t => {
	const relationsOf = createRelationsOf();
	const facesOf = createClusterFaces();
	const [registries, roleAssignments, vaultUsers] = [collected([acr]), collected([assignment('aa', acr.id, pull)]), new Map()];
	const look = (clusters: readonly Cluster[]): Relations => relationsOf({
		clusters: collected(clusters), clusterFaces: facesOf(clusters), registries, roleAssignments, roleError: undefined, vaultUsers, subscriptions: [],
	});
	const first = look([prod, dev]);
	const second = look([{...prod, fqdn: 'moved'}, dev]);
	t.is(second.holdings, first.holdings);
	t.is(second.registryRights, first.registryRights);
	t.is(second.pullers, first.pullers);
	t.not(look([{...prod, privateCluster: false}, dev]).pullers, first.pullers);
});

test('only the vaults and sets that the fleet refers to are its own', t => {
	const set = setOf('des-pay');
	const encrypted = {...prod, diskEncryptionSetId: set.id.toUpperCase()};
	const parts = {registries: [], allSets: [set, setOf('des-hsm')], allVaults: [vaultOf('kv-pay'), vaultOf('kv-pay', {id: '/subscriptions/x/vaults/kv-else', 'properties.vaultUri': 'https://kv-else.vault.azure.net/'})]};
	const keys = keysOf({...parts, clusters: [encrypted]}, undefined);
	t.deepEqual(keys.diskEncryptionSets, [set]);
	t.deepEqual(keys.keyVaults.map(({name}) => name), ['kv-pay']);
	t.deepEqual(keys.vaultUsers.get(keys.keyVaults[0]!.key)?.map(({key}) => key), [set.key]);
	t.is(keysOf({...parts, clusters: [encrypted]}, keys).keyVaults, keys.keyVaults);
	t.deepEqual(keysOf({...parts, clusters: [prod]}, undefined).keyVaults, []);
	const odd: RegistryKey = {...abac.encryptionKey as RegistryKey, keyIdentifier: 'not an address'};
	t.deepEqual(keysOf({...parts, clusters: [], registries: [{...acr, encryptionKey: odd}]}, undefined).keyVaults, []);
});

test('a set that only a volume\'s disk is encrypted with is the fleet\'s own too, and its key is the one that is asked for', t => {
	const set = setOf('des-pay');
	const [disk] = (readDocument('compute/disk-list-composed.json').value as readonly Json[]).map(document => readDataDisk({
		...document, properties: {encryption: {diskEncryptionSetId: set.id.toUpperCase()}},
	})!);
	const parts = {allSets: [set], allVaults: [vaultOf('kv-pay')], registries: []};
	t.deepEqual(keysOf({...parts, clusters: [prod], disks: [disk!]}, undefined).diskEncryptionSets, [set]);
	const vaultsInUse = createVaultsInUse();
	const read = {...parts, clusters: [prod]};
	t.deepEqual(vaultsInUse({...read, allVaults: undefined, disks: undefined}), []);
	const found = vaultsInUse({...read, disks: [disk!]});
	t.deepEqual(found.map(({vault, keyNames}) => [vault.name, keyNames]), [['kv-pay', ['disk']]]);
	t.is(vaultsInUse({...read, clusters: [{...prod}], disks: [disk!]}), found, 'nothing is asked again that says the same');
	const odd: DiskEncryptionSet = {...set, keyUrl: 'https://kv-pay.vault.azure.net/keys/..%2Fsecrets/x'};
	t.deepEqual(vaultsInUse({...read, allSets: [odd], disks: [disk!]}).map(({keyNames}) => keyNames), [[]], 'no name of a key');
});

test('a service principal of a cluster is found among those who hold roles by the client id that Graph tells', t => {
	const older = cluster('older', {kubeletObjectId: undefined, servicePrincipalClientId: 'CLIENT'});
	const assignments = [assignment('spn', acr.id, push)];
	const principal = (members: Partial<Principal>): ReadonlyMap<string, Principal> => new Map([['spn', {
		id: 'spn', kind: 'servicePrincipal', isGone: false, name: 'older', ...members,
	}]]);
	const at = (principals: RelationParts['principals'], given = assignments) => related(given, {principals}, [older]);
	t.like(at(undefined).registryRights.get('client'), {unknown: 'not-asked'});
	t.regex(JSON.stringify(at(undefined).registryRights.get('client')), /--graph/v);
	const found = at(principal({appId: 'client'}));
	t.like((found.registryRights.get('client') as readonly unknown[])[0], {registryName: 'acrone', pulls: true, changes: true});
	t.like((found.pullers.get(acr.key) as readonly unknown[])[0], {name: 'older'});
	t.deepEqual(at(principal({appId: 'another'})).registryRights.get('client'), [], 'everybody who holds a role is somebody else');
	t.like(at(principal({})).registryRights.get('client'), {unknown: 'not-asked'}, 'Graph kept its client id to itself');
	t.like(at(new Map()).registryRights.get('client'), {unknown: 'not-asked'}, 'Graph was not asked for the holder yet');
});
