import test from 'ava';
import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Resource} from '../../../source/model/resource.js';
import type {RegistryRight} from '../../../source/posture/relations.js';
import {registries} from '../../../views/drill/cluster/registries.js';
import {clusters} from '../../../views/drill/registry/clusters.js';
import {waysInTab} from '../../../views/drill/registry/ways-in.js';
import type {Tab} from '../../../views/drill/tab.js';
import {plainText, plainTexts} from '../../support/cells.js';
import {
	basicRegistry,
	noDetail,
	now,
	snapshotOf,
	weakCluster,
} from '../../support/models.js';
import {recordDocuments, scopeMapsOf, tokensOf} from '../../support/registry-records.js';
import {colours} from '../../support/theme.js';

const itemsOf = <R extends Resource>(tab: Tab<R>, resource: R, snapshot: Snapshot) => {
	if (tab.type !== 'pick') {
		throw new TypeError('This tab is no list');
	}

	return tab.items({
		resource, snapshot, detail: noDetail, theme: colours, width: 120, now, portal: 'https://portal.azure.com',
	});
};

const told = ({explanation}: {readonly explanation: Parameters<typeof plainTexts>[0]}): string => plainTexts(explanation).join('\n');

const kubeletObjectId = 'aaaaaaaa-0000-0000-0000-000000000001';

const cluster = {...weakCluster, kubeletObjectId};

const right: RegistryRight = {
	registryKey: basicRegistry.key, registryName: basicRegistry.name, role: 'AcrPush', assignment: '/a', scope: basicRegistry.key, pulls: true, changes: true, isVoid: false,
};

const attached = snapshotOf({clusters: [cluster], relations: {registryRights: new Map([[kubeletObjectId, [right]]])}});

test('the seven ways and the one without signing in stand in one list, each with who, until when, and what is wrong', t => {
	const registryRecords = new Map([[basicRegistry.key, {
		registryKey: basicRegistry.key, usages: [], tokens: tokensOf(...recordDocuments('token-list-composed')), scopeMaps: scopeMapsOf(...recordDocuments('scope-map-list-composed')), details: undefined,
	}]]);
	const items = itemsOf(waysInTab, basicRegistry, snapshotOf({registryRecords}));
	t.is(items.length, 8);
	const titles = items.map(({title}) => plainText(title));
	t.regex(titles[0]!, /^\? Entra identity/v);
	t.regex(titles[5]!, /^- Admin user/v);
	t.regex(titles[6]!, /^\+ Token +5 +\d+ d +\d faulty$/v);
	t.regex(told(items[6]!), /ci-forever {2}pull, push in every repository\n {2}ends: no end\n {2}a password without end\n {2}it may write to every repository/v);
	t.regex(told(items[0]!), /In use: unknown: who holds roles here is still being worked out/v);
	t.is(itemsOf(waysInTab, basicRegistry, snapshotOf({registryRecords})).length, 8);
	const unread = itemsOf(waysInTab, basicRegistry, snapshotOf());
	t.regex(told(unread[6]!), /In use: unknown: the tokens of this registry have not been read yet/v);
});

test('a registry names the clusters that pull from it, and a cluster its registries; Enter goes there and back', t => {
	const [item, ...more] = itemsOf(clusters, basicRegistry, attached);
	t.deepEqual(more, []);
	t.regex(told(item!), /AcrPush: pulls, and may push or delete too, at the registry/v);
	t.regex(told(item!), /What it runs from here: unknown, nobody has looked into the cluster/v);
	t.deepEqual(item!.opens, {
		view: 'drill', kind: 'cluster', key: cluster.key, tab: 'registries',
	});
	const own = itemsOf(registries, cluster, attached);
	t.regex(plainText(own[0]!.title), /Pulls as kubelet identity aaaaaaaa/v);
	t.like(own[1]!.opens, {kind: 'registry', key: basicRegistry.key, tab: 'clusters'});
	t.regex(plainText(own.at(-1)!.title), /Public registries: not known/v);
	const [unsure] = itemsOf(clusters, basicRegistry, snapshotOf({clusters: [{...cluster, kubeletObjectId: undefined, servicePrincipalClientId: 'x'}], relations: {}}));
	t.regex(told(unsure!), /it pulls as a service principal/v);
});

test('a cluster that runs images of a public registry names it', t => {
	const look = {readAt: 0, images: ['docker.io', 'docker.io', basicRegistry.loginServer as string].map(host => ({host}))};
	const insides = new Map([[cluster.key, look]]) as unknown as Snapshot['insides'];
	const items = itemsOf(registries, cluster, {...attached, insides});
	t.regex(plainText(items.at(-1)!.title), /^docker\.io {2}public, 2 images$/v);
	t.regex(told(items[1]!), /1 image of it run now/v);
	t.regex(told(itemsOf(clusters, basicRegistry, {...attached, insides})[0]!), /It runs one image of it now/v);
});
