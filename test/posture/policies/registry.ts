import type {Outcome} from '../../../source/posture/check.js';
import {registryChecks} from '../../../source/posture/checks/registry.js';
import type {PolicyCondition} from '../../support/azure-policy.js';
import {readDocument} from '../../support/azure-documents.js';
import {
	contextOf,
	edited,
	registryOf,
	type Changes,
} from '../../support/posture.js';
import type {PolicyRow} from './policy-row.js';

const hardened = 'registry-premium-hardened-composed';
const basic = 'recorded-registry-basic';
const standard = 'registry-get-standard';
const open = 'recorded-registry-network-rules';
const closed = 'recorded-registry-public-network-disabled';
const denying = 'recorded-registry-default-deny';

const field = (path: string): string => `Microsoft.ContainerRegistry/registries/${path}`;

type Example = readonly [compliance: 'compliant' | 'not compliant', ours: Outcome['status'], file: string, changes?: Changes, because?: string];

const row = (checkId: string, definition: string, version: string, condition: PolicyCondition, examples: readonly Example[]): PolicyRow => ({
	checkId,
	definition,
	version,
	condition,
	documents: examples.map(([compliance, ours, file, changes = {}, because]) => ({
		name: `${file} ${JSON.stringify(changes)}`,
		document: edited(readDocument(`acr/${file}.json`), changes),
		isCompliant: compliance === 'compliant',
		ours,
		judge: () => registryChecks.find(({id}) => id === checkId)!.judge(registryOf(file, changes), contextOf()),
		...(because !== undefined && {because}),
	})),
});

const restricted = 'networkRuleSet.defaultAction';
const armStatus = 'policies.azureADAuthenticationAsArmPolicy.status';

export const rows: readonly PolicyRow[] = [
	row('acr-admin-user-enabled', 'dc921057-6b28-4fbe-9b83-f7bec05db6c2', '1.0.1', {field: field('adminUserEnabled'), equals: true}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', 'recorded-registry-admin-user'],
		['compliant', 'unknown', hardened, {'properties.adminUserEnabled': undefined}, 'Azure always sends the switch: where it is not in the answer, it was not read.'],
	]),
	row('acr-anonymous-pull-enabled', '9f2dea28-e834-476c-99c5-3507b4728395', '1.0.0', {field: field('anonymousPullEnabled'), equals: true}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', hardened, {'properties.anonymousPullEnabled': true}],
		['compliant', 'not-applicable', basic, {}, 'Basic cannot pull without a sign-in at all.'],
	]),
	row('acr-arm-audience-accepted', '42781ec6-6127-4c30-bdfa-fb423a0047d3', '1.0.0', {
		anyOf: [
			{field: field('policies.azureADAuthenticationAsArmPolicy'), exists: false},
			{field: field(armStatus), exists: false},
			{field: field(armStatus), equals: 'enabled'},
		],
	}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', open],
		['not compliant', 'fail', hardened, {'properties.policies.azureADAuthenticationAsArmPolicy': undefined}],
		['compliant', 'unknown', hardened, {[`properties.${armStatus}`]: 'paused'}, 'A word that nobody knows may mean anything.'],
	]),
	row('acr-cmk-missing', '5b9159ae-1701-4a6f-9a7a-aa9c8ddd0580', '1.1.2', {field: field('encryption.status'), notEquals: 'enabled'}, [
		['compliant', 'pass', 'recorded-registry-premium-customer-managed-key'],
		['not compliant', 'fail', open],
		['not compliant', 'not-applicable', basic, {}, 'Only Premium takes an own key; acr-sku-lacks-security-features says so once.'],
	]),
	row('acr-export-enabled', '524b0254-c285-4903-bee6-bb8126cde579', '1.0.0', {
		anyOf: [
			{field: field('policies.exportPolicy.status'), notEquals: 'Disabled'},
			{field: field('publicNetworkAccess'), notEquals: 'Disabled'},
		],
	}, [
		['compliant', 'pass', 'recorded-registry-export-disabled'],
		['not compliant', 'fail', closed],
		['not compliant', 'not-applicable', open, {}, 'While the registry is public, whoever may pull takes images out anyway; acr-public-network-unrestricted judges that.'],
		['not compliant', 'not-applicable', basic, {}, 'Only Premium can forbid exports.'],
	]),
	row('acr-public-network-unrestricted', 'd0793b48-0edc-4296-a390-4c75d1bdfd71', '2.0.0', {
		allOf: [
			{anyOf: [{field: field(restricted), exists: false}, {field: field(restricted), equals: 'Allow'}]},
			{anyOf: [{field: field('publicNetworkAccess'), exists: false}, {field: field('publicNetworkAccess'), equals: 'Enabled'}]},
		],
	}, [
		['compliant', 'pass', closed],
		['compliant', 'pass', denying],
		['not compliant', 'fail', open],
		['not compliant', 'fail', basic],
		['compliant', 'fail', denying, {'properties.networkRuleSet.ipRules': [{action: 'Allow', value: '0.0.0.0/0'}]}, 'The definition does not look at the rules: one that lets everybody in restricts nothing.'],
	]),
	row('acr-public-network-unrestricted', '0fdf0491-d080-4575-b627-ad0e843cba0f', '1.0.0', {field: field('publicNetworkAccess'), notEquals: 'Disabled'}, [
		['compliant', 'pass', closed],
		['not compliant', 'fail', open],
		['not compliant', 'pass', denying, {}, 'Denied but for narrow ranges is restricted enough for us; the definition asks for private endpoints only.'],
	]),
	row('acr-private-endpoint-missing', 'e8eef0a8-67cf-4eb4-9386-14b0e78733d4', '1.0.1', {
		count: {
			field: field('privateEndpointConnections[*]'),
			where: {field: field('privateLinkServiceConnectionState.status'), equals: 'Approved'},
		},
		less: 1,
	}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', open],
		['not compliant', 'not-applicable', standard, {}, 'Only Premium has private endpoints; acr-sku-lacks-security-features says so once.'],
	]),
	row('acr-sku-lacks-security-features', 'bd560fc0-3c69-498a-ae9f-aa8eb7de0e13', '1.0.0', {field: field('sku.name'), notEquals: 'Premium'}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', basic],
		['not compliant', 'not-applicable', standard, {tags: {env: 'test'}}, 'A registry that is tagged for tests need not pay for Premium.'],
	]),
];
