import test from 'ava';
import {readManagementGroups} from '../../../source/azure/read/management-groups.js';
import {loadDocument} from '../../support/azure-server/fleet.js';

const {data} = loadDocument('resource-graph/resourcecontainers-composed-response.json') as {readonly data: ReadonlyArray<{readonly type: string}>};

test('the groups of a subscription are read nearest first, the tenant\'s own last', t => {
	t.deepEqual(readManagementGroups(data[0]), ['mg-platform', '00000000-0000-0000-0000-0000000000aa']);
});

test('where a row does not tell, or tells in another form, nobody knows', t => {
	t.is(readManagementGroups(data.find(({type}) => type.endsWith('/resourcegroups'))), undefined);
	for (const chain of [undefined, null, 'mg-platform', {}, [{displayName: 'no name'}], [{name: 7}], [null]]) {
		t.is(readManagementGroups({properties: {managementGroupAncestorsChain: chain}}), undefined);
	}

	t.deepEqual(readManagementGroups({properties: {managementGroupAncestorsChain: []}}), []);
});
