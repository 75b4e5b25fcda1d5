import test from 'ava';
import type {JudgeContext, Outcome} from '../../../source/posture/check.js';
import {registryChecks} from '../../../source/posture/checks/registry.js';
import {
	contextOf,
	planOf,
	registryOf,
	subscription,
	type Changes,
} from '../../support/posture.js';

const hardened = 'registry-premium-hardened-composed';
const basic = 'recorded-registry-basic';
const open = 'recorded-registry-network-rules';

const noPlans = contextOf({containersPlans: new Map()});

type Case = readonly [status: Outcome['status'], file: string, changes?: Changes, context?: JudgeContext];

const judge = (id: string, file: string, changes: Changes = {}, context: JudgeContext = contextOf()): Outcome =>
	registryChecks.find(check => check.id === id)!.judge(registryOf(file, changes), context);

const rules = (...values: readonly unknown[]): Changes => ({
	'properties.publicNetworkAccess': 'Enabled', 'properties.networkRuleSet': {defaultAction: 'Deny', ipRules: values.map(value => ({action: 'Allow', value}))},
});

const cases: Readonly<Record<string, readonly Case[]>> = {
	'acr-admin-user-enabled': [
		['pass', hardened],
		['fail', 'recorded-registry-admin-user'],
		['unknown', hardened, {'properties.adminUserEnabled': 'False'}],
		['unknown', hardened, {'properties.adminUserEnabled': undefined}],
	],
	'acr-anonymous-pull-enabled': [
		['pass', hardened],
		['pass', hardened, {'properties.anonymousPullEnabled': undefined}],
		['fail', 'recorded-registry-anonymous-pull', {'properties.anonymousPullEnabled': true}],
		['unknown', hardened, {'properties.anonymousPullEnabled': 0}],
		['not-applicable', basic],
	],
	'acr-arm-audience-accepted': [
		['pass', hardened],
		['fail', open],
		['fail', hardened, {'properties.policies': undefined}],
		['unknown', hardened, {'properties.policies': 'x'}],
		['unknown', hardened, {'properties.policies.azureADAuthenticationAsArmPolicy.status': 'paused'}],
	],
	'acr-public-network-unrestricted': [
		['pass', hardened],
		['pass', 'recorded-registry-public-network-disabled', {'properties.networkRuleSet': {defaultAction: 'Allow', ipRules: [{value: '0.0.0.0/0'}]}}],
		['pass', hardened, rules('203.0.113.0/24', '198.51.100.7')],
		['pass', 'recorded-registry-default-deny'],
		['fail', open],
		['fail', basic],
		['fail', hardened, rules('0.0.0.0/0')],
		['fail', hardened, rules('0.0.0.0/1', '128.0.0.0/1')],
		['fail', hardened, {'properties.publicNetworkAccess': undefined, 'properties.networkRuleSet': undefined}],
		['unknown', hardened, {'properties.publicNetworkAccess': 7, 'properties.networkRuleSet': undefined}],
		['unknown', hardened, {'properties.publicNetworkAccess': 'Enabled', 'properties.networkRuleSet': 'x'}],
		['unknown', hardened, rules(7)],
		['unknown', hardened, rules('home')],
		['unknown', hardened, {'properties.publicNetworkAccess': 'SecuredByPerimeter', 'properties.networkRuleSet': undefined}],
	],
	'acr-private-endpoint-missing': [
		['pass', hardened],
		['fail', open],
		['fail', hardened, {'properties.privateEndpointConnections.0.properties.privateLinkServiceConnectionState.status': 'Rejected'}],
		['unknown', hardened, {'properties.privateEndpointConnections': 'x'}],
		['unknown', hardened, {'properties.privateEndpointConnections.0.properties': 'x'}],
		['not-applicable', basic],
	],
	'acr-trusted-services-blocked': [
		['pass', hardened, {'properties.networkRuleBypassOptions': 'azureservices'}],
		['fail', hardened],
		['unknown', hardened, {}, noPlans],
		['unknown', hardened, {'properties.networkRuleBypassOptions': undefined}],
		['unknown', open, {'properties.publicNetworkAccess': 7}],
		['not-applicable', open],
		['not-applicable', hardened, {}, contextOf({containersPlans: new Map([[subscription, planOf('free')]])})],
	],
	'acr-export-enabled': [
		['pass', hardened],
		['fail', hardened, {'properties.policies.exportPolicy.status': 'enabled'}],
		['fail', hardened, {'properties.policies.exportPolicy': undefined}],
		['unknown', hardened, {'properties.policies.exportPolicy': 'x'}],
		['unknown', hardened, {'properties.publicNetworkAccess': 7, 'properties.policies.exportPolicy.status': 'enabled'}],
		['not-applicable', open],
		['not-applicable', basic],
	],
};

for (const {id} of registryChecks) {
	test(id, t => {
		const own = cases[id] ?? [];
		t.true(['pass', 'fail', 'unknown'].every(status => own.some(([wanted]) => wanted === status)), 'a check is shown passing, failing and unknown');
		for (const [status, file, changes, context] of own) {
			const outcome = judge(id, file, changes, context);
			t.is(outcome.status, status, `${file} ${JSON.stringify(changes)}: ${JSON.stringify(outcome)}`);
		}
	});
}

test('what a SKU cannot do is milder, and a waiting connection is told', t => {
	t.like(judge('acr-public-network-unrestricted', basic), {severity: 'medium', detail: 'A Basic registry cannot close its public endpoint.'});
	t.like(judge('acr-private-endpoint-missing', hardened, {'properties.privateEndpointConnections.0.properties.privateLinkServiceConnectionState.status': 'Pending'}), {detail: 'A connection waits for approval.'});
});
