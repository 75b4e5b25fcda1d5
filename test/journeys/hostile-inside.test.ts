import test from 'ava';
import {boxesOf} from '../support/boxes.js';
import {assertAligned, assertHarmless, hostileNames} from '../support/hostile.js';
import {documentLists, type KubernetesServerOptions} from '../support/kubernetes-server/server.js';
import {openLive} from '../support/live.js';
import {startLiveInside} from '../support/live-inside.js';

const node = (name: string): unknown => ({
	metadata: {name, labels: {[name]: name, agentpool: name}, annotations: {[name]: name, 'kured.dev/reboot-in-progress': name}},
	spec: {taints: [{key: name, value: name, effect: name}], unschedulable: name},
	status: {
		nodeInfo: {
			kubeletVersion: name, osImage: name, kernelVersion: name, containerRuntimeVersion: name, operatingSystem: name, architecture: name,
		},
		conditions: [{
			type: 'Ready', status: 'False', reason: name, message: name, lastTransitionTime: name,
		}],
		addresses: [{type: 'ExternalIP', address: name}],
	},
});

const service = (name: string, index: number): unknown => ({
	metadata: {namespace: name, name, annotations: {[name]: name, 'service.beta.kubernetes.io/azure-load-balancer-internal': name}},
	spec: {
		type: ['LoadBalancer', 'ExternalName', 'NodePort'][index % 3], externalName: name, loadBalancerSourceRanges: [name], externalIPs: [name], ports: [{
			name, port: 80, protocol: name, nodePort: 30_080,
		}], selector: {[name]: name},
	},
	status: {loadBalancer: {ingress: [{ip: name, hostname: name}]}},
});

/**
What it lists is hostile wherever a text may stand, or has nothing but its name, or not even that.
*/
const hostileCluster: KubernetesServerOptions = {
	lists: {
		...documentLists(),
		nodes: [...hostileNames.map(name => node(name)), {metadata: {name: 'bare'}}, {metadata: {}}, null],
		services: [...hostileNames.map((name, index) => service(name, index)), {metadata: {name: 'bare', namespace: 'bare'}}, {}, 'no document'],
	},
};

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	test.serial(`at ${columns}×${rows}: what a hostile cluster says of its nodes and Services is drawn in line, and nothing of it reaches the terminal`, async t => {
		const live = await startLiveInside(t, [{name: 'aks-evil', kubernetes: hostileCluster}]);
		const dashboard = openLive(t, live, {columns, rows, args: ['--inside']});
		await dashboard.waitFor(/posture \d/v);
		dashboard.press(':', ...'aks-evil/nodes', 'enter');
		await dashboard.waitFor(/\[4 Nodes 1\d\]/v);

		/* eslint-disable no-await-in-loop -- one step after the other */
		for (const place of ['aks-evil/nodes', 'aks-evil/services']) {
			dashboard.press(':', ...place, 'enter');
			await dashboard.waitFor(/\[(?:4 Nodes|5 Services) \d+\]/v);
			await dashboard.waitForQuiet({quiet: 200});
			assertAligned(t, dashboard, columns, place);
			for (let row = 0; row < hostileNames.length + 1; row++) {
				dashboard.press('enter');
				await dashboard.waitFor('[1 Overview]');
				await dashboard.waitForQuiet({quiet: 100});
				assertAligned(t, dashboard, columns, `${place}, row ${row}`);
				dashboard.press('2');
				await dashboard.waitFor('[2 Posture');
				assertAligned(t, dashboard, columns, `${place}, row ${row}, posture`);
				dashboard.press('y');
				await dashboard.waitFor('[3 Document]');
				await dashboard.waitFor(screen => screen.every(line => !line.includes('Being read from')));
				await dashboard.waitForQuiet({quiet: 100});
				assertAligned(t, dashboard, columns, `${place}, row ${row}, document`);
				dashboard.press('esc');
				await dashboard.waitFor(/\[(?:4 Nodes|5 Services) \d+\]/v);
				dashboard.press('down');
			}
		}

		for (const place of ['patching', 'exposure', 'nodes', 'todo']) {
			dashboard.press(':', ...place, 'enter');
			await dashboard.waitFor(screen => boxesOf(screen).length === 1 && screen.every(line => !line.includes(`:${place}`)));
			await dashboard.waitForQuiet({quiet: 200});
			assertAligned(t, dashboard, columns, place);
		}
		/* eslint-enable no-await-in-loop */

		assertHarmless(t, dashboard);
	});
}
