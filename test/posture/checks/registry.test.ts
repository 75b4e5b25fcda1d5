import test from 'ava';
import fc from 'fast-check';
import {readRegistry} from '../../../source/azure/read/registry.js';
import {unknown} from '../../../source/model/known.js';
import type {RegistryChildren} from '../../../source/model/registry.js';
import type {JudgeContext, Outcome} from '../../../source/posture/check.js';
import {registryChecks} from '../../../source/posture/checks/registry.js';
import {registryExamples, type Json} from '../../support/azure-documents.js';
import {
	contextOf,
	edited,
	registryOf,
	type Changes,
} from '../../support/posture.js';
import {childrenOf, withChildren} from '../../support/registry-children.js';

const hardened = 'registry-premium-hardened-composed';
const basic = 'recorded-registry-basic';

const nothingKnown: RegistryChildren = {replicas: unknown('denied', 'no right'), webhooks: unknown('denied', 'no right')};

const checkOf = (id: string) => registryChecks.find(check => check.id === id)!;

const judgeDamaged = (id: string, document: Json, changes: Changes, context: JudgeContext = contextOf()): Outcome => {
	const registry = readRegistry(edited(document, changes))!;
	return checkOf(id).judge(withChildren(registry, nothingKnown), context);
};

const judge = (id: string, file: string, changes: Changes = {}, children: Partial<RegistryChildren> = {}): Outcome =>
	checkOf(id).judge(withChildren(registryOf(file, changes), children), contextOf());

test('what a SKU cannot do is milder, and a waiting connection is told', t => {
	t.like(judge('acr-public-network-unrestricted', basic), {severity: 'medium', detail: 'A Basic registry cannot close its public endpoint.'});
	t.like(judge('acr-private-endpoint-missing', hardened, {'properties.privateEndpointConnections.0.properties.privateLinkServiceConnectionState.status': 'Pending'}), {detail: 'A connection waits for approval.'});
});

test('a key that was never rotated is as old as the registry, and the fix follows its versions', t => {
	const ownKey = 'recorded-registry-premium-customer-managed-key';
	t.like(judge('acr-cmk-rotation-manual-or-stale', ownKey, {'properties.encryption.keyVaultProperties.lastKeyRotationTimestamp': undefined}), {
		evidence: [
			{path: 'properties.encryption.keyVaultProperties.keyRotationEnabled', value: 'false'},
			{path: 'properties.creationDate'},
		],
	});
	t.regex(checkOf('acr-cmk-rotation-manual-or-stale').fix(registryOf(ownKey)).command, /--key-encryption-key https:\/\/[^ '\/]+\/keys\/[^ '\/]+ --identity/v);
});

test('a replica proves itself by its own document, and one that answers nobody does not count', t => {
	const [replica] = childrenOf('recorded-replication-list').replicas as ReadonlyArray<{readonly key: string}>;
	t.like(judge('acr-geo-replication-missing', hardened, {}, childrenOf('recorded-replication-list')), {evidence: [{path: 'location', value: 'southcentralus', resource: replica!.key}]});
	t.like(judge('acr-geo-replication-missing', hardened, {}, childrenOf('recorded-replication-list', {'properties.regionEndpointEnabled': false})), {detail: 'Replicas are there, but none of them answers pulls.'});
});

test('a registry for tests need not be Premium, and the tag that says so is named', t => {
	t.deepEqual(judge('acr-sku-lacks-security-features', basic, {tags: {owner: 'x', Stage: 'QA'}}), {status: 'not-applicable', because: {path: 'tags.Stage', value: 'QA'}});
});

/**
The members that decide a check, and with them removed or of a wrong type, whether a pass is still right.
*/
const deciding: Readonly<Record<string, readonly string[]>> = {
	'acr-admin-user-enabled': ['properties.adminUserEnabled'],
	'acr-arm-audience-accepted': ['properties.policies.azureADAuthenticationAsArmPolicy.status', 'properties.policies.azureADAuthenticationAsArmPolicy', 'properties.policies'],
	'acr-rbac-mode-legacy': ['properties.roleAssignmentMode'],
	'acr-private-endpoint-missing': ['properties.privateEndpointConnections'],
	'acr-trusted-services-blocked': ['properties.networkRuleBypassOptions'],
	'acr-export-enabled': ['properties.policies.exportPolicy.status', 'properties.policies.exportPolicy', 'properties.policies'],
	'acr-sku-lacks-security-features': ['sku.name', 'sku'],
	'acr-cmk-missing': ['properties.encryption.status', 'properties.encryption', 'sku.name'],
	'acr-cmk-rotation-manual-or-stale': ['properties.encryption.keyVaultProperties.keyRotationEnabled', 'properties.encryption.keyVaultProperties', 'properties.encryption'],
	'acr-retention-off': ['properties.policies.retentionPolicy.status', 'properties.policies.retentionPolicy', 'properties.policies'],
	'acr-soft-delete-off': ['properties.policies.softDeletePolicy.status', 'properties.policies.softDeletePolicy', 'properties.policies'],
	'acr-quarantine-off': ['properties.policies.quarantinePolicy.status', 'properties.policies.quarantinePolicy', 'properties.policies'],
	'acr-content-trust-legacy': ['properties.policies.trustPolicy.status', 'properties.policies.trustPolicy', 'properties.policies'],
};

const broken = fc.constantFrom<unknown>(undefined, null, 7, 'broken', '', {}, {status: null}, [], [7]);

const contexts = fc.constantFrom<JudgeContext>(contextOf(), contextOf({containersPlans: new Map()}));

test('no check passes by what decides it being gone or broken', t => {
	for (const [id, paths] of Object.entries(deciding)) {
		fc.assert(fc.property(fc.constantFrom(...registryExamples), fc.constantFrom(...paths), broken, contexts, ({document}, path, value, context) => {
			const outcome = judgeDamaged(id, document, {[path]: value}, context);
			t.not(outcome.status, 'pass', `${id} ${path} ${JSON.stringify(value)}`);
		}), {numRuns: 200});
	}
});

test('what is not read of replicas and webhooks is never a pass or a failure', t => {
	for (const id of ['acr-geo-replication-missing', 'acr-webhook-insecure']) {
		for (const {document} of registryExamples) {
			const {status} = judgeDamaged(id, document, {});
			t.true(status === 'unknown' || status === 'not-applicable', status);
		}
	}
});

const pathsOf = (value: unknown, path = ''): readonly string[] => (typeof value === 'object' && value !== null
	? Object.entries(value).flatMap(([name, member]) => {
		const own = path === '' ? name : `${path}.${name}`;
		return [own, ...pathsOf(member, own)];
	})
	: []);

const places = (document: Json): readonly string[] => pathsOf(document).filter(path => path !== 'id' && !path.includes('/'));

const junk = fc.oneof(broken, fc.constantFrom<unknown>(true, 'enabled', 'Disabled', '\u{1B}[31mred'), fc.jsonValue({maxDepth: 2}));

test('nothing throws on damaged documents, and what a check says has what it needs', t => {
	const damaged = fc.constantFrom(...registryExamples).chain(({document}) => {
		const place = fc.constantFrom(...places(document), 'brandNew', 'properties.brandNew');
		const change = fc.tuple(place, junk);
		return fc.tuple(fc.constant(document), fc.array(change, {minLength: 1, maxLength: 6}));
	});
	fc.assert(fc.property(damaged, contexts, ([document, changes], context) => {
		// Longer paths first: a shorter one may replace what they lead through.
		const inOrder = changes.toSorted(([one], [other]) => other.length - one.length);
		const registry = readRegistry(edited(document, Object.fromEntries(inOrder)));
		for (const check of registryChecks) {
			const outcome = check.judge(registry!, context);
			const words = outcome.status === 'unknown' ? [outcome.reason] : (outcome.status === 'not-applicable' ? [outcome.because.value] : outcome.evidence.map(({value}) => value));
			t.true(words.length > 0 && words.every(word => typeof word === 'string' && !word.includes('\u{1B}')), check.id);
			t.true(check.fix(registry!).command.startsWith('az '));
		}
	}), {numRuns: 500});
});
