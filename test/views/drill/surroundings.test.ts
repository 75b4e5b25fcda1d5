import test from 'ava';
import type {Resource} from '../../../source/model/resource.js';
import {overview as diskOverview} from '../../../views/drill/disk-encryption-set/overview.js';
import {overview as vaultOverview} from '../../../views/drill/key-vault/overview.js';
import {overview as subscriptionOverview} from '../../../views/drill/subscription/overview.js';
import type {Tab} from '../../../views/drill/tab.js';
import {goToCandidates, placeString, resolveGoTo} from '../../../views/go-to.js';
import {findResource} from '../../../views/resources.js';
import {placeOf, sourceOfPlace} from '../../../views/places.js';
import {judgedSubscription, setOf, vaultOf} from '../../support/around.js';
import {brokenLine, plainTexts} from '../../support/cells.js';
import {
	noDetail,
	now,
	snapshotOf,
	weakCluster,
} from '../../support/models.js';
import {colours} from '../../support/theme.js';

const set = setOf('des-broken');
const vault = vaultOf('kv-old');
const snapshot = snapshotOf({
	clusters: [{...weakCluster, diskEncryptionSetId: set.id}], judgedSubscriptions: [judgedSubscription], diskEncryptionSets: [set], keyVaults: [vault],
});

const linesOf = <R extends Resource>(tab: Tab<R>, resource: R, width = 100) => (tab.type === 'lines'
	? tab.lines({
		resource, snapshot, detail: noDetail, theme: colours, width, now, portal: 'https://portal.azure.com',
	})
	: []);

const textOf = <R extends Resource>(tab: Tab<R>, resource: R): string => plainTexts(linesOf(tab, resource)).join('\n');

test('a set tells its failed rotation and whose disks it encrypts, its vault whose keys lie there', t => {
	const drawn = textOf(diskOverview, set);
	t.regex(drawn, /Last rotation +failed: ManagedServiceIdentityNotFound/v);
	t.regex(drawn, new RegExp(`Disks of +${weakCluster.name}`, 'v'));
	t.regex(textOf(vaultOverview, vault), /Keys of +des-broken/v);
	t.regex(textOf(subscriptionOverview, judgedSubscription), /Holds +1 cluster, /v);
});

test('no line of theirs is wider than its room', t => {
	for (const width of [60, 100]) {
		for (const lines of [linesOf(diskOverview, set, width), linesOf(vaultOverview, vault, width), linesOf(subscriptionOverview, judgedSubscription, width)]) {
			t.true(lines.length > 5);
			t.is(brokenLine(lines, width), undefined);
		}
	}
});

test('they are found by name, and their place reads back', t => {
	for (const resource of [judgedSubscription, set, vault]) {
		const place = placeOf(resource)!;
		t.is(place.view === 'drill' ? findResource(snapshot, place.kind, resource.key) : undefined, resource);
		const text = placeString(snapshot, place);
		const back = resolveGoTo(snapshot, text);
		t.deepEqual(back?.type === 'trail' ? back.trail.at(-1) : undefined, place, text);
		t.true(goToCandidates(snapshot).some(({label}) => label === resource.name), resource.name);
		t.truthy(sourceOfPlace(place));
	}

	const named = resolveGoTo(snapshot, 'kv-old');
	t.like(named?.type === 'trail' ? named.trail.at(-1) : {}, {view: 'drill', kind: 'keyVault', key: vault.key});
});
