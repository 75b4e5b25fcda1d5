import test from 'ava';
import {registryRoles} from '../../../source/model/registry-roles.js';
import {builtInDefinitions} from '../../../source/posture/access/built-in-definitions.js';
import {clusterOperations, kubernetesOperations} from '../../../source/posture/access/cluster-operations.js';
import type {Operation} from '../../../source/posture/access/operation.js';
import {registryOperations} from '../../../source/posture/access/registry-operations.js';
import {roleMatrix, type RoleRow} from '../../../source/posture/access/role-matrix.js';
import {documentOf} from '../../support/models.js';
import {definitionsIn} from '../../support/access.js';

type Expected = {
	readonly published: Readonly<Record<string, readonly string[]>>;
	readonly inAbacMode: Readonly<Record<string, readonly string[]>>;
	readonly roles: Readonly<Record<string, {readonly name: string; readonly rbacMode: readonly string[]; readonly abacMode: readonly string[]}>>;
};

const expected = documentOf('authorization/registry-operations-of-roles') as Expected;

const givenIn = ({rights}: RoleRow): readonly string[] => rights.filter(({is}) => is === 'given').map(({operation}) => operation.id);

const definitions = builtInDefinitions.values().toArray();

const rowsOf = (operations: readonly Operation[]) => new Map(roleMatrix(definitions, operations).map(row => [row.role.name, row]));

const idsOf = (name: string, operations: readonly Operation[]): readonly string[] => givenIn(rowsOf(operations).get(name)!);

test('the seven classic roles give exactly the published matrix', t => {
	const rows = rowsOf(registryOperations('rbac'));
	const computed = Object.fromEntries(Object.keys(expected.published).map(name => [name, givenIn(rows.get(name)!)]));
	t.is(Object.keys(computed).length, 7);
	t.deepEqual(computed, expected.published);
});

test('in ABAC mode the older roles lose image data', t => {
	const rows = rowsOf(registryOperations('abac'));
	t.deepEqual(Object.fromEntries(Object.keys(expected.inAbacMode).map(name => [name, givenIn(rows.get(name)!)])), expected.inAbacMode);
});

test('every built-in role that we carry gives in each mode what its record says', t => {
	t.is(definitions.length, Object.keys(expected.roles).length);
	for (const [mode, member] of [['rbac', 'rbacMode'], ['abac', 'abacMode']] as const) {
		for (const row of roleMatrix(definitions, registryOperations(mode))) {
			t.deepEqual(givenIn(row), expected.roles[row.role.id]![member], `${row.role.name} ${mode}`);
		}
	}
});

test('no cell of the reference is unknown or denied, and a role with a condition in its definition gives nothing for sure', t => {
	for (const operations of [registryOperations('rbac'), registryOperations('abac'), clusterOperations, kubernetesOperations]) {
		for (const {role, rights} of roleMatrix(definitions, operations)) {
			t.true(rights.every(({is}) => is === 'given' || is === 'none' || (is === 'conditional' && role.name === 'Key Vault Data Access Administrator')), role.name);
		}
	}
});

test('signing shows that the action is there and the data action is not', t => {
	const owner = rowsOf(registryOperations('rbac')).get('Owner')!;
	const signing = owner.rights.find(({operation}) => operation.id === 'signImages')!;
	t.is(signing.is, 'none');
	t.deepEqual(signing.needs.map(({is, by}) => [is, by.map(({pattern}) => pattern)]), [['given', ['*']], ['none', []]]);
});

test('the control plane of a cluster', t => {
	const all = clusterOperations.map(({id}) => id);
	t.deepEqual(idsOf('Owner', clusterOperations), all);
	t.deepEqual(idsOf('Azure Kubernetes Service Contributor Role', clusterOperations), all);
	t.deepEqual(idsOf('Reader', clusterOperations), ['read']);
	t.deepEqual(idsOf('Azure Kubernetes Service Cluster User Role', clusterOperations), ['read', 'userCredentials']);
	t.deepEqual(idsOf('Azure Kubernetes Service Cluster Admin Role', clusterOperations), ['read', 'adminCredentials', 'runCommand']);
	t.deepEqual(idsOf('Azure Kubernetes Service RBAC Reader', clusterOperations), []);
});

test('Kubernetes under Azure RBAC: data actions alone decide', t => {
	t.deepEqual(idsOf('Owner', kubernetesOperations), []);
	t.deepEqual(idsOf('Azure Kubernetes Service RBAC Reader', kubernetesOperations), ['readPods']);
	t.deepEqual(idsOf('Azure Kubernetes Service RBAC Writer', kubernetesOperations), ['readPods', 'readSecrets', 'changeWorkloads', 'execute']);
	t.deepEqual(idsOf('Azure Kubernetes Service RBAC Admin', kubernetesOperations), ['readPods', 'readSecrets', 'changeWorkloads', 'execute', 'changeRoles']);
	t.deepEqual(idsOf('Azure Kubernetes Service RBAC Cluster Admin', kubernetesOperations), kubernetesOperations.map(({id}) => id));
});

test('the roles that the relations know pull and change as the definitions say', t => {
	for (const [id, known] of registryRoles) {
		const rbac = idsOf(known.name, registryOperations('rbac'));
		const abac = idsOf(known.name, registryOperations('abac'));
		const changing = ['createDeleteRegistry', 'push', 'deleteImageData'];
		t.is(builtInDefinitions.get(id)!.name, known.name);
		t.deepEqual([rbac.includes('pull'), abac.includes('pull')], [known.pulls, known.pullsAbac], known.name);
		t.deepEqual([changing.some(one => rbac.includes(one)), changing.some(one => abac.includes(one))], [known.changes, known.changesAbac], known.name);
	}
});

test('custom roles count as built-in ones do: blocks on their own, wildcards in the middle', t => {
	const composed = definitionsIn('authorization/role-definitions-list-composed').values().toArray();
	const rows = roleMatrix(composed, registryOperations('rbac'));
	const builtIn = rows.filter(({role}) => role.isBuiltIn && builtInDefinitions.has(role.id));
	t.true(builtIn.length > 5);
	for (const row of builtIn) {
		t.deepEqual(givenIn(row), expected.roles[row.role.id]!.rbacMode, row.role.name);
	}

	t.deepEqual(rows.filter(({role}) => !role.isBuiltIn).map(row => [row.role.name, givenIn(row)]), [
		['Image Publisher', ['accessResourceManager', 'push', 'pull']],
		['Two Permission Blocks', ['accessResourceManager', 'createDeleteRegistry', 'push', 'pull', 'deleteImageData', 'changePolicies']],
		['Wildcard In The Middle', ['accessResourceManager', 'pull']],
	]);
});

test('a list recorded years ago: the classic roles of then', t => {
	const recorded = definitionsIn('authorization/role-definitions-list-recorded-excerpt').values().toArray();
	const rows = new Map(roleMatrix(recorded, registryOperations('rbac')).map(row => [row.role.name, givenIn(row)]));
	const known = Object.entries(expected.published).filter(([name]) => rows.has(name));
	t.true(known.length > 2);
	for (const [name, given] of known) {
		// Signing had no data action then.
		t.deepEqual(rows.get(name)!.filter(id => id !== 'signImages'), given.filter(id => id !== 'signImages'), name);
	}
});
