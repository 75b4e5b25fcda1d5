import test from 'ava';
import {createDemoCredential, demoCloud} from '../../demo/index.js';
import {createCollectors} from '../../source/azure/create-collectors.js';
import {createSession} from '../../source/azure/session.js';
import {createFleetStore} from '../../source/fleet/create-store.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {valueOf} from '../../source/model/known.js';
import {containerGroupChecks} from '../../source/posture/checks/container-group.js';
import {groupNetwork} from '../../source/posture/groups/group-network.js';
import {quiet} from './harness.js';

/**
The demo's fleet once what is waited for holds; the group that is opened is the one in a crash loop.
*/
const settled = async (t: {readonly teardown: (end: () => void) => void}, isEnough: (snapshot: Snapshot) => boolean): Promise<Snapshot> => {
	const store = createFleetStore({
		async collectors() {
			return createCollectors(createSession({
				cloud: demoCloud, credential: createDemoCredential(), transport: quiet(), scope: {subscriptions: [], managementGroup: undefined, tenant: undefined},
			}));
		},
		interval: 600_000,
		isDemo: true,
	});
	let close: (() => void) | undefined;
	t.teardown(() => {
		close?.();
		void store.stop();
	});
	return new Promise(resolve => {
		store.subscribe(() => {
			const snapshot = store.getSnapshot();
			const looping = snapshot.containerGroups.find(({name}) => name === 'aci-mailer');
			close ??= looping && store.subscribeDetail(looping.key, () => {/* Only that it is read counts. */});
			if (isEnough(snapshot)) {
				resolve(snapshot);
			}
		});
	});
};

test('a dozen container groups, good and bad, of which most checks fail somewhere and pass elsewhere', async t => {
	const standings = (snapshot: Snapshot): ReadonlyMap<string, ReadonlySet<string>> => new Map(containerGroupChecks.map(({id}) => {
		const found = snapshot.containerGroups.flatMap(({key}) => snapshot.posture.byKey.get(key)?.verdicts.find(({checkId}) => checkId === id)?.outcome.status ?? []);
		return [id, new Set(found)];
	}));
	const snapshot = await settled(t, next => next.groupStates.size > 0 && standings(next).entries().every(([id, found]) => found.has('fail') && (found.has('pass') || ['aci-identity-overprivileged', 'aci-restart-policy-loop', 'aci-secret-in-command'].includes(id))));
	const groups = snapshot.containerGroups;
	t.is(groups.length, 12);
	t.true(new Set(groups.map(({subscriptionId}) => subscriptionId)).size >= 6);
	t.true(new Set(groups.map(({region}) => region)).size >= 4);
	const networks = new Set(groups.map(group => groupNetwork(group)));
	t.true((['public', 'private', 'none'] as const).every(network => networks.has(network)));
	const [state] = snapshot.groupStates.values().map(fact => valueOf(fact));
	t.true((valueOf(valueOf(state!.containers)![0]!.restarts) ?? 0) > 200);
	t.false(JSON.stringify([groups, [...snapshot.groupStates]]).includes('not-a-real'));
});
