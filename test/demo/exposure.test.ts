import test from 'ava';
import {createDemoCredential, demoCloud} from '../../demo/index.js';
import {createCollectors} from '../../source/azure/create-collectors.js';
import {createSession} from '../../source/azure/session.js';
import {createInside} from '../../source/kubernetes/create-inside.js';
import type {Exposure} from '../../source/model/exposure.js';
import {valueOf} from '../../source/model/known.js';
import {exposeCluster} from '../../source/posture/exposure/expose-cluster.js';
import {inferServices} from '../../source/posture/exposure/infer-services.js';
import {quiet} from './harness.js';

const {signal} = new AbortController();

test('the demo\'s Services are open to everybody, to some, to the network and to the cluster, each with why', async t => {
	const session = createSession({
		cloud: demoCloud, credential: createDemoCredential(), transport: quiet(), scope: {subscriptions: [], managementGroup: undefined, tenant: undefined},
	});
	const collectors = createCollectors(session, {inside: createInside(session).look});
	const {subscriptions} = await collectors.subscriptions(signal);
	const {items: clusters} = await collectors.clusters(signal, subscriptions);
	const {items: network} = await collectors.networkResources(signal, subscriptions);
	const exposures: Exposure[] = [];
	let inferred = 0;
	for (const cluster of clusters) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const inside = await collectors.inside(signal, cluster, {userCredential: true, localAccounts: true, runCommand: false});
		const own = network.filter(({resourceGroup}) => resourceGroup.toLowerCase() === String(valueOf(cluster.nodeResourceGroup)).toLowerCase());
		const isRead = inside.reach.way !== undefined;
		const services = isRead ? valueOf(inside.services)! : inferServices(cluster, own);
		inferred += isRead ? 0 : services.length;
		exposures.push(...exposeCluster({
			cluster, inside: isRead ? inside : undefined, services, network: own, nameState: name => (name.includes('-old.') ? 'gone' : 'found'),
		}).values());
	}

	const counts = Map.groupBy(exposures, ({who}) => who);
	t.log(Object.fromEntries(counts.entries().map(([who, found]) => [who, found.length])), {inferred});
	const troubles = exposures.flatMap(exposure => exposure.troubles);
	const missing = ['its public IP is gone', 'leads nowhere', 'none that Azure knows', 'without TLS', 'it claims', 'it waits for'].filter(words => troubles.every(trouble => !trouble.includes(words)));
	t.deepEqual(missing, []);

	t.true(inferred > 5, 'what nobody looks into gives itself away in part');
	t.deepEqual((['internet', 'ranges', 'network', 'alias', 'cluster'] as const).filter(who => (counts.get(who)?.length ?? 0) < 3), []);

	t.true(counts.get('internet')!.length < exposures.length / 5, 'most are shut');
});
