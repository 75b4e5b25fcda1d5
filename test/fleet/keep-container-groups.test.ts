import {readdirSync} from 'node:fs';
import test from 'ava';
import {isContainerGroup} from '../../source/fleet/keep/model-shapes.js';
import {isShallow} from '../../source/fleet/keep/shape.js';
import {groupList, groupFrom, groupOf} from '../support/container-groups.js';

const files = readdirSync(new URL('../documents/aci/', import.meta.url)).filter(file => file.includes('group') && !file.includes('list')).map(file => file.replace(/\.json$/v, ''));

test('every container group comes back from the kept file as it was', t => {
	const groups = [...files.map(file => groupOf(file)), ...groupList().map(document => groupFrom(document)), groupFrom({id: groupOf(files[0]!).id})];
	for (const group of groups) {
		const text = JSON.stringify(group);
		const back = JSON.parse(text) as unknown;
		t.true(isContainerGroup(back), group.name);
		t.true(isShallow(back), group.name);
	}
});

test('what is no container group any more is not taken for one', t => {
	const text = JSON.stringify(groupOf('container-group-full-composed'));
	const group = JSON.parse(text) as Record<string, unknown>;
	for (const change of [{kind: 'cluster'}, {containers: 'none'}, {containers: [{}]}, {address: {type: 'Public'}}, {credentials: [{server: 7}]}, {osType: 7}]) {
		t.false(isContainerGroup({...group, ...change}), JSON.stringify(change));
	}
});
