import test from 'ava';
import {readNode} from '../../../source/kubernetes/read/node.js';
import type {ClusterNode} from '../../../source/model/cluster-node.js';
import {isUnknown} from '../../../source/model/known.js';
import type {Json} from '../../support/azure-documents.js';
import {objectIn, owner} from '../../support/inside-documents.js';

const nodeOf = (name: string): ClusterNode => readNode(objectIn('nodes-list-aks-composed', name), owner);

const withAnnotations = (annotations: Json, spec: Json = {}): ClusterNode => readNode({metadata: {name: 'n', annotations}, spec, status: {conditions: [{type: 'Ready', status: 'True'}]}}, owner);

test('a recorded node of AKS says what it is', t => {
	const node = readNode(objectIn('nodes-list-aks-recorded'), owner);
	t.is(node.name, 'aks-nodepool1-24816391-vmss000000');
	t.is(node.key, `${owner.key}/nodes/aks-nodepool1-24816391-vmss000000`);
	t.is(node.poolName, 'nodepool1', 'before 1.20 there was no other label');
	t.is(node.poolKey, `${owner.key}/agentpools/nodepool1`);
	t.is(node.osSku, 'Ubuntu');
	t.is(node.osImage, 'Ubuntu 18.04.5 LTS');
	t.is(node.nodeImageVersion, 'AKSUbuntu-1804gen2containerd-2021.07.03');
	t.is(node.kernelVersion, '5.4.0-1051-azure');
	t.is(node.kubeletVersion, '1.19.11');
	t.is(node.containerRuntime, 'containerd://1.4.4+azure');
	t.deepEqual(node.ready, {status: 'True', since: '2021-07-21T23:40:24Z', reason: 'KubeletReady'});
	t.false(node.isCordoned);
	t.deepEqual(node.problems, []);
	t.deepEqual(node.reboot, {state: 'not-reported', since: undefined, path: undefined});
	t.deepEqual(node.internalAddresses, ['10.240.0.4']);
	t.deepEqual(node.externalAddresses, []);
});

test('a recorded node of something else has no pool and no image', t => {
	const node = readNode(objectIn('node-recorded'), owner);
	t.is(node.poolName, undefined);
	t.is(node.poolKey, undefined);
	t.is(node.nodeImageVersion, undefined);
});

test('a cordoned node that Kured has marked is being restarted, one that is not cordoned waits for its turn', t => {
	const node = nodeOf('aks-shop-30520393-vmss000000');
	t.true(node.isCordoned);
	t.is(node.cordonedSince, '2026-08-21T02:00:31Z');
	t.deepEqual(node.reboot, {state: 'in-progress', since: '2026-08-21T02:00:29Z', path: 'metadata.annotations["weave.works/kured-reboot-in-progress"]'});
	const mark = {'kured.dev/kured-reboot-in-progress': '2026-08-21T02:00:29Z'};
	t.like(withAnnotations(mark).reboot, {state: 'needed', since: '2026-08-21T02:00:29Z'});
	t.like(withAnnotations(mark, {unschedulable: true}).reboot, {state: 'in-progress'});
	t.like(nodeOf('aks-system-30520393-vmss000000').reboot, {state: 'none'}, 'its last restart is over');
	t.like(nodeOf('aks-shop-30520393-vmss00000a').reboot, {state: 'not-reported'});
});

test('an event of Azure that restarts the machine counts, one that freezes it does not', t => {
	const withEvent = (condition: Json): ClusterNode => readNode({metadata: {name: 'n'}, spec: {}, status: {conditions: [{status: 'True', ...condition}]}}, owner);
	t.like(withEvent({type: 'VMEventScheduled', message: 'Reboot scheduled'}).reboot, {state: 'needed', path: 'status.conditions[VMEventScheduled]'});
	t.like(withEvent({type: 'RedeployScheduled'}).reboot, {state: 'needed'});
	t.like(withEvent({type: 'VMEventScheduled', message: 'Freeze scheduled'}).reboot, {state: 'not-reported'});
});

test('nodes that are not well say what ails them', t => {
	const down = nodeOf('aks-new-30520393-vmss000000');
	t.like(down.ready, {status: 'False', reason: 'KubeletNotReady'});
	t.deepEqual((down.problems as ReadonlyArray<{readonly type: string}>).map(({type}) => type), ['MemoryPressure', 'DiskPressure', 'PIDPressure']);
	t.deepEqual(nodeOf('aks-shop-30520393-vmss00000a').externalAddresses, ['203.0.113.77']);
	const virtual = nodeOf('virtual-node-aci-linux');
	t.is(virtual.osImage, undefined, 'an empty text says nothing');
	t.is(virtual.kubeletVersion, '1.25.0-vk-azure-aci-1.6.2');
});

test('what the channel SecurityPatch has put on a node stands as a time', t => {
	const prefix = 'kubernetes.azure.com/live-patching';
	t.deepEqual(withAnnotations({[`${prefix}-current-timestamp`]: '20260710T013000Z'}).livePatch, {applied: '2026-07-10T01:30:00Z', wanted: undefined});
	t.is(withAnnotations({}).livePatch, undefined);
});

test('without labels, spec or status a node stays, and nothing of it is called well', t => {
	const node = readNode({metadata: {name: 'bare'}}, owner);
	t.is(node.name, 'bare');
	t.true([node.ready, node.isCordoned, node.problems, node.kernelVersion, node.reboot].every(fact => isUnknown(fact)));
	t.is(readNode({}, owner).name, '(unnamed)');
	t.is(readNode({metadata: {name: 'a/../b'}}, owner).name, 'a%2F..%2Fb', 'a name cannot pretend another place');
});
