import test from 'ava';
import {createDemoCredential, demoCloud} from '../../demo/index.js';
import {createCollectors} from '../../source/azure/create-collectors.js';
import {createSession} from '../../source/azure/session.js';
import {createFleetStore} from '../../source/fleet/create-store.js';
import type {Outcome} from '../../source/posture/check.js';
import {quiet} from './harness.js';

/**
How often each outcome of a check comes up in the demo, once everything was read and judged.
*/
const tallies = async (t: {readonly teardown: (end: () => void) => void}, ids: readonly string[]): Promise<ReadonlyMap<string, Partial<Readonly<Record<Outcome['status'], number>>>>> => {
	const store = createFleetStore({
		async collectors() {
			return createCollectors(createSession({
				cloud: demoCloud, credential: createDemoCredential(), transport: quiet(), scope: {subscriptions: [], managementGroup: undefined, tenant: undefined},
			}));
		},
		interval: 600_000,
		isDemo: true,
	});
	t.teardown(() => {
		void store.stop();
	});
	return new Promise(resolve => {
		store.subscribe(() => {
			const {posture: {byKey}, sources} = store.getSnapshot();
			const tally = new Map<string, Partial<Record<Outcome['status'], number>>>(ids.map(id => [id, {}]));
			for (const {verdicts} of byKey.values()) {
				for (const {checkId, outcome} of verdicts) {
					const counts = tally.get(checkId);
					if (counts) {
						counts[outcome.status] = (counts[outcome.status] ?? 0) + 1;
					}
				}
			}

			const isRead = sources.diagnosticSettings.readAt !== undefined && sources.assessedSubscriptions.readAt !== undefined;
			if (isRead && tally.values().every(counts => Object.hasOwn(counts, 'pass') && Object.hasOwn(counts, 'fail'))) {
				resolve(tally);
			}
		});
	});
};

test('some registries, vaults and subscriptions send their logs on, and one subscription is not assessed', async t => {
	const tally = await tallies(t, ['acr-diagnostics-missing', 'keyvault-logging-off', 'subscription-activity-log-export-off', 'defender-foundational-cspm-off']);
	for (const [id, {pass = 0, fail = 0}] of tally) {
		t.log(id, tally.get(id));
		t.true(pass > 0 && fail > 0, id);
	}

	t.is(tally.get('defender-foundational-cspm-off')!.fail, 1);
	// Who may not be read at all is unknown.
	t.is(tally.get('subscription-activity-log-export-off')!.unknown, 1);
});
