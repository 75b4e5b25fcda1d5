import test from 'ava';
import {queries} from '../../source/azure/queries.js';
import {readManagementGroups} from '../../source/azure/read/management-groups.js';
import {readRoleAssignment} from '../../source/azure/read/role-assignment.js';
import {
	allRows,
	parsed,
	post,
	quiet,
	type GraphBody,
} from './harness.js';

const {text} = queries.roleAssignments;

test('a right at a management group is given to who asks for what lies above, as in Azure', async t => {
	const client = quiet();
	const asked = parsed<GraphBody>(await post(client, {query: text, options: {$top: 1000, authorizationScopeFilter: 'AtScopeAboveAndBelow'}}));
	const above = asked.data.map(row => readRoleAssignment(row)!).filter(({subscriptionId}) => subscriptionId === '');
	t.deepEqual(new Set(above.map(({scope}) => scope)), new Set(['/providers/microsoft.management/managementgroups/vlm-logistics', '/providers/microsoft.management/managementgroups/vlm-platform']));
	const below = await allRows(client, text, 1000);
	t.is(below.length, asked.totalRecords - above.length);

	const subscriptions = await allRows(client, queries.subscriptions.text, 1000);
	const inGroup = subscriptions.filter(row => readManagementGroups(row)?.includes('vlm-platform'));
	t.deepEqual(inGroup.map(({name}) => name).toSorted(), ['vlm-platform-shared', 'vlm-sandbox']);
});
