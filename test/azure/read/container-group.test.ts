import {readdirSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {maskDocument} from '../../../source/azure/read/mask-document.js';
import {readContainerGroup} from '../../../source/azure/read/container-group.js';
import {readGroupState} from '../../../source/azure/read/group-state.js';
import type {ContainerGroup} from '../../../source/model/container-group.js';
import {isUnknown, valueOf} from '../../../source/model/known.js';
import {groupNetwork} from '../../../source/posture/groups/group-network.js';
import {
	groupFrom,
	groupList,
	groupOf,
	groupStateOf,
} from '../../support/container-groups.js';
import {hostileNames} from '../../support/hostile.js';
import {documentOf, withMember} from '../../support/models.js';
import {mutate, mutationsAt} from '../../support/mutate.js';
import {
	harmless,
	secretCommands,
	secretSamples,
	tokenReference,
} from '../../support/secret-samples.js';

const files = readdirSync(new URL('../../documents/aci/', import.meta.url))
	.filter(file => file.includes('group') && !file.includes('list') && file.endsWith('.json'))
	.map(file => file.replace(/\.json$/v, ''));

test('every document that Azure sends is read, and nothing of it is called malformed', t => {
	t.true(files.length >= 20);
	for (const file of files) {
		const text = JSON.stringify([groupOf(file), groupStateOf(file)]);
		t.false(text.includes('"malformed"'), `${file}: ${/.{0,80}"malformed".{0,120}/v.exec(text)?.[0]}`);
	}
});

test('a group is read as it was sent', t => {
	const group = groupOf('container-group-full-composed');
	t.like(group, {
		kind: 'containerGroup', name: 'aci-worker', region: 'westeurope', osType: 'Linux', restartPolicy: 'OnFailure', sku: 'Standard', provisioningState: 'Succeeded',
		identityType: 'SystemAssigned, UserAssigned', logWorkspace: '00000000-0000-0000-0000-000000000901', logType: 'ContainerInstanceLogs',
		vaultSecrets: ['https://kv-shop.vault.azure.net/secrets/api'],
		address: {
			type: 'Public', ip: '203.0.113.90', fqdn: 'shop-worker.westeurope.azurecontainer.io', dnsLabel: 'shop-worker', labelScope: 'Unsecure',
			ports: [{port: 443, protocol: 'TCP'}, {port: 8080, protocol: 'TCP'}, {port: 5353, protocol: 'UDP'}],
		},
		credentials: [{server: 'acrshop.azurecr.io', username: 'acrshop', identity: undefined}, {server: 'index.docker.io', username: 'contoso'}],
		volumes: [{name: 'share', kind: 'azureFile'}, {name: 'conf', kind: 'secret'}, {name: 'src', kind: 'gitRepo'}, {name: 'tmp', kind: 'emptyDir'}],
	});
	const containers = valueOf(group.containers)!;
	t.deepEqual(containers.map(({name, isInit, host}) => [name, isInit, host]), [['migrate', true, 'acrshop.azurecr.io'], ['worker', false, 'acrshop.azurecr.io'], ['sidecar', false, 'docker.io']]);
	t.deepEqual(containers[1]!.variables, [
		{name: 'LOG_LEVEL', keeps: 'plain'}, {name: 'DB_PASSWORD', keeps: 'plain', secret: 'its name'}, {name: 'API_TOKEN', keeps: 'secure'}, {name: 'VAULT_SECRET', keeps: 'vault'},
	]);
	t.like(containers[1], {
		cpu: 1, memory: 1.5, liveness: {asks: 'http GET /healthz on 8080'}, readiness: {asks: 'runs cat /tmp/ready'}, security: {escalates: true, runAsUser: 0, adds: ['NET_ADMIN']},
		command: {words: ['/bin/sh', '-c', `exec /app/worker --token=${tokenReference}`]},
	});
});

test('how it is just now stands in the answer for one group alone', t => {
	const {state, containers} = groupStateOf('container-group-full-composed');
	t.is(state, 'Running');
	const worker = valueOf(containers)!.find(({name}) => name === 'worker')!;
	t.like(worker, {restarts: 12, current: {state: 'Waiting'}, previous: {state: 'Terminated', exitCode: 137, detail: 'OOMKilled'}});
	t.like(valueOf(worker.events)!.find(({name}) => name === 'BackOff'), {type: 'Warning', count: 57});
	const listed = groupList()[0];
	const unread = readGroupState(listed, groupFrom(listed).key);
	t.like(unread, {state: {unknown: 'not-reported'}, events: {unknown: 'not-reported'}});
	t.true(valueOf(unread.containers)!.every(({restarts}) => isUnknown(restarts)));
});

const fullWith = (path: string, value: unknown): ContainerGroup => groupFrom(withMember(documentOf('aci/container-group-full-composed'), path, value));

const networkOf = (file: string): unknown => groupNetwork(groupOf(file));

test('who reaches a group: anybody, its network, nobody', t => {
	t.is(networkOf('container-group-full-composed'), 'public');
	t.is(networkOf('recorded-group-private-subnet'), 'private');
	t.is(networkOf('container-group-subnet-extensions'), 'private', 'in a subnet, and without an address in the answer');
	t.is(networkOf('recorded-group-spot-no-ip'), 'none');
	for (const odd of [fullWith('properties.ipAddress.type', 'Other'), fullWith('properties.ipAddress', 'no')]) {
		t.true(isUnknown(groupNetwork(odd)));
	}
});

test('without containers, ports or an address, and with an identity that is gone, a group stays one', t => {
	const full = groupOf('container-group-full-composed');
	t.deepEqual(fullWith('properties.containers', []).containers, valueOf(full.containers)!.slice(0, 1));
	for (const {containers} of [fullWith('properties.containers', {}), fullWith('properties.containers', [null]), groupFrom({id: full.id})]) {
		t.true(isUnknown(containers));
	}

	const {address} = fullWith('properties.ipAddress.ports', null);
	t.deepEqual(valueOf(address)?.ports, []);
	t.is(fullWith('properties.ipAddress', null).address, undefined);
	const gone = fullWith('identity.userAssignedIdentities', {'/subscriptions/s/gone': {}});
	t.deepEqual(gone.identities, [{id: '/subscriptions/s/gone', principalId: undefined, clientId: undefined}]);
	t.is(readContainerGroup({}), undefined);
	t.is(readContainerGroup(null), undefined);
});

test('nothing of forty kinds of secret reaches the model or the document', t => {
	const full = documentOf('aci/container-group-full-composed');
	const said = secretSamples.filter(({kind}) => !/by its name|number as/v.test(kind)).map(({value}) => value).join(' ');
	const container = (command: readonly string[], environmentVariables: readonly unknown[]) => ({
		name: 'c', properties: {
			image: 'busybox', command, environmentVariables, livenessProbe: {exec: {command}}, instanceView: {restartCount: 1, currentState: {state: 'Waiting', detailStatus: said}, events: [{name: 'Started', message: `started with ${said}`, type: 'Normal'}]},
		},
	});
	const variablesSent = secretSamples.map(({name, value}) => ({name, value}));
	const document = withMember(withMember(full, 'properties.containers', [
		container(['/app'], variablesSent),
		...secretCommands.map(({command}) => container(command, [])),
	]), 'properties.initContainers', secretSamples.map(({name, value}) => container(['/app', value], [{name, value}])));
	const group = groupFrom(document);
	const seen = JSON.stringify([group, readGroupState(document, group.key), maskDocument(document)]);
	const {variables} = valueOf(group.containers)!.at(-1 - secretCommands.length)!;
	for (const {kind, secret, name} of secretSamples) {
		// By its name alone: as a word of a command it is none.
		const isNamed = /by its name|number as/v.test(kind);
		const masked = maskDocument({environmentVariables: [{name, value: secret}]});
		const own = isNamed ? JSON.stringify([variables, masked]) : seen;
		t.false(own.includes(JSON.stringify(secret).slice(1, -1)), kind);
	}

	for (const {secret} of secretCommands) {
		t.false(seen.includes(secret), secret);
	}

	const first = valueOf(group.containers)!.find(({isInit}) => !isInit);
	t.deepEqual(valueOf(first!.variables)!.filter(({secret}) => secret === undefined), []);
	t.true(valueOf(group.containers)!.filter(({isInit}) => !isInit).slice(1).every(({command, liveness}) => valueOf(command)?.secret !== undefined && valueOf(liveness)?.secret !== undefined));
});

test('forty harmless values are not called secrets, and stand in the document', t => {
	const variables = harmless.map(([name, value]) => ({name, value}));
	const document = withMember(documentOf('aci/container-group-full-composed'), 'properties.containers', [{name: 'c', properties: {image: 'busybox', environmentVariables: variables}}]);
	const own = valueOf(groupFrom(document).containers)!.find(({isInit}) => !isInit)!;
	t.deepEqual(valueOf(own.variables)!.filter(({secret}) => secret !== undefined), []);
	t.deepEqual((maskDocument({variables}) as {readonly variables: unknown}).variables, variables);
	t.false(JSON.stringify(own.variables).includes('hello world'), 'the value of none is kept');
});

test('hostile names are cleaned', t => {
	for (const name of hostileNames) {
		const document = JSON.parse(JSON.stringify(documentOf('aci/container-group-full-composed'), (key, value: unknown) => (typeof value === 'string' && key !== 'id' ? name : value))) as unknown;
		const text = JSON.stringify([groupFrom(document), readGroupState(document, 'k')]);
		t.notRegex(text, /[\p{Control}\p{Format}]/v);
	}
});

test('no damage makes a reader throw, or opens a group less than it says', t => {
	const paths = ['properties', 'properties.containers', 'properties.containers.0', 'properties.containers.0.properties', 'properties.containers.0.properties.environmentVariables', 'properties.ipAddress', 'properties.ipAddress.ports', 'properties.ipAddress.type', 'properties.imageRegistryCredentials', 'properties.volumes', 'properties.instanceView', 'properties.containers.0.properties.instanceView', 'identity', 'identity.userAssignedIdentities', 'zones', 'properties.subnetIds', 'properties.diagnostics'];
	fc.assert(fc.property(fc.constantFrom(...files), mutationsAt(paths), (file, mutations) => {
		const damaged = mutate(documentOf(`aci/${file}`), mutations);
		const group = readContainerGroup(damaged);
		const state = readGroupState(damaged, 'k');
		t.truthy(state);
		t.true(group === undefined || group.kind === 'containerGroup');
	}), {numRuns: 400});
});
