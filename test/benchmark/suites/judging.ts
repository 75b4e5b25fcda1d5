import {createPartsOf} from '../../../source/fleet/snapshot-parts.js';
import type {FleetPosture} from '../../../source/posture/posture.js';
import {createJudge, type JudgeInput} from '../../../source/posture/judge.js';
import {medianFigure, type Suite} from '../figure.js';
import {openCollectors, scaleTransport} from './requests.js';

const runs = 9;

const readFleet = async (): Promise<JudgeInput> => {
	const collectors = openCollectors(scaleTransport());
	const {signal} = new AbortController();
	const subscriptions = await collectors.subscriptions(signal);
	const clusters = await collectors.clusters(signal, subscriptions.subscriptions);
	const registries = await collectors.registries(signal, subscriptions.subscriptions);
	const defenderPlans = await collectors.defenderPlans(signal, subscriptions.subscriptions);
	const diskEncryptionSets = await collectors.diskEncryptionSets(signal, subscriptions.subscriptions);
	const keyVaults = await collectors.keyVaults(signal, subscriptions.subscriptions);
	const roleAssignments = await collectors.roleAssignments(signal, subscriptions.subscriptions);
	const kubernetesVersions = await collectors.kubernetesVersions(signal, clusters.items);
	const partsOf = createPartsOf();
	const known = {
		subscriptions, clusters, registries, defenderPlans, kubernetesVersions, diskEncryptionSets, keyVaults, roleAssignments,
	};
	const errors = {subscriptions: undefined, defenderPlans: undefined};
	const {parts} = partsOf(known, errors, Date.now());
	const nodeImages = await collectors.nodeImages(signal, parts.nodePools);
	return partsOf({...known, nodeImages}, errors, Date.now()).input;
};

const timed = (steps: Iterator<void, FleetPosture, void>): number => {
	const before = performance.now();
	let step = steps.next();
	while (!step.done) {
		step = steps.next();
	}

	return performance.now() - before;
};

export const judgingSuite: Suite = {
	name: 'judging',
	about: 'Every check over 1,000 clusters, 5,000 pools and 200 registries without a pause: all anew, and with one cluster changed since.',
	async measure() {
		const input = await readFleet();
		const whole = Array.from({length: runs}, () => timed(createJudge()(input)));
		const judge = createJudge();
		timed(judge(input));
		const changes = Array.from({length: runs}, (_, run) => timed(judge({
			...input, clusters: input.clusters.map((cluster, index) => (index === run ? {...cluster} : cluster)),
		})));
		return [
			medianFigure('judging all', 'ms', whole),
			medianFigure('judging after one change', 'ms', changes),
		];
	},
};
