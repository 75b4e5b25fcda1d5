import {ContainerRegistryManagementClient} from '@azure/arm-containerregistry';
import {ContainerServiceClient} from '@azure/arm-containerservice';
import {ResourceGraphClient} from '@azure/arm-resourcegraph';
import {SubscriptionClient} from '@azure/arm-resources-subscriptions';
import {SecurityCenter} from '@azure/arm-security';
import type {HttpClient} from '@azure/core-rest-pipeline';
import test from 'ava';
import {createDemoCredential, demoCloud} from '../../demo/index.js';
import {queries} from '../../source/azure/queries.js';
import {allRows, quiet, type Row} from './harness.js';

const options = (httpClient: HttpClient) => ({httpClient, endpoint: demoCloud.resourceManager, retryOptions: {maxRetries: 0}});
const credential = createDemoCredential();

// The library of TypeScript's that is chosen has no Array.fromAsync yet.
const collect = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
	const all: T[] = [];
	for await (const item of items) {
		all[all.length] = item;
	}

	return all;
};

const partOf = (id: string, name: string): string => {
	const parts = id.split('/');
	return parts[parts.findIndex(part => part.toLowerCase() === name) + 1]!;
};

const readable = async (client: HttpClient): Promise<readonly Row[]> => allRows(client, queries.subscriptions.text, 100);

test('Resource Graph\'s client reads rows and tokens', async t => {
	const client = new ResourceGraphClient(credential, options(quiet()));
	const first = await client.resources({query: queries.clusters.text, options: {top: 10}});
	t.is(first.totalRecords, 24);
	t.is(first.count, 10);
	const second = await client.resources({query: queries.clusters.text, options: {top: 10, skipToken: first.skipToken}});
	t.is(second.count, 10);
	t.notDeepEqual(first.data, second.data);
});

test('the subscriptions client lists twelve', async t => {
	const client = new SubscriptionClient(credential, options(quiet()));
	const subscriptions = await collect(client.subscriptions.list());
	t.is(subscriptions.length, 12);
	t.true(subscriptions.every(({displayName, subscriptionId}) => displayName?.startsWith('vlm-') && subscriptionId?.length === 36));
});

test('every cluster and pool can be read, and each pool has a newest image of its own family', async t => {
	const transport = quiet();
	let clusterCount = 0;
	let poolCount = 0;
	for (const {subscriptionId} of await readable(transport)) {
		const client = new ContainerServiceClient(credential, subscriptionId, options(transport));
		// eslint-disable-next-line no-await-in-loop -- one client answers in order
		for (const {id, name, location} of await collect(client.managedClusters.list())) {
			clusterCount++;
			const group = partOf(id!, 'resourcegroups');
			// eslint-disable-next-line no-await-in-loop
			const cluster = await client.managedClusters.get(group, name!);
			t.is(cluster.location, location);
			// eslint-disable-next-line no-await-in-loop
			const pools = await collect(client.agentPools.list(group, name!));
			t.is(pools.length, cluster.agentPoolProfiles?.length ?? 0);
			for (const pool of pools) {
				poolCount++;
				// eslint-disable-next-line no-await-in-loop
				const profile = await client.agentPools.getUpgradeProfile(group, name!, pool.name!);
				const family = (image: string) => image.replace(/-[\d.]+$/v, '');
				t.is(family(profile.latestNodeImageVersion!), family(pool.nodeImageVersion!));
			}
		}
	}

	t.is(clusterCount, 24);
	t.is(poolCount, 60);
});

test('a region tells which Kubernetes versions it supports', async t => {
	const transport = quiet();
	const [first] = await readable(transport);
	const client = new ContainerServiceClient(credential, first!.subscriptionId, options(transport));
	const {values} = await client.managedClusters.listKubernetesVersions('westeurope');
	t.is(values!.filter(({isDefault}) => isDefault).length, 1);
	const official = values!.filter(({capabilities}) => capabilities?.supportPlan?.includes('KubernetesOfficial')).map(({version}) => version);
	t.deepEqual(official, ['1.37', '1.36', '1.35', '1.34']);
});

test('every registry and its usages can be read', async t => {
	const transport = quiet();
	const skus = new Set<string | undefined>();
	let count = 0;
	for (const {subscriptionId} of await readable(transport)) {
		const client = new ContainerRegistryManagementClient(credential, subscriptionId, options(transport));
		// eslint-disable-next-line no-await-in-loop -- one client answers in order
		for (const {id, name, sku} of await collect(client.registries.list())) {
			count++;
			skus.add(sku?.name);
			const group = partOf(id!, 'resourcegroups');
			// eslint-disable-next-line no-await-in-loop
			const registry = await client.registries.get(group, name!);
			t.is(registry.loginServer, `${name}.azurecr.io`);
			// eslint-disable-next-line no-await-in-loop
			const usages = await client.registries.listUsages(group, name!);
			t.is(usages.value?.find(usage => usage.name === 'Size')?.unit, 'Bytes');
		}
	}

	t.is(count, 9);
	t.deepEqual([...skus].map(String).toSorted((first, second) => first.localeCompare(second)), ['Basic', 'Premium', 'Standard']);
});

test('plans, assessments and alerts of every subscription add up to what Resource Graph counts', async t => {
	const transport = quiet();
	let open = 0;
	let plans = 0;
	for (const {subscriptionId} of await readable(transport)) {
		const client = new SecurityCenter(credential, subscriptionId, options(transport));
		// eslint-disable-next-line no-await-in-loop -- one client answers in order
		const assessments = await collect(client.assessments.list(`/subscriptions/${subscriptionId}`));
		open += assessments.filter(({status}) => status?.code === 'Unhealthy').length;
		// eslint-disable-next-line no-await-in-loop
		const alerts = await collect(client.alerts.list());
		open += alerts.filter(({status}) => status === 'Active' || status === 'InProgress').length;
		// eslint-disable-next-line no-await-in-loop
		const {value} = await client.pricings.list();
		plans += value.filter(({name}) => name === 'Containers').length;
	}

	t.is(open, 300);
	t.is(plans, 11);
});

test('one assessment and one alert can be read by their ids', async t => {
	const transport = quiet();
	const findings = await allRows(transport, queries.findings.text, 500);
	const alert = findings.find(({id}) => id.includes('/alerts/'))!;
	const assessment = findings.find(({id}) => id.includes('/registries/') && id.includes('/assessments/'))!;
	const client = new SecurityCenter(credential, alert.subscriptionId, options(transport));
	const readAlert = await client.alerts.getResourceGroupLevel(partOf(alert.id, 'locations'), alert.name, partOf(alert.id, 'resourcegroups'));
	t.is(readAlert.alertDisplayName, String(alert.properties.AlertDisplayName));
	const readAssessment = await client.assessments.get(assessment.id.split('/providers/Microsoft.Security/', 1)[0]!.slice(1), assessment.name);
	t.is(readAssessment.displayName, String(assessment.properties.displayName));
	const rows = await allRows(transport, queries.findingDocument.text(assessment.id.toUpperCase()), 1);
	t.deepEqual(rows, [assessment]);
});

test('what is not there answers 404 in Azure\'s shapes', async t => {
	const transport = quiet();
	const [first] = await readable(transport);
	const client = new ContainerServiceClient(credential, first!.subscriptionId, options(transport));
	await t.throwsAsync(client.managedClusters.get('rg-none', 'aks-none'), {code: 'ResourceNotFound'});
	const elsewhere = new ContainerServiceClient(credential, '00000000-0000-4000-8000-000000000000', options(transport));
	await t.throwsAsync(collect(elsewhere.managedClusters.list()), {code: 'SubscriptionNotFound'});
});
