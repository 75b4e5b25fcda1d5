import test from 'ava';
import {readDefenderPlan} from '../../../source/azure/read/defender-plan.js';
import type {DefenderPlan} from '../../../source/model/defender-plan.js';
import {unknown} from '../../../source/model/known.js';
import {benefits, coverageOf, type Coverage} from '../../../source/posture/coverage/coverage.js';
import {clusterOf, registryOf, subscription} from '../../support/posture.js';

const plan = (properties: Readonly<Record<string, unknown>>): DefenderPlan =>
	readDefenderPlan({id: `/subscriptions/${subscription}/providers/Microsoft.Security/pricings/Containers`, properties})!;

const extensions = (...on: readonly string[]) => ['ContainerRegistriesVulnerabilityAssessments', 'AgentlessDiscoveryForKubernetes', 'ContainerSensor'].map(name => ({name, isEnabled: on.includes(name) ? 'True' : 'False'}));

const all = plan({pricingTier: 'Standard', extensions: extensions('ContainerRegistriesVulnerabilityAssessments', 'AgentlessDiscoveryForKubernetes', 'ContainerSensor')});

const base = clusterOf('managed-cluster-weak-composed');
const good = {...base, azurePolicy: true, defenderSensor: true};
const bare = {...base, azurePolicy: false, defenderSensor: false};
const registry = registryOf('recorded-registry-basic');

const planWith = (...on: readonly string[]): DefenderPlan => plan({pricingTier: 'Standard', extensions: extensions(...on)});

const assessment = 'ContainerRegistriesVulnerabilityAssessments';

const states = (coverage: Coverage): readonly string[] => benefits.map(benefit => coverage[benefit].state);

test('with everything on everything is covered, and a registry runs nothing', t => {
	t.deepEqual(states(coverageOf(good, all)), ['covered', 'covered', 'covered']);
	t.deepEqual(states(coverageOf(registry, all)), ['covered', 'covered', 'not-meant']);
});

test('without the plan nothing is, and the way to turn it on is told', t => {
	const off = coverageOf(good, plan({pricingTier: 'Free'}));
	t.deepEqual(states(off), ['not-covered', 'not-covered', 'not-covered']);
	t.regex(off.runTime.how ?? '', /^az security pricing create .+ --name Containers --tier Standard$/v);
	const ofRegistry = coverageOf(registry, plan({pricingTier: 'Free'}));
	t.deepEqual(states(ofRegistry), ['not-covered', 'not-covered', 'not-meant']);
});

test('what is half on is told as half, with what is missing', t => {
	const half = coverageOf(bare, planWith(assessment));
	t.deepEqual(states(half), ['partly', 'partly', 'partly']);
	t.regex(half.hardening.how ?? '', /enable-addons .+ --addons azure-policy$/v);
	t.regex(half.vulnerabilities.how ?? '', /name=AgentlessDiscoveryForKubernetes isEnabled=True$/v);
	t.regex(half.runTime.how ?? '', /--enable-defender$/v);
	t.is(coverageOf(good, planWith(assessment)).vulnerabilities.state, 'covered', 'the sensor sees what runs, too');
	t.is(coverageOf(good, planWith()).vulnerabilities.state, 'not-covered');
});

test('what could not be read is unknown, never covered and never off', t => {
	const denied = unknown('denied', 'no right to read it');
	t.deepEqual(states(coverageOf(good, denied)), ['unknown', 'unknown', 'unknown']);
	for (const pricingTier of ['Gold', 7]) {
		const odd = coverageOf(good, plan({pricingTier}));
		t.deepEqual(states(odd), ['unknown', 'unknown', 'unknown']);
	}

	t.is(coverageOf(good, plan({pricingTier: 'Standard'})).vulnerabilities.state, 'unknown', 'no extensions told');
	const hidden = coverageOf({...base, azurePolicy: denied, defenderSensor: denied}, planWith(assessment));
	t.deepEqual(states(hidden), ['unknown', 'unknown', 'unknown']);
});

test('names of resources do not get out of a command', t => {
	const hostile = {
		...bare, name: '$(id)', resourceGroup: '`id`', subscriptionId: '\'; id',
	};
	const {hardening, runTime} = coverageOf(hostile, plan({pricingTier: 'Standard', extensions: []}));
	for (const {how} of [hardening, runTime]) {
		t.true(how?.includes('\'$(id)\'') === true && how.includes('\'`id`\''));
	}
});
