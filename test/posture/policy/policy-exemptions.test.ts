import test from 'ava';
import fc from 'fast-check';
import {exemptionRows} from '../../../source/decisions/exemption-rows.js';
import type {PolicyExemption, PolicyRecord} from '../../../source/model/policy-exemption.js';
import {joinPolicyExemptions} from '../../../source/posture/policy/policy-exemptions.js';
import {
	exemptionDocuments,
	policyDocuments,
	recordOf,
	recordsOf,
	stateDocuments,
} from '../../support/policies.js';
import type {Changes} from '../../support/posture.js';

const [onCluster, onGroup, onManagementGroup] = exemptionDocuments;
const [localAccounts, apiServer] = stateDocuments;

const group = '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourcegroups/rg-shop';
const cluster = `${group}/providers/microsoft.containerservice/managedclusters/aks-shop`;
const registry = `${group}/providers/microsoft.containerregistry/registries/acrshop`;
const local = `${cluster}#aks-local-accounts-enabled`;

const now = Date.parse('2026-08-24T12:00:00Z');

const acceptedOf = (records: ReadonlyArray<PolicyRecord | undefined>, at = now) => joinPolicyExemptions(records.filter(record => record !== undefined), at).accepted;

test('what composed examples exempt is accepted with reason, person, end and place', t => {
	const {accepted, lapsed} = joinPolicyExemptions(recordsOf(policyDocuments), now);
	t.deepEqual(accepted.get(local), {
		from: 'azure',
		reason: 'Local accounts for the break-glass group (Waiver)',
		by: 'ines@contoso.com',
		until: '2026-08-31',
		at: onCluster!.id,
	});
	t.deepEqual(accepted.get(`${registry}#acr-admin-user-enabled`), {
		from: 'azure', reason: 'The password is rotated each night. (Mitigated)', by: undefined, until: undefined, at: onGroup!.id,
	});
	t.deepEqual([...lapsed], [`${cluster}#aks-api-server-public-unrestricted`], 'the management group\'s exemption is over');
});

test('a state without an exemption that could be read is taken at its word, and says where it stands', t => {
	const acceptance = acceptedOf([recordOf(apiServer!)]).get(`${cluster}#aks-api-server-public-unrestricted`);
	t.like(acceptance, {
		from: 'azure', by: undefined, until: undefined, at: '/providers/microsoft.management/managementgroups/mg-shop/providers/microsoft.authorization/policyassignments/baseline',
	});
});

test('an exemption accepts until its last moment and no longer', t => {
	const records = [recordOf(onCluster!), recordOf(localAccounts!)];
	const end = Date.parse('2026-09-01T00:00:00Z');
	t.true(acceptedOf(records, end - 1).has(local));
	t.false(acceptedOf(records, end).has(local));
	t.is(joinPolicyExemptions(records.filter(record => record !== undefined), now).changesAt, end);
});

test('one whose end cannot be read accepts nothing, and one beside it that holds does', t => {
	const broken = recordOf(onCluster!, {'properties.expiresOn': 'soon'});
	t.false(acceptedOf([broken, recordOf(localAccounts!)]).has(local));
	const beside = recordOf(onGroup!, {'properties.policyAssignmentId': (onCluster!.properties as {readonly policyAssignmentId: string}).policyAssignmentId});
	t.is(acceptedOf([broken, beside, recordOf(localAccounts!)]).get(local)?.at, onGroup!.id);
});

test('an exemption is about its assignment, its scope and its definitions, and about no other', t => {
	const until = (changes: Changes): string | undefined => acceptedOf([recordOf(onCluster!, changes), recordOf(localAccounts!)]).get(local)?.until;
	t.is(until({}), '2026-08-31');
	t.is(until({'properties.policyDefinitionReferenceIds': []}), '2026-08-31', 'none named: all');
	t.is(until({id: onCluster!.id.replace(/\/resourceGroups.*?(?=\/providers\/Microsoft\.Authorization)/v, '')}), '2026-08-31', 'the whole subscription');
	for (const changes of [
		{'properties.policyDefinitionReferenceIds': ['other']},
		{'properties.policyAssignmentId': '/subscriptions/x/providers/microsoft.authorization/policyassignments/other'},
		{id: onCluster!.id.replace('aks-shop', 'aks-sho')},
		{id: onCluster!.id.replace('aks-shop', 'aks-shop/agentPools/one')},
	]) {
		t.is(until(changes), undefined);
	}
});

test('of a definition that no check names nothing is accepted', t => {
	const foreign = stateDocuments[5];
	t.is(acceptedOf([recordOf(foreign!)]).size, 0);
});

test('ends within 14 days are rows, the nearest first, with what they exempt', t => {
	const ending = recordsOf(policyDocuments.filter(document => document !== onManagementGroup));
	const rowsAt = (at: string) => {
		const time = Date.parse(at);
		return exemptionRows(joinPolicyExemptions(ending, time).inForce, time);
	};

	t.deepEqual(rowsAt('2026-08-16T23:59:59Z'), []);
	t.like(rowsAt('2026-08-17T00:00:00Z')[0], {text: 'Azure\'s exemption break-glass from aks-local-accounts-enabled on 1 resource ends in 14 d, on 2026-08-31.', severity: 'low', id: onCluster!.id});
	t.like(rowsAt('2026-08-31T23:00:00Z')[0], {severity: 'medium'});
	t.regex(rowsAt('2026-08-31T23:00:00Z')[0]!.text, / ends today, on 2026-08-31\.$/v);
	t.deepEqual(rowsAt('2026-09-01T00:00:00Z'), []);
});

test('an exemption of another kind of resource is no row', t => {
	const records = recordsOf([onCluster!, apiServer!]);
	t.deepEqual(exemptionRows(joinPolicyExemptions(records, now).inForce, now), []);
});

const scopes = [cluster, group, '/subscriptions/00000000-0000-0000-0000-0000000000a1', registry, '/providers/microsoft.management/managementgroups/mg-shop'];

test('the index finds what trying every exemption finds: nothing is accepted without one that holds', t => {
	const one = recordOf(onManagementGroup!) as PolicyExemption;
	const state = recordOf(localAccounts!)!;
	const any = fc.record({
		scope: fc.constantFrom(...scopes),
		assignmentId: fc.constantFrom(one.assignmentId, 'other'),
		referenceIds: fc.constantFrom<readonly string[] | undefined>(undefined, [], ['localaccounts'], ['other']),
		expiresAt: fc.constantFrom<number | undefined>(undefined, now - 1, now, now + 1, now + 86_400_000),
	});
	fc.assert(fc.property(fc.array(any, {maxLength: 8}), members => {
		const exemptions = members.map((member, index) => ({
			...one, ...member, key: String(index), id: String(index),
		}));
		const matching = exemptions.filter(({scope, assignmentId, referenceIds}) => assignmentId === one.assignmentId
			&& (scope === cluster || cluster.startsWith(`${scope}/`) || scope.startsWith('/providers'))
			&& (referenceIds === undefined || referenceIds.length === 0 || referenceIds.includes('localaccounts')));
		const isAccepted = matching.length === 0 || matching.some(({expiresAt}) => expiresAt === undefined || expiresAt > now);
		const {accepted, lapsed} = joinPolicyExemptions([...exemptions, state], now);
		t.is(accepted.has(local), isAccepted);
		t.is(lapsed.has(local), !isAccepted);
	}), {numRuns: 500});
});
