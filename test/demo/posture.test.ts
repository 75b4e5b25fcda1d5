import type {HttpClient} from '@azure/core-rest-pipeline';
import test from 'ava';
import {createDemoTransport} from '../../demo/index.js';
import {roundSeconds} from '../../demo/story.js';
import {queries} from '../../source/azure/queries.js';
import {readCluster} from '../../source/azure/read/cluster.js';
import {readDefenderPlan} from '../../source/azure/read/defender-plan.js';
import {readKubernetesVersions} from '../../source/azure/read/kubernetes-versions.js';
import {readRegistry} from '../../source/azure/read/registry.js';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {nodeImageKey, parseNodeImage, type LatestNodeImages} from '../../source/model/node-image.js';
import type {NodePool} from '../../source/model/node-pool.js';
import type {JudgeContext} from '../../source/posture/check.js';
import {createJudge} from '../../source/posture/judge.js';
import type {FleetPosture} from '../../source/posture/posture.js';
import {
	allRows,
	createClock,
	get,
	parsed,
	post,
	quiet,
} from './harness.js';

const readAll = async <T>(client: HttpClient, query: string, reader: (document: unknown) => T | undefined): Promise<readonly T[]> => {
	const rows = await allRows(client, query, 1000);
	return rows.map(row => reader(row)).filter(item => item !== undefined);
};

const latestImages = async (client: HttpClient, pools: readonly NodePool[]): Promise<LatestNodeImages> => {
	const latest = new Map<string, ReturnType<typeof parseNodeImage>>();
	for (const pool of pools) {
		// eslint-disable-next-line no-await-in-loop -- one client answers in order
		const profile = parsed<{properties: {latestNodeImageVersion: string}}>(await get(client, `${pool.id}/upgradeProfiles/default`));
		const image = parseNodeImage(profile.properties.latestNodeImageVersion);
		latest.set(nodeImageKey(image.family, pool.region), image);
	}

	return latest;
};

const judge = async (client: HttpClient, now: number): Promise<FleetPosture> => {
	const clusters = await readAll(client, queries.clusters.text, readCluster);
	const registries = await readAll(client, queries.registries.text, readRegistry);
	const plans = await readAll(client, queries.defenderPlans.text, readDefenderPlan);
	const nodePools = clusters.flatMap(cluster => valueOf(cluster.nodePools) ?? []);
	const supportedVersions = new Map<string, ReturnType<typeof readKubernetesVersions>>();
	for (const {region, subscriptionId} of clusters) {
		// eslint-disable-next-line no-await-in-loop -- one client answers in order
		const answer = await get(client, `/subscriptions/${subscriptionId}/providers/Microsoft.ContainerService/locations/${region}/kubernetesVersions`);
		supportedVersions.set(region, readKubernetesVersions(parsed(answer)));
	}

	const context: JudgeContext = {
		now,
		latestNodeImages: await latestImages(client, nodePools),
		supportedVersions,
		containersPlans: new Map(plans.filter(({name}) => name === 'Containers').map(plan => [plan.subscriptionId, plan])),
	};
	const steps = createJudge()({
		clusters, nodePools, registries, context,
	});
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
};

test('the posture is worth presenting, and the story keeps it so', async t => {
	const clock = createClock();
	const client = createDemoTransport({seed: 1, now: clock.now, story: true});
	for (let round = 0; round < 7; round++) {
		clock.advance(round === 0 ? 0 : roundSeconds + 7);
		// A throttled query is nothing to be judged: it is asked away first.
		// eslint-disable-next-line no-await-in-loop -- time goes on
		await post(client, {query: queries.subscriptions.text});
		// eslint-disable-next-line no-await-in-loop
		const posture = await judge(client, clock.now());
		t.log(`score ${posture.score} ${JSON.stringify(posture.failed)} unknown ${posture.unknown}`);
		t.true(posture.score! >= 55 && posture.score! <= 80, `${posture.score}`);
		t.true(posture.failed.critical > 0 && posture.failed.high > 0);
	}
});

test('every fact of the fleet can be read: nothing is malformed', async t => {
	const client = quiet();
	const items = [
		...await readAll(client, queries.clusters.text, readCluster),
		...await readAll(client, queries.registries.text, readRegistry),
	];
	const malformed = items.flatMap(item => [item, ...('nodePools' in item ? valueOf(item.nodePools) ?? [] : [])])
		.flatMap(item => Object.entries(item).filter(([, fact]) => isUnknown(fact) && fact.unknown === 'malformed').map(([name]) => `${item.name} ${name}`));
	t.deepEqual(malformed, []);
});
