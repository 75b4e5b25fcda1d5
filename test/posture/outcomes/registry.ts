import {unknown} from '../../../source/model/known.js';
import type {RegistryChildren} from '../../../source/model/registry.js';
import {noStandards} from '../../../source/model/standards.js';
import type {JudgeContext, Outcome} from '../../../source/posture/check.js';
import {registryChecks} from '../../../source/posture/checks/registry.js';
import {
	contextOf,
	planOf,
	registryOf,
	subscription,
	type Changes,
} from '../../support/posture.js';
import {childrenOf, withChildren} from '../../support/registry-children.js';
import {rowsOf, type Impossible, type OutcomeTable} from '../outcome-rows.js';

const hardened = 'registry-premium-hardened-composed';
const basic = 'recorded-registry-basic';
const standard = 'registry-get-standard';
const open = 'recorded-registry-network-rules';
const ownKey = 'recorded-registry-premium-customer-managed-key';
const admin = 'recorded-registry-admin-user';

const policies = 'properties.policies';
const keyVault = 'properties.encryption.keyVaultProperties';

/**
As in recorded/acr-registry-encrypted-with-own-key.json.
*/
const neverRotated: Changes = {[`${keyVault}.lastKeyRotationTimestamp`]: undefined};

const denied = unknown('denied', 'no right to read it');
const noPlans = contextOf({containersPlans: new Map()});
const planOff = contextOf({containersPlans: new Map([[subscription, planOf('free')]])});
const at = (date: string): JudgeContext => contextOf({now: Date.parse(date)});
const platformKeys = contextOf({standards: {...noStandards, encryptionKeys: 'platform'}});

const rules = (...values: readonly unknown[]): Changes => ({
	'properties.publicNetworkAccess': 'Enabled', 'properties.networkRuleSet': {defaultAction: 'Deny', ipRules: values.map(value => ({action: 'Allow', value}))},
});

const noReplicas = {replicas: []};
const unreadable = {replicas: denied, webhooks: denied};
const replicas = childrenOf('recorded-replication-list');
const home = {replicas: childrenOf('recorded-replication-list', {location: 'westeurope'}).replicas};
const silent = childrenOf('recorded-replication-list', {'properties.regionEndpointEnabled': false});
const strange = childrenOf('recorded-replication-list', {'properties.regionEndpointEnabled': 'yes'});
const hooks = childrenOf('recorded-webhook-list');
const hooksOff = childrenOf('webhook-list-composed', {'properties.status': 'Disabled'});
const hooksStrange = childrenOf('recorded-webhook-list', {'properties.status': 'paused'});
const hooksBroken = childrenOf('recorded-webhook-list', {'properties.status': 7});

type Case = readonly [status: Outcome['status'], file: string, changes?: Changes, children?: Partial<RegistryChildren>, context?: JudgeContext];

const cases: Readonly<Record<string, readonly Case[]>> = {
	'acr-admin-user-enabled': [
		['pass', hardened],
		['fail', admin],
		['fail', 'registry-abac-admin-user'],
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
		['fail', hardened, {[policies]: undefined}],
		['unknown', hardened, {[policies]: 'x'}],
		['unknown', hardened, {[`${policies}.azureADAuthenticationAsArmPolicy.status`]: 'paused'}],
	],
	'acr-rbac-mode-legacy': [
		['pass', hardened],
		['pass', hardened, {'properties.roleAssignmentMode': 'abacrepositorypermissions'}],
		['fail', standard],
		['fail', open],
		['unknown', hardened, {'properties.roleAssignmentMode': true}],
		['unknown', hardened, {'properties.roleAssignmentMode': 'Mixed'}],
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
		['unknown', open, {sku: undefined}],
		['pass', hardened, {sku: undefined}],
		['unknown', hardened, {'properties.privateEndpointConnections.0.properties': 'x'}],
		['not-applicable', basic],
	],
	'acr-trusted-services-blocked': [
		['pass', hardened, {'properties.networkRuleBypassOptions': 'azureservices'}],
		['fail', hardened],
		['unknown', hardened, {}, {}, noPlans],
		['unknown', hardened, {'properties.networkRuleBypassOptions': undefined}],
		['unknown', open, {'properties.publicNetworkAccess': 7}],
		['not-applicable', open],
		['not-applicable', hardened, {}, {}, planOff],
	],
	'acr-export-enabled': [
		['pass', hardened],
		['fail', hardened, {[`${policies}.exportPolicy.status`]: 'enabled'}],
		['fail', hardened, {[`${policies}.exportPolicy`]: undefined}],
		['unknown', hardened, {[`${policies}.exportPolicy`]: 'x'}],
		['unknown', hardened, {'properties.publicNetworkAccess': 7, [`${policies}.exportPolicy.status`]: 'enabled'}],
		['not-applicable', open],
		['not-applicable', basic],
	],
	'acr-sku-lacks-security-features': [
		['pass', open],
		['fail', basic],
		['fail', standard],
		['fail', standard, {tags: {env: 'staging'}}],
		['unknown', basic, {sku: undefined}],
		['unknown', basic, {'sku.name': 'Ultra'}],
		['unknown', basic, {sku: 'Premium'}],
		['not-applicable', standard, {tags: {Environment: ' Test '}}],
	],
	'acr-cmk-missing': [
		['pass', ownKey],
		['pass', ownKey, {}, {}, platformKeys],
		['fail', open],
		['fail', open, {'properties.encryption': undefined}],
		['unknown', ownKey, {'properties.encryption': 'enabled'}],
		['unknown', ownKey, {'properties.encryption.status': 'paused'}],
		['unknown', ownKey, {sku: undefined}],
		['not-applicable', basic],
		['not-applicable', open, {}, {}, platformKeys],
	],
	'acr-cmk-rotation-manual-or-stale': [
		['pass', hardened, {[`${keyVault}.lastKeyRotationTimestamp`]: '2025-08-01T00:00:00Z'}],
		['pass', ownKey, {}, {}, at('2024-03-01')],
		['pass', ownKey, neverRotated, {}, at('2024-03-01')],
		['fail', ownKey, neverRotated],
		['unknown', ownKey, {...neverRotated, 'properties.creationDate': undefined}],
		['pass', hardened, {[`${keyVault}.keyRotationEnabled`]: false, [`${keyVault}.lastKeyRotationTimestamp`]: '2025-08-25T00:00:00Z'}],
		['fail', ownKey],
		['fail', hardened, {[`${keyVault}.keyRotationEnabled`]: false, [`${keyVault}.lastKeyRotationTimestamp`]: '2025-08-01T00:00:00Z'}],
		['fail', hardened, {[`${keyVault}.lastKeyRotationTimestamp`]: '2025-06-01T00:00:00Z'}],
		['unknown', ownKey, {[`${keyVault}.keyRotationEnabled`]: undefined}],
		['unknown', ownKey, {[`${keyVault}.keyRotationEnabled`]: 'true'}],
		['unknown', ownKey, {[`${keyVault}.lastKeyRotationTimestamp`]: 'yesterday'}],
		['unknown', ownKey, {[`${keyVault}.lastKeyRotationTimestamp`]: '2030-01-01T00:00:00Z'}],
		['unknown', ownKey, {[`${keyVault}.lastKeyRotationTimestamp`]: 7}],
		['unknown', ownKey, {[keyVault]: undefined}],
		['unknown', ownKey, {[keyVault]: 'x'}],
		['unknown', ownKey, {'properties.encryption.status': 'paused'}],
		['unknown', ownKey, {'properties.encryption': []}],
		['not-applicable', open],
		['not-applicable', open, {'properties.encryption': undefined}],
	],
	'acr-retention-off': [
		['pass', hardened],
		['pass', admin],
		['fail', open],
		['fail', open, {[`${policies}.retentionPolicy`]: undefined}],
		['unknown', open, {[`${policies}.retentionPolicy`]: 'on'}],
		['unknown', open, {[`${policies}.retentionPolicy.status`]: 'paused'}],
		['not-applicable', basic],
		['not-applicable', open, {[`${policies}.softDeletePolicy.status`]: 'enabled'}],
	],
	'acr-soft-delete-off': [
		['pass', admin],
		['pass', basic, {[`${policies}.softDeletePolicy.status`]: 'enabled'}],
		['fail', basic, {}, unreadable],
		['fail', open, {}, noReplicas],
		['unknown', standard],
		['unknown', open],
		['unknown', open, {[`${policies}.softDeletePolicy`]: 'off'}],
		['unknown', open, {[`${policies}.retentionPolicy`]: 'x'}, noReplicas],
		['unknown', open, {}, unreadable],
		['not-applicable', admin, {[`${policies}.softDeletePolicy.status`]: 'disabled'}],
		['not-applicable', open, {}, replicas],
	],
	'acr-quarantine-off': [
		['pass', hardened],
		['fail', open],
		['unknown', open, {[`${policies}.quarantinePolicy`]: undefined}],
		['unknown', open, {[`${policies}.quarantinePolicy`]: true}],
		['unknown', open, {sku: 'x'}],
		['not-applicable', basic],
	],
	'acr-content-trust-legacy': [
		['pass', open],
		['fail', admin],
		['unknown', open, {[`${policies}.trustPolicy`]: undefined}],
		['unknown', open, {[`${policies}.trustPolicy.status`]: 'paused'}],
		['not-applicable', basic],
	],
	'acr-geo-replication-missing': [
		['pass', hardened, {}, replicas],
		['pass', hardened, {}, childrenOf('recorded-replication-list', {'properties.regionEndpointEnabled': undefined})],
		['fail', hardened, {}, noReplicas],
		['fail', hardened, {location: 'West Europe'}, home],
		['fail', hardened, {}, silent],
		['unknown', hardened],
		['unknown', hardened, {}, unreadable],
		['unknown', hardened, {}, strange],
		['unknown', hardened, {'sku.name': null}, noReplicas],
		['not-applicable', basic],
	],
	'acr-webhook-insecure': [
		['pass', hardened, {}, hooksOff],
		['unknown', hardened],
		['unknown', hardened, {}, unreadable],
		['unknown', hardened, {}, hooks],
		['unknown', hardened, {}, hooksStrange],
		['unknown', hardened, {}, hooksBroken],
		['not-applicable', hardened, {}, {webhooks: []}],
	],
};

const judge = (id: string, [, file, changes = {}, children = {}, context = contextOf()]: Case): Outcome =>
	registryChecks.find(check => check.id === id)!.judge(withChildren(registryOf(file, changes), children), context);

const forEvery = 'every registry has it, whatever its SKU';

const impossible: Impossible = {
	'acr-admin-user-enabled': {'not-applicable': forEvery},
	'acr-arm-audience-accepted': {'not-applicable': forEvery},
	'acr-rbac-mode-legacy': {'not-applicable': forEvery},
	'acr-public-network-unrestricted': {'not-applicable': 'a registry with public access off passes'},
	'acr-webhook-insecure': {fail: 'the address that tells it is in no document: only getCallbackConfig has it, which is no read'},
};

export const table: OutcomeTable = {rows: rowsOf(cases, judge), impossible};
