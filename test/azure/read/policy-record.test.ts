import test from 'ava';
import fc from 'fast-check';
import {readPolicyRecord} from '../../../source/azure/read/policy-record.js';
import {valueOf} from '../../../source/model/known.js';
import {edited} from '../../support/posture.js';
import {
	exemptionDocuments,
	policyDocuments,
	recordOf,
	recordsOf,
	stateDocuments,
} from '../../support/policies.js';

const [onCluster, onGroup, onManagementGroup] = exemptionDocuments;

test('exemptions composed from the specification\'s examples: scope, end, category and person', t => {
	t.like(recordOf(onCluster!), {
		kind: 'exemption',
		scope: '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourcegroups/rg-shop/providers/microsoft.containerservice/managedclusters/aks-shop',
		referenceIds: ['localaccounts'],
		category: 'Waiver',
		expiresAt: Date.parse('2026-09-01T00:00:00Z'),
		createdBy: 'ines@contoso.com',
	});
	t.like(recordOf(onGroup!), {
		scope: '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourcegroups/rg-shop', referenceIds: undefined, expiresAt: undefined, displayName: undefined,
	});
	t.is((recordOf(onGroup!) as {readonly createdBy?: string}).createdBy, undefined, 'an object id is nobody\'s name');
	t.like(recordOf(onManagementGroup!), {subscriptionId: '', scope: '/providers/microsoft.management/managementgroups/mg-shop'});
});

test('only a state that says Exempt is one', t => {
	const [exempt] = stateDocuments;
	t.like(recordOf(exempt!), {kind: 'state', definition: '993c2fcd-2b29-49d2-9eb0-df2c3a730c32', referenceId: 'localaccounts'});
	for (const complianceState of ['NonCompliant', 'Compliant', 'Exempted', '', null, 7, {Exempt: true}, ['Exempt']]) {
		t.is(recordOf(exempt!, {'properties.complianceState': complianceState}), undefined);
	}
});

test('an end is read as Azure means it, in UTC, and what is no time is unknown', t => {
	const endOf = (expiresOn: unknown): unknown => (recordOf(onCluster!, {'properties.expiresOn': expiresOn}) as {readonly expiresAt: unknown}).expiresAt;
	const midnight = Date.parse('2026-09-01T00:00:00Z');
	t.deepEqual(['2026-09-01', '2026-09-01T00:00:00', '2026-09-01T02:00:00+02:00', '2026-09-01T00:00:00.0000000Z'].map(text => endOf(text)), [midnight, midnight, midnight, midnight]);
	for (const value of ['soon', '2026-99-01T00:00:00Z', '1', '', 20_260_901, true, {}, ['2026-09-01']]) {
		t.like(endOf(value), {unknown: 'malformed'});
	}

	t.is(endOf(null), undefined);
});

const junk = fc.oneof(fc.constantFrom<unknown>(null, '', 0, true, [], {}, [null], [7], '\u{1B}[31mred', '\u{202E}evil', '/', '//'), fc.jsonValue({maxDepth: 2}));

const paths = [
	'properties',
	'systemData',
	'type',
	'id',
	'name',
	'systemData.createdBy',
	...['policyAssignmentId', 'policyDefinitionReferenceIds', 'exemptionCategory', 'expiresOn', 'displayName', 'description'].map(name => `properties.${name}`),
	...['resourceId', 'policyDefinitionId', 'complianceState', 'policyDefinitionReferenceId'].map(name => `properties.${name}`),
];

const change = fc.tuple(fc.constantFrom(...paths), junk);

const changed = fc.array(change, {maxLength: 6});

const dangerous = /[\p{Bidi_Control}\p{Control}\p{Surrogate}]/v;

const texts = (value: unknown): readonly string[] => (typeof value === 'string'
	? [value]
	: (typeof value === 'object' && value !== null ? Object.values(value).flatMap(member => texts(member)) : []));

test('whatever a document holds, nothing throws and nothing unsafe comes out', t => {
	fc.assert(fc.property(fc.constantFrom(...policyDocuments), changed, (document, changes) => {
		// What stands above comes last: it would not hold what lies below.
		const inOrder = changes.toSorted(([one], [other]) => other.split('.').length - one.split('.').length);
		const record = readPolicyRecord(edited({...document, type: String(document.type).toLowerCase()}, Object.fromEntries(inOrder)));
		t.false(texts(record).some(text => dangerous.test(text)));
	}), {numRuns: 500});
	fc.assert(fc.property(fc.jsonValue(), value => {
		t.is(readPolicyRecord(value), undefined);
	}), {numRuns: 200});
});

test('all of the examples that count are read', t => {
	const records = recordsOf(policyDocuments);
	t.deepEqual(records.map(({kind}) => kind), ['exemption', 'exemption', 'exemption', 'state', 'state', 'state', 'state', 'state']);
	t.true(records.every(record => record.kind === 'state' || valueOf(record.assignmentId) === valueOf(record.assignmentId)?.toLowerCase()));
});
