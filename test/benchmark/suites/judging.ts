import {threadCpuUsage} from 'node:process';
import type {Collectors} from '../../../source/azure/collectors.js';
import type {Cluster} from '../../../source/model/cluster.js';
import type {Finding} from '../../../source/model/finding.js';
import {createPartsOf} from '../../../source/fleet/snapshot-parts.js';
import {createListing, type Listing} from '../../../source/posture/defender/listing.js';
import {createMerge} from '../../../source/posture/defender/merge-findings.js';
import {createJudge, type JudgeInput} from '../../../source/posture/judge.js';
import {atMost, medianFigure, type Suite} from '../figure.js';
import {openCollectors, scaleTransport} from './requests.js';

const runs = 9;

const changesOfRun = 20;

const allFindings = 1_000_000;

type Read = {readonly input: JudgeInput; readonly findings: readonly Finding[]};

const readJudged = async (collectors: Collectors, signal: AbortSignal): Promise<Read> => {
	const {subscriptions, ...rest} = await collectors.subscriptions(signal);
	const clusters = await collectors.clusters(signal, subscriptions);
	const registries = await collectors.registries(signal, subscriptions);
	const defenderPlans = await collectors.defenderPlans(signal, subscriptions);
	const diskEncryptionSets = await collectors.diskEncryptionSets(signal, subscriptions);
	const keyVaults = await collectors.keyVaults(signal, subscriptions);
	const roleAssignments = await collectors.roleAssignments(signal, subscriptions);
	const kubernetesVersions = await collectors.kubernetesVersions(signal, clusters.items);
	const partsOf = createPartsOf();
	const known = {
		subscriptions: {...rest, subscriptions}, clusters, registries, defenderPlans, kubernetesVersions, diskEncryptionSets, keyVaults, roleAssignments,
	};
	const errors = {subscriptions: undefined, defenderPlans: undefined};
	const {parts} = partsOf(known, errors, Date.now());
	const nodeImages = await collectors.nodeImages(signal, parts.nodePools);
	const {items: findings} = await collectors.findings(signal, subscriptions, allFindings);
	return {input: partsOf({...known, nodeImages}, errors, Date.now()).input, findings};
};

/**
Everything that is listed was read just now.
*/
const listingOf = ({clusters, registries, judgedSubscriptions}: JudgeInput): Listing => {
	const complete = new Set((judgedSubscriptions ?? []).map(({subscriptionId}) => subscriptionId));
	const readAt = Date.now();
	return createListing([
		{
			type: '/microsoft.containerservice/managedclusters/', keys: new Set(clusters.map(({key}) => key)), complete, readAt,
		},
		{
			type: '/microsoft.containerregistry/registries/', keys: new Set(registries.map(({key}) => key)), complete, readAt,
		},
	]);
};

const finish = <T>(steps: Iterator<void, T, void>): T => {
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
};

/**
Milliseconds of one core that a judgement and the merge of the findings take.
*/
type Cost = {readonly judging: number; readonly merging: number};

const createWork = () => {
	const judge = createJudge();
	const merge = createMerge();
	const timed = <T>(work: () => T): readonly [result: T, milliseconds: number] => {
		const before = threadCpuUsage();
		const result = work();
		const {user, system} = threadCpuUsage(before);
		return [result, (user + system) / 1000];
	};

	return ({input, findings}: Read): Cost => {
		const [{byKey}, judging] = timed(() => finish(judge(input)));
		const listing = listingOf(input);
		const [, merging] = timed(() => finish(merge({
			findings, postures: byKey, listing, now: Date.now(),
		})));
		return {judging, merging};
	};
};

/**
Another outcome of a check that Defender has a recommendation for.
*/
const changed = (cluster: Cluster): Cluster => ({...cluster, defenderSensor: cluster.defenderSensor !== true});

/**
The clock of a thread's own time ticks too slowly for one change.
*/
const averageOf = (costs: readonly Cost[]): Cost => ({
	judging: costs.reduce((all, {judging}) => all + judging, 0) / costs.length,
	merging: costs.reduce((all, {merging}) => all + merging, 0) / costs.length,
});

const sum = ({judging, merging}: Cost): number => judging + merging;

export const judgingSuite: Suite = {
	name: 'judging',
	about: 'Every check over 1,000 clusters, 5,000 pools and 200 registries, and 100,000 findings beside them, without a pause, in time of one core: all anew, and with one cluster changed since.',
	async measure() {
		const read = await readJudged(openCollectors(scaleTransport()), new AbortController().signal);
		const {input} = read;
		const whole = Array.from({length: runs}, () => createWork()(read));
		const work = createWork();
		work(read);
		let {clusters} = input;
		let changedClusters = 0;
		const changes = Array.from({length: runs}, () => averageOf(Array.from({length: changesOfRun}, () => {
			const at = changedClusters++;
			clusters = clusters.with(at, changed(clusters[at]!));
			return work({...read, input: {...input, clusters}});
		})));
		return [
			{
				name: 'findings', unit: 'findings', value: read.findings.length, spread: '',
			},
			medianFigure('judging all', 'ms', whole.map(({judging}) => judging)),
			medianFigure('merging all findings', 'ms', whole.map(({merging}) => merging)),
			medianFigure('judging and merging all', 'ms', whole.map(cost => sum(cost)), atMost(1500)),
			medianFigure('judging after one change', 'ms', changes.map(({judging}) => judging)),
			medianFigure('merging after one change', 'ms', changes.map(({merging}) => merging)),
			medianFigure('judging and merging after one change', 'ms', changes.map(cost => sum(cost)), atMost(5)),
		];
	},
};
