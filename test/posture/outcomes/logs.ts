import {Branch} from '../../../source/azure/read/branch.js';
import {readDefenderPlan} from '../../../source/azure/read/defender-plan.js';
import {readDiagnosticSetting} from '../../../source/azure/read/diagnostic-setting.js';
import type {DiagnosticSetting} from '../../../source/model/cluster-records.js';
import {isUnknown, unknown, type Fact} from '../../../source/model/known.js';
import type {Check, JudgeContext, Outcome} from '../../../source/posture/check.js';
import {checkById} from '../../../source/posture/checks/index.js';
import {planKey} from '../../../source/posture/relations.js';
import {judgedSubscription, vaultOf} from '../../support/around.js';
import {readDocument, type Json} from '../../support/azure-documents.js';
import {
	contextOf,
	edited,
	registryOf,
	subscription,
	type Changes,
} from '../../support/posture.js';
import {rowsOf, type Impossible, type OutcomeTable} from '../outcome-rows.js';

type Case = readonly [status: Outcome['status'], document: string, changes?: Changes, context?: JudgeContext];

const denied = unknown('denied', 'no right to read it');

/**
The settings of a list, or of a recording of one, with its logs changed.
*/
const settingsOf = (file: string, changes: Changes = {}): Fact<readonly DiagnosticSetting[]> => {
	const {body, value} = readDocument(`monitor/${file}.json`);
	const documents = (value ?? [body ?? readDocument(`monitor/${file}.json`)]) as readonly Json[];
	const read = documents.map(document => readDiagnosticSetting(Branch.of(edited(document, changes))));
	return read.find(setting => isUnknown(setting)) ?? read as readonly DiagnosticSetting[];
};

const registry = registryOf('registry-premium-hardened-composed');
const vault = vaultOf('kv-pay');
const vaultUsers = new Map([[vault.key, [{
	key: '/des', name: 'des-pay', path: 'properties.activeKey.keyUrl', keyUrl: 'https://kv-pay.vault.azure.net/keys/disk/1',
}]]]);
const holdings = new Map([[subscription, {clusters: 1, registries: 0}]]);

const logs = (key: string, settings: Fact<readonly DiagnosticSetting[]>, more: Partial<JudgeContext> = {}): JudgeContext => contextOf({...more, diagnostics: new Map([[key, settings]])});
const ofRegistry = (settings: Fact<readonly DiagnosticSetting[]>): JudgeContext => logs(registry.key, settings);
const ofVault = (settings: Fact<readonly DiagnosticSetting[]>): JudgeContext => logs(vault.key, settings, {vaultUsers});
const ofSubscription = (settings: Fact<readonly DiagnosticSetting[]>): JudgeContext => logs(judgedSubscription.key, settings, {holdings});

const plans = (tiers: Readonly<Record<string, string>>) => new Map(Object.entries(tiers).map(([name, pricingTier]) =>
	[planKey(subscription, name), readDefenderPlan({id: `/subscriptions/${subscription}/providers/Microsoft.Security/pricings/${name}`, properties: {pricingTier}})!]));
const assessed = (fact: Fact<boolean>, tiers?: Readonly<Record<string, string>>): JudgeContext =>
	contextOf({holdings, plans: plans(tiers ?? {Containers: 'Free', CloudPosture: 'Free'}), assessed: new Map([[subscription, fact]])});

const nowhere: Changes = {'properties.workspaceId': '', 'properties.storageAccountId': null, 'properties.eventHubAuthorizationRuleId': null};
const activity = 'recorded-subscription-diagnostic-setting';
const estate = 'assessments of a subscription';

const cases: Readonly<Record<string, readonly Case[]>> = {
	'acr-diagnostics-missing': [
		['pass', 'recorded-registry-diagnostic-setting', {}, ofRegistry(settingsOf('recorded-registry-diagnostic-setting'))],
		['pass', 'a group that holds them', {}, ofRegistry(settingsOf('diagnostic-setting-list-category-group-composed'))],
		['fail', 'sign-ins are off', {}, ofRegistry(settingsOf('diagnostic-setting-list-acr-composed'))],
		['fail', 'no setting', {}, ofRegistry(settingsOf('diagnostic-setting-list-empty-composed'))],
		['fail', 'logs that lead nowhere', {}, ofRegistry(settingsOf('recorded-registry-diagnostic-setting', nowhere))],
		['unknown', 'denied', {}, ofRegistry(denied)],
		['unknown', 'logs that are none', {}, ofRegistry(settingsOf('recorded-registry-diagnostic-setting', {'properties.logs': 'all'}))],
		['unknown', 'not read'],
	],
	'keyvault-logging-off': [
		['pass', 'AuditEvent', {}, ofVault(settingsOf('diagnostic-setting-list-key-vault-composed'))],
		['fail', 'no setting', {}, ofVault([])],
		['fail', 'another log', {}, ofVault(settingsOf('diagnostic-setting-list-acr-composed'))],
		['unknown', 'denied', {}, ofVault(denied)],
		['unknown', 'not read', {}, contextOf({vaultUsers})],
		['not-applicable', 'no key of the fleet'],
	],
	'subscription-activity-log-export-off': [
		['pass', activity, {}, ofSubscription(settingsOf(activity))],
		['fail', 'a setting of no log that is wanted', {}, ofSubscription(settingsOf(activity, {'properties.logs': [{category: 'ServiceHealth', enabled: true}]}))],
		['fail', 'some are off', {}, ofSubscription(settingsOf(activity, {'properties.logs': [{category: 'Administrative', enabled: true}, {category: 'Security', enabled: false}]}))],
		['fail', 'no setting', {}, ofSubscription([])],
		['unknown', 'denied', {}, ofSubscription(denied)],
		['unknown', 'not read', {}, contextOf({holdings})],
		['unknown', 'holdings denied', {}, contextOf({holdings: new Map([[subscription, denied]])})],
		['not-applicable', 'holds nothing', {}, logs(judgedSubscription.key, [], {holdings: new Map([[subscription, {clusters: 0, registries: 0}]])})],
	],
	'defender-foundational-cspm-off': [
		['pass', estate, {}, assessed(true)],
		['pass', estate, {}, assessed(true, {})],
		['pass', estate, {}, assessed(false, {Containers: 'Free', CloudPosture: 'Standard'})],
		['fail', estate, {}, assessed(false)],
		['fail', estate, {}, assessed(false, {Containers: 'Standard'})],
		['unknown', estate, {}, assessed(denied)],
		// Nothing of Microsoft.Security is told: it may be what one may not read.
		['unknown', estate, {}, assessed(false, {})],
		['unknown', estate, {}, contextOf({holdings})],
		['not-applicable', estate, {}, contextOf({holdings: new Map([[subscription, {clusters: 0, registries: 0}]]), assessed: new Map([[subscription, false]])})],
	],
};

const impossible: Impossible = {
	'acr-diagnostics-missing': {'not-applicable': 'every registry has these logs, whatever its SKU'},
};

const resources: Readonly<Record<string, unknown>> = {registry, keyVault: vault, subscription: judgedSubscription};

const judge = ({kind, judge: run}: Check, context: JudgeContext): Outcome => run(resources[kind] as Parameters<typeof run>[0], context);

/**
What is judged of where logs go, and of whether Defender looks at all.
*/
export const table: OutcomeTable = {
	rows: rowsOf<Case>(cases, (id, example) => judge(checkById.get(id)!, example[3] ?? contextOf())),
	impossible,
};
