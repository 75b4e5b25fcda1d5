import test from 'ava';
import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {ContainerGroup} from '../../../source/model/container-group.js';
import {valueOf} from '../../../source/model/known.js';
import type {RegistryRight} from '../../../source/posture/relations.js';
import {operationsOn} from '../../../source/posture/access/access-matrix.js';
import {registries} from '../../../views/drill/container-group/registries.js';
import {clusters as pulledBy} from '../../../views/drill/registry/clusters.js';
import type {PickItem} from '../../../views/drill/tab.js';
import {groupFrom} from '../../support/container-groups.js';
import {held, partsOf, viewOf} from '../../support/fleet-access.js';
import {
	basicRegistry,
	documentOf,
	noDetail,
	now,
	snapshotOf,
	withMember,
} from '../../support/models.js';
import {colours} from '../../support/theme.js';
import {plainTexts} from '../../support/cells.js';

const registry = {
	...basicRegistry, loginServer: 'acrshop.azurecr.io', name: 'acrshop', adminUser: true,
};

const full = documentOf('aci/container-group-full-composed');

const identity = '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourcegroups/rg-aci/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aci';

const principal = '00000000-0000-0000-0000-000000000903';

const byIdentity = groupFrom(withMember(full, 'properties.imageRegistryCredentials', [{server: 'acrshop.azurecr.io', identity}]));

const right: RegistryRight = {
	registryKey: registry.key, registryName: registry.name, role: 'AcrPull', assignment: '/a', scope: registry.key, pulls: true, changes: false, isVoid: false,
};

const itemsOf = (group: ContainerGroup, snapshot: Snapshot): readonly PickItem[] => (registries.type === 'pick'
	? registries.items({
		resource: group, snapshot, detail: noDetail, theme: colours, width: 120, now, portal: '',
	})
	: []);

const told = ({explanation}: PickItem): string => plainTexts(explanation).join('\n');

test('a group tells which registries it pulls from, as whom, and by which role', t => {
	const snapshot = snapshotOf({registries: [registry], relations: {registryRights: new Map([[principal, [right]]])}});
	const [own, hub] = itemsOf(byIdentity, snapshot);
	t.regex(told(own!), /by identity[\s\S]*AcrPull: pulls, at the registry/v);
	t.like(own!.opens, {kind: 'registry', key: registry.key, tab: 'clusters'});
	t.regex(told(hub!), /docker\.io {2}a public registry/v);
	const none = itemsOf(byIdentity, snapshotOf({registries: [registry], relations: {registryRights: new Map([[principal, []]])}}));
	t.regex(told(none[0]!), /No role of its identity reaches the registry: pulls fail/v);
	const unread = itemsOf(byIdentity, snapshotOf({registries: [registry]}));
	t.regex(told(unread[0]!), /Whether its identity may pull is unknown: role assignments have not been read yet/v);
	const gone = groupFrom(withMember(withMember(full, 'properties.imageRegistryCredentials', [{server: 'acrshop.azurecr.io', identity}]), 'identity.userAssignedIdentities', {[identity]: {}}));
	t.regex(told(itemsOf(gone, snapshot)[0]!), /unknown: Azure gives no object id of the identity that it pulls with: it may be gone/v);
	const [admin] = itemsOf(groupFrom(full), snapshot);
	t.regex(told(admin!), /by the admin user {2}acrshop[\s\S]*its password pulls and pushes everything/v);
	const [broken] = itemsOf(groupFrom({id: byIdentity.id}), snapshot);
	t.regex(told(broken!), /Where its images come from is unknown/v);
});

test('a registry names the groups that pull from it', t => {
	const items = pulledBy.type === 'pick'
		? pulledBy.items({
			resource: registry, snapshot: snapshotOf({clusters: [], registries: [registry], containerGroups: [byIdentity]}), detail: noDetail, theme: colours, width: 120, now, portal: '',
		})
		: [];
	t.is(items.length, 1);
	t.like(items[0]!.opens, {kind: 'containerGroup', key: byIdentity.key, tab: 'registries'});
	t.regex(told(items[0]!), /by identity/v);
});

test('who can do what with a group: Reader reads logs, and only Contributor and above open a shell', t => {
	const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
	const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
	const scope = `/subscriptions/${byIdentity.subscriptionId}`;
	const view = viewOf(partsOf({
		assignments: [held('r', reader, scope), held('c', contributor, scope)], denials: new Map([[byIdentity.subscriptionId, []]]), subscriptionNames: new Map([[byIdentity.subscriptionId, 'Shop']]), managementGroups: new Map([[byIdentity.subscriptionId, []]]),
	}));
	const {rows, operations} = view.matrixOf(byIdentity);
	const marks = (id: string): readonly string[] => operations.filter((_, index) => rows.find(row => row.id === id)!.marks[index] === 'given').map(operation => operation.id);
	t.deepEqual(marks('r'), ['read', 'logs']);
	t.deepEqual(marks('c'), ['read', 'logs', 'shell', 'attach', 'run', 'change', 'delete']);
	t.is(operationsOn(byIdentity).operations.length, 7);
	t.truthy(valueOf(byIdentity.identities));
});
