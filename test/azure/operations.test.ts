import test from 'ava';
import {graphOperations} from '../../source/azure/graph/operations.js';
import {findOperation} from '../../source/azure/operation-of.js';
import {operations} from '../../source/azure/operations.js';

const subscription = '/subscriptions/00000000-0000-0000-0000-0000000000a1';
const cluster = `${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks`;
const registry = `${subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/acr`;
const vault = `${subscription}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv`;

/**
What answers with a secret, or does more than read. None of it may be called, whoever signs in.
*/
const never: ReadonlyArray<readonly [method: string, path: string]> = [
	['POST', `${registry}/listCredentials`],
	['POST', `${registry}/regenerateCredential`],
	['POST', `${registry}/generateCredentials`],
	['POST', `${registry}/importImage`],
	['POST', `${registry}/scheduleRun`],
	['POST', `${registry}/webhooks/hook/getCallbackConfig`],
	['POST', `${cluster}/listClusterAdminCredential`],
	['POST', `${cluster}/accessProfiles/clusterAdmin/listCredential`],
	['POST', `${cluster}/listClusterMonitoringUserCredential`],
	['POST', `${cluster}/rotateClusterCertificates`],
	['POST', `${cluster}/resetServicePrincipalProfile`],
	['POST', `${cluster}/start`],
	['POST', `${cluster}/stop`],
	['GET', `${vault}/secrets/one`],
	['GET', `${vault}/secrets`],
	['POST', `${subscription}/providers/Microsoft.Authorization/elevateAccess`],
	['PUT', `${subscription}/providers/Microsoft.Authorization/roleAssignments/00000000-0000-0000-0000-000000000001`],
	['DELETE', `${subscription}/providers/Microsoft.Authorization/roleAssignments/00000000-0000-0000-0000-000000000001`],
	['PUT', `${subscription}/providers/Microsoft.Authorization/roleEligibilityScheduleRequests/00000000-0000-0000-0000-000000000001`],
];

for (const [method, path] of never) {
	test(`${method} ${path.slice(path.lastIndexOf('/providers/') + 11)} is not on the list`, t => {
		t.is(findOperation(method, path), undefined);
		t.is(findOperation(method, path.toLowerCase()), undefined);
	});
}

/**
Every POST on the list, each a read or behind a grant: a new one has to be put here by hand.
*/
const posts = ['resourceGraph.resources', 'managedClusters.listClusterUserCredentials', 'managedClusters.runCommand'];

/**
POSTs that answer more than a person may be asked for without asking.
*/
const granted = new Set(['managedClusters.listClusterUserCredentials', 'managedClusters.runCommand']);

test('whatever is on the list is a GET, or one of the POSTs that are known to read', t => {
	const known = new Set([...posts, 'webhooks.listEvents']);
	t.deepEqual(operations.filter(({method}) => method === 'POST').map(({id}) => id).filter(id => !known.has(id)), []);
	t.deepEqual(operations.filter(({id}) => granted.has(id)).map(({grant}) => grant === undefined), [false, false]);
	t.true(operations.every(({method}) => method === 'GET' || method === 'POST'));
});

test('rights are asked for by reading alone', t => {
	const rights = operations.filter(({path}) => path.includes('Microsoft.Authorization'));
	t.deepEqual(rights.map(({id, method, right}) => [id, method, right.endsWith('/read')]), [
		['roleAssignments.listForSubscription', 'GET', true],
		['roleDefinitions.list', 'GET', true],
		['denyAssignments.list', 'GET', true],
		['roleEligibilityScheduleInstances.listForScope', 'GET', true],
	]);
});

test('of Microsoft Graph four things are asked, and the only POST is the one that gives back objects by their ids', t => {
	t.deepEqual(graphOperations.map(({id}) => id), ['directoryObjects.getByIds', 'groups.listTransitiveMembers', 'servicePrincipals.list', 'applications.list']);
	t.deepEqual(graphOperations.filter(({method}) => method === 'POST').map(({path}) => path), ['/v1.0/directoryObjects/getByIds']);
});
