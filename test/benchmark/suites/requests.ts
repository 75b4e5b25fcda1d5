import type {HttpClient} from '@azure/core-rest-pipeline';
import {createDemoCredential, createDemoTransport, demoCloud} from '../../../demo/index.js';
import type {Collectors} from '../../../source/azure/collectors.js';
import {createCollectors} from '../../../source/azure/create-collectors.js';
import {createSession} from '../../../source/azure/session.js';
import {createNodePoolsOf} from '../../../source/fleet/node-pools-of.js';
import {valueOf} from '../../../source/model/known.js';
import {nodeImageKey, parseNodeImage} from '../../../source/model/node-image.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import {atMost, type Figure, type Suite} from '../figure.js';

const clusterCount = 1000;

const poolCount = 5000;

export const scaleTransport = (): HttpClient => createDemoTransport({
	seed: 1, size: clusterCount, now: Date.now, story: false,
});

export const openCollectors = (transport: HttpClient): Collectors => createCollectors(createSession({
	cloud: demoCloud,
	credential: createDemoCredential(),
	transport,
	scope: {subscriptions: [], managementGroup: undefined, tenant: undefined},
}));

type Counted = {readonly transport: HttpClient; readonly paths: string[]};

/**
What is really sent: below the SDK's own retries and pages.
*/
const counted = (transport: HttpClient): Counted => {
	const paths: string[] = [];
	return {
		paths,
		transport: {
			async sendRequest(request) {
				paths.push(new URL(request.url).pathname);
				return transport.sendRequest(request);
			},
		},
	};
};

const imagesAndRegions = (pools: readonly NodePool[]): number => new Set(pools.flatMap(({nodeImageVersion, region}) => {
	const version = valueOf(nodeImageVersion);
	return version === undefined ? [] : [nodeImageKey(parseNodeImage(version).family, region)];
})).size;

const isOfOneCluster = (path: string): boolean => /\/managedclusters\/[^\/]+/iv.test(path);

const inAll = (name: string, value: number, spread: string, limit?: number): Figure => ({
	name, unit: 'requests', value, spread, ...(limit !== undefined && {goal: atMost(limit)}),
});

export const requestsSuite: Suite = {
	name: 'requests',
	about: `Counted at the transport, below the SDK clients: ${clusterCount} clusters with ${poolCount} pools.`,
	async measure() {
		const {transport, paths} = counted(scaleTransport());
		const collectors = openCollectors(transport);
		const {signal} = new AbortController();
		const {subscriptions} = await collectors.subscriptions(signal);
		const {items: clusters} = await collectors.clusters(signal, subscriptions);
		const nodePools = createNodePoolsOf()(clusters);
		if (clusters.length < clusterCount || nodePools.length < poolCount) {
			throw new Error(`Only ${clusters.length} clusters and ${nodePools.length} pools were read.`);
		}

		const fleet = paths.length;
		const ofClusters = paths.filter(path => isOfOneCluster(path)).length;
		const graph = paths.filter(path => path.toLowerCase().endsWith('/resources')).length;
		await collectors.nodeImages(signal, nodePools);
		const images = paths.length - fleet;
		await collectors.kubernetesVersions(signal, clusters);
		const versions = paths.length - fleet - images;
		const regions = new Set(clusters.map(({region}) => region)).size;
		return [
			inAll('subscriptions and clusters', fleet, `${graph} to Resource Graph`, 12),
			inAll('of these, for one cluster', ofClusters, '', 0),
			inAll('newest node images', images, 'one each image family and region', imagesAndRegions(nodePools)),
			inAll('supported versions', versions, `${regions} regions`),
		];
	},
};
