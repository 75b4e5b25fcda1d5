import {setTimeout as delay} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {createFleetStore} from '../../source/fleet/create-store.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {FleetStore} from '../../source/fleet/store.js';
import type {Outcome} from '../../source/posture/check.js';
import {documentFleet, loadDocument, type Document} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';
import {forbidden as forbiddenList, type Answer} from '../support/azure-server/answer.js';

const listOf = (path: string): readonly Document[] => (loadDocument(path) as {readonly value: readonly Document[]}).value;

const forbidden = loadDocument('resource-graph/error-403-authorization-failed-composed.json') as Answer;

const payVault = '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourceGroups/rg-pay/providers/Microsoft.KeyVault/vaults/kv-pay';

const surrounded = () => ({
	...documentFleet(),
	// Azure leaves the vault out where it lies in another subscription; here it is in the same one.
	diskEncryptionSets: listOf('compute/disk-encryption-set-list-composed.json').map((document): Document => {
		const {activeKey, ...properties} = document.properties as {readonly activeKey: Readonly<Record<string, unknown>>};
		return {...document, properties: {...properties, activeKey: {sourceVault: {id: payVault}, ...activeKey}}};
	}),
	keyVaults: listOf('keyvault/vault-list-composed.json'),
	roleAssignments: listOf('authorization/role-assignments-list-composed.json'),
});

const until = async (store: FleetStore, isWanted: (snapshot: Snapshot) => boolean): Promise<Snapshot> => new Promise(resolve => {
	const stop = store.subscribe(() => {
		const snapshot = store.getSnapshot();
		if (!isWanted(snapshot)) {
			return;
		}

		stop();
		resolve(snapshot);
	});
});

/**
Judging is done in slices, after what was read is there: the snapshot whose verdicts stand for half a second.
*/
const settled = async (store: FleetStore): Promise<Snapshot> => {
	let last = store.getSnapshot();
	for (let same = 0; same < 25;) {
		// eslint-disable-next-line no-await-in-loop -- one look after the other
		await delay(20);
		const next = store.getSnapshot();
		same = next.posture === last.posture ? same + 1 : 0;
		last = next;
	}

	return last;
};

const sources = ['clusters', 'registries', 'diskEncryptionSets', 'keyVaults', 'roleAssignments', 'policyExemptions', 'networkResources', 'dataDisks', 'vaultKeys'] as const;

/**
The fleet as it is known when Resource Graph refuses what a test names, by the real clients over HTTPS.
*/
const fleetWithout = async (t: ExecutionContext, refused: string | undefined): Promise<Snapshot> => {
	const server = await startFor(t, {fleet: surrounded()});
	if (refused !== undefined) {
		server.faults.push(
			{when: ({body}) => body.toLowerCase().includes(refused), give: forbidden},
			// Of rights there is a list of each subscription too, which is refused as well.
			{when: ({url}) => url.pathname.toLowerCase().endsWith(`/providers/${refused}`), give: forbiddenList('Microsoft.Authorization/roleAssignments/read', '/subscriptions/00000000-0000-0000-0000-0000000000a1')},
		);
	}

	const {collectors} = openFleet(server);
	const store = createFleetStore({collectors: async () => collectors, interval: 60_000, isDemo: false});
	t.teardown(async () => store.stop());
	await until(store, snapshot => snapshot.posture.score !== undefined && sources.every(name => {
		const {readAt, error, isReading} = snapshot.sources[name];
		return !isReading && (readAt !== undefined || error !== undefined);
	}));
	return settled(store);
};

/**
Decided by what is asked of one cluster at a time, which comes whenever it comes.
*/
const askedByItself = 'aks-audit-logs-off';

/**
What each check said of each resource.
*/
const outcomesIn = ({posture}: Snapshot): ReadonlyMap<string, Outcome> =>
	new Map(posture.byKey.values().flatMap(({key, verdicts}) => verdicts.filter(({checkId}) => checkId !== askedByItself).map(({checkId, outcome}) => [`${checkId} ${key}`, outcome] as const)));

/**
What passes though it did not before: nothing may, because less was read.
*/
const newlyPassed = (before: Snapshot, after: Snapshot): readonly string[] => {
	const earlier = outcomesIn(before);
	return outcomesIn(after).entries().filter(([key, {status}]) => status === 'pass' && earlier.get(key)?.status !== 'pass').map(([key]) => key).toArray();
};

for (const [name, refused] of [
	['diskEncryptionSets', 'microsoft.compute/diskencryptionsets'],
	['keyVaults', 'microsoft.keyvault/vaults'],
	['policyExemptions', 'policyresources'],
] as const) {
	test(`where Resource Graph refuses ${name}, that is told with its reason and nothing passes for it`, async t => {
		const whole = await fleetWithout(t, undefined);
		const part = await fleetWithout(t, refused);
		t.is(part.sources[name].error?.cause, 'denied');
		t.regex(part.sources[name].error?.reason ?? '', /grant Reader/v);
		t.deepEqual(newlyPassed(whole, part), []);
		t.is(whole.sources[name].error, undefined);
	});
}

const kubeletChecks = ['rbac-kubelet-acrpull-missing', 'rbac-kubelet-push-rights'];

test('without role assignments every verdict on what identities may do is unknown, and says which right is missing', async t => {
	const outcomes = outcomesIn(await fleetWithout(t, 'microsoft.authorization/roleassignments')).entries().filter(([key, {status}]) => kubeletChecks.some(id => key.startsWith(`${id} `)) && status !== 'not-applicable').toArray();
	t.true(outcomes.length >= kubeletChecks.length);
	for (const [key, outcome] of outcomes) {
		t.is(outcome.status, 'unknown', key);
		t.regex(outcome.status === 'unknown' ? outcome.reason : '', /roleAssignments\/read|kubeletidentity/v, key);
	}

	t.true(outcomes.some(([, outcome]) => outcome.status === 'unknown' && outcome.reason.includes('Microsoft.Authorization/roleAssignments/read')));
});

for (const [kind, refused] of [['diskEncryptionSet', 'microsoft.compute/diskencryptionsets'], ['keyVault', 'microsoft.keyvault/vaults']] as const) {
	test(`a ${kind} that may not be read and is referred to is there, and each verdict on it is unknown with the reason`, async t => {
		const snapshot = await fleetWithout(t, refused);
		const list = kind === 'keyVault' ? snapshot.keyVaults : snapshot.diskEncryptionSets;
		t.true(list.length > 0);
		for (const {key} of list) {
			const outcomes = snapshot.posture.byKey.get(key)!.verdicts.map(({outcome}) => outcome);
			t.true(outcomes.length > 1 && outcomes.every(({status}) => status === 'unknown'), JSON.stringify(outcomes));
			t.true(outcomes.some(outcome => outcome.status === 'unknown' && outcome.reason.includes('grant Reader')), JSON.stringify(outcomes));
		}
	});
}
