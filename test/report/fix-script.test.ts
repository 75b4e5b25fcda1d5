import {execFileSync} from 'node:child_process';
import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import test from 'ava';
import type {Resource} from '../../source/model/resource.js';
import type {Verdict} from '../../source/posture/check.js';
import {checkById, checks} from '../../source/posture/checks/index.js';
import {fail, seen, unknownBecause} from '../../source/posture/outcome.js';
import {createFixScript, type FixScript} from '../../source/report/fix-script.js';
import type {Fixable} from '../../source/report/fix-script/fixable.js';
import {neededValues} from '../../source/report/fix-script/needed-values.js';
import {onOwnLines} from '../../source/report/fix-script/shell-words.js';
import {stepsOf} from '../../source/report/fix-script/steps.js';
import {placeholderOf} from '../../source/cli/placeholder.js';
import {clusterOf, poolOf, registryOf} from '../support/posture.js';

const real: Readonly<Record<string, Resource>> = {
	cluster: clusterOf('managed-cluster-weak-composed'),
	nodePool: poolOf('managed-cluster-weak-composed', 1),
	registry: registryOf('recorded-registry-basic'),
};

const sampleOf = (kind: string): Resource => real[kind] ?? placeholderOf(kind as never);

const failed = (checkId: string, value = 'false'): Verdict => ({
	checkId, outcome: fail([seen('properties.x', value)]), severity: checkById.get(checkId)!.severity,
});

const scriptOf = (fixables: readonly Fixable[], fleet = 'contoso; 2 subscriptions'): FixScript => {
	const steps = createFixScript({
		fixables, fleet, version: '1.2.3', now: Date.parse('2026-11-25T10:00:00Z'),
	});
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
};

/**
Runs a script with real tools in an empty folder: `az` and `kubectl` write down their words and nothing else is there to be found.

@returns The words of each call of them, and every other file that the script left.
*/
const runScript = (text: string, values: readonly string[]): {readonly calls: ReadonlyArray<readonly string[]>; readonly files: readonly string[]} => {
	const folder = mkdtempSync(path.join(tmpdir(), 'crowsnest-script-'));
	try {
		for (const tool of ['az', 'kubectl']) {
			writeFileSync(path.join(folder, tool), '#!/bin/sh\nprintf \'%s\\0\' "$@" end-of-call >>calls\n', {mode: 0o755});
		}

		writeFileSync(path.join(folder, 'script.sh'), text);
		execFileSync('sh', ['-n', 'script.sh'], {cwd: folder});
		const env = {PATH: `${folder}:/usr/bin:/bin`, ...Object.fromEntries(values.map(name => [name, `given-${name}`]))};
		execFileSync('/bin/sh', ['script.sh'], {cwd: folder, env, stdio: 'pipe'});
		const calls = readFileSync(path.join(folder, 'calls'), 'utf8').split('end-of-call\0').slice(0, -1).map(call => call.split('\0').slice(0, -1));
		return {calls, files: readdirSync(folder).filter(file => !['az', 'kubectl', 'calls', 'script.sh'].includes(file))};
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

const valuesIn = (text: string): readonly string[] => text.matchAll(/\$\{(?<name>[A-Z][0-9A-Z_]*):\?/gv).map(match => match.groups!.name!).toArray();

const dollar = '$';

const hostile = fc.oneof(
	fc.string({unit: 'binary', maxLength: 20}),
	fc.array(fc.constantFrom('\'', '"', '$(touch pwned)', '`touch pwned`', ';', '&', '|', '\n', '\r', '\\', '!', '*', '~', ' ', '$HOME', '-x', '#', '>pwned', '\t', 'a', `${dollar}{A:?$(touch pwned)}`, '}', '\u{1B}[2J', '\u{9B}31m'), {maxLength: 8}).map(parts => parts.join('')),
).map(text => text.replaceAll('\0', '').toWellFormed());

const rename = (resource: Resource, name: string): Resource => ({
	...resource,
	name,
	resourceGroup: name,
	subscriptionId: name,
	id: `${resource.id}/${name}`,
	...(('clusterName' in resource) && {clusterName: name}),
	...(('vmSize' in resource) && {vmSize: name}),
});

const ofEveryCheck = (name: string, value: string): FixScript => scriptOf(
	checks.map(({id, kind}) => ({resource: rename(sampleOf(kind), name), verdict: failed(id, value)})),
	name,
);

test('whatever resources are called, a shell hands their names on whole, for every check, and runs az and kubectl alone', t => {
	const plain = ofEveryCheck('plainname', 'false');
	const expected = runScript(plain.text, valuesIn(plain.text)).calls;
	t.true(expected.length >= plain.commands && plain.commands >= checks.length / 2);
	t.true(expected.filter(words => words.some(word => word.includes('plainname'))).length > expected.length * 0.9);
	fc.assert(fc.property(hostile, hostile, (name, value) => {
		const script = ofEveryCheck(name, value);
		const {calls, files} = runScript(script.text, valuesIn(plain.text));
		t.deepEqual(calls, expected.map(words => words.map(word => word.replaceAll('plainname', () => name))));
		t.deepEqual(files, []);
	}), {numRuns: 25});
});

test('comments are one line of plain text each, whatever stands in names, evidence and fleet', t => {
	fc.assert(fc.property(hostile, text => {
		const resource = {...rename(sampleOf('cluster'), 'plain'), id: `/x/${text}`};
		const lines = scriptOf([{resource, verdict: failed('aks-local-accounts-enabled', text)}], text).text.split('\n');
		t.is(lines.filter(line => line !== '' && !line.startsWith('#')).length, 2, 'set -eu and one command');
		t.notRegex(lines.join(''), /\p{Control}/v);
	}));
});

test('grouped by resource, in the order of the marks, what is wrong and what the fix does above each command', t => {
	const registry = sampleOf('registry');
	const cluster = sampleOf('cluster');
	const {text, commands, resources} = scriptOf([
		{resource: registry, verdict: failed('acr-admin-user-enabled')},
		{resource: cluster, verdict: failed('aks-run-command-enabled')},
		{resource: registry, verdict: failed('acr-anonymous-pull-enabled')},
	]);
	t.deepEqual([commands, resources], [3, 2]);
	const lines = text.split('\n');
	t.deepEqual(lines.slice(0, 3), [
		'#!/bin/sh',
		'# 3 commands for 2 resources, written by crowsnest 1.2.3, 2026-11-25 10:00 UTC.',
		'# Fleet: contoso; 2 subscriptions',
	]);
	t.true(lines.indexOf('set -eu') < lines.findIndex(line => line.startsWith('az ')));
	t.deepEqual(lines.filter(line => line.startsWith('# ----')), [`# ---- Registry ${registry.name}`, `# ---- Cluster ${cluster.name}`]);
	const at = lines.findIndex(line => line.includes('(acr-admin-user-enabled)'));
	const {title, why, fix} = checkById.get('acr-admin-user-enabled')!;
	const {command, effect} = fix(registry as never);
	t.deepEqual(lines.slice(at, at + 5), [
		`# high: ${title} (acr-admin-user-enabled)`,
		`#   why: ${why}`,
		'#   found: properties.x = false',
		`#   effect: ${effect}`,
		command,
	]);
});

test('the same command is written once, with every reason for it', t => {
	const cluster = sampleOf('cluster');
	const ids = ['aks-api-server-public-unrestricted', 'aks-api-server-ranges-too-broad'];
	const [one, other] = ids.map(id => checkById.get(id)!.fix(cluster as never).command);
	t.is(one, other);
	const {text, commands} = scriptOf([...ids, ...ids].map(id => ({resource: cluster, verdict: failed(id)})));
	t.is(commands, 1);
	t.is(text.split(`\n${one!}\n`).length, 2);
	t.true(ids.every(id => text.split(`(${id})`).length === 2));
});

test('a value that only a person knows stops the script before anything is changed', t => {
	const cluster = sampleOf('cluster');
	const {text} = scriptOf([
		{resource: cluster, verdict: failed('aks-run-command-enabled')},
		{resource: cluster, verdict: failed('aks-api-server-public-unrestricted')},
	]);
	t.true(text.indexOf(': "${RANGES:?') < text.indexOf('\naz '));
	const error = t.throws(() => runScript(text, []));
	t.regex(String((error as {readonly stderr?: unknown}).stderr), /RANGES: your networks/v);
	t.is(runScript(text, ['RANGES']).calls.length, 2);
});

test('what another command needs comes first, what closes a door or replaces nodes last', t => {
	const order = (kind: string, ids: readonly string[]): readonly string[] =>
		stepsOf(sampleOf(kind), ids.filter(id => checkById.has(id)).map(id => failed(id))).flatMap(({reasons}) => reasons.map(({check}) => check.id));
	const cluster = order('cluster', ['aks-kubernetes-version-unsupported', 'aks-local-accounts-enabled', 'aks-azure-rbac-off', 'aks-entra-integration-missing']);
	t.is(cluster[0], 'aks-entra-integration-missing');
	t.is(cluster.at(-1), 'aks-kubernetes-version-unsupported');
	t.is(order('cluster', ['aks-kubernetes-version-unsupported', 'aks-local-accounts-enabled', 'aks-entra-integration-missing']).length, 3);
	const registry = order('registry', ['acr-public-network-unrestricted', 'acr-admin-user-enabled', 'acr-private-endpoint-missing']);
	t.deepEqual(registry, ['acr-private-endpoint-missing', 'acr-admin-user-enabled', 'acr-public-network-unrestricted']);
});

test('what does not fail gets no command, and a script without commands is none', t => {
	const resource = sampleOf('cluster');
	const {outcome, ...rest} = failed('aks-local-accounts-enabled');
	const unknown: Verdict = {...rest, outcome: unknownBecause('denied')};
	const accepted: Verdict = {
		...rest, outcome, accepted: {
			from: 'file', reason: 'r', by: 'a', until: undefined, at: 'decisions.yaml:1',
		},
	};
	t.deepEqual(scriptOf([{resource, verdict: unknown}, {resource, verdict: accepted}, {resource, verdict: {...failed('aks-run-command-enabled'), checkId: 'gone'}}]), {text: '', commands: 0, resources: 0});
});

test('needed values are found outside quoted names only, and never with a hint that a shell would act on', t => {
	const command = String.raw`az x "@{A:?one, two}" --y "@{B_2:?it is the cluster's}" 'it'\''s "@{C:?no}"' "@{D:?$(id)}" "x@{E:?no}" '"@{F:?no}"'`;
	t.deepEqual([...neededValues(command.replaceAll('@', () => dollar))], [['A', 'one, two'], ['B_2', 'it is the cluster\'s']]);
	for (const {fix, kind, id} of checks) {
		const own = fix(placeholderOf(kind) as never).command;
		t.is(neededValues(own).size, new Set(valuesIn(own)).size, `${id}: a hint that cannot be written down again`);
	}
});

test('what is chosen when a pool is created is one new pool with all of it', t => {
	const [step, ...others] = stepsOf(sampleOf('nodePool'), ['nodepool-public-ip', 'nodepool-encryption-at-host-off', 'nodepool-os-retired'].map(id => failed(id)));
	t.deepEqual(others, []);
	t.is(step?.reasons.length, 3);
	t.true(step?.command.includes(' --enable-encryption-at-host') && step.command.includes(' --os-sku '));
	t.is(step?.command.split(' --resource-group ').length, 2);
});

test('of two ways that exclude each other, the smaller is run and the other told', t => {
	const resource = sampleOf('cluster');
	const both = ['aks-private-cluster-off', 'aks-api-server-public-unrestricted'].filter(id => checkById.has(id)).map(id => ({resource, verdict: failed(id)}));
	t.is(both.length, 2);
	const {text, commands} = scriptOf(both);
	t.is(commands, 1);
	t.regex(text, /\n# {3}instead of the above, another way: az aks update .*--enable-private-cluster/v);
	t.is(scriptOf(both.slice(0, 1)).text.split('\naz ').length, 2);
});

test('under set -e, a command that hangs on another is a line of its own', t => {
	t.is(onOwnLines(String.raw`az a 'x && y' && az b "p && q" \'`), 'az a \'x && y\'\n' + String.raw`az b "p && q" \'`);
	t.is(onOwnLines('az a && az b && az c'), 'az a\naz b\naz c');
});

test('nothing that a whole fleet marks is made in one go', t => {
	const resources = Array.from({length: 50}, (_, index) => ({...rename(sampleOf('cluster'), `c${index}`), key: `c${index}`}));
	const steps = createFixScript({
		fixables: resources.map(resource => ({resource, verdict: failed('aks-run-command-enabled')})), fleet: 'f', version: '1', now: 0,
	});
	let yields = 0;
	while (!steps.next().done) {
		yields++;
	}

	t.is(yields, 50);
});
