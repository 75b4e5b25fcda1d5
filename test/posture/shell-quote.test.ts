import {execFileSync} from 'node:child_process';
import test from 'ava';
import fc from 'fast-check';
import {checks} from '../../source/posture/checks/index.js';
import type {GroupContainer} from '../../source/model/container-group.js';
import type {JudgedResource} from '../../source/posture/check.js';
import {shellQuote} from '../../source/posture/shell-quote.js';
import {aroundSamples} from '../support/around.js';
import {groupOf} from '../support/container-groups.js';
import {imageOf} from '../support/images.js';
import {insideSamples} from '../support/inside.js';
import {clusterOf, poolOf, registryOf} from '../support/posture.js';

/**
A value for each variable that a fix asks a person for.
*/
const given = (command: string): string => command.matchAll(/\$\{(?<name>[A-Z_]+):\?/gv).map(({groups}) => `${groups!.name}=n;`).toArray().join(' ');

/**
What a real shell makes of a line: its words, one a line. `az` and `kubectl` are functions, so nothing else is run.
*/
const wordsOf = (command: string): readonly string[] =>
	execFileSync('sh', ['-c', String.raw`az() { for word in "$@"; do printf '%s\0' "$word"; done; }; kubectl() { az "$@"; }; ${given(command)} ${command}`], {encoding: 'utf8'}).split('\0').slice(0, -1);

const hostile = fc.oneof(
	fc.string({unit: 'binary', maxLength: 20}),
	fc.array(fc.constantFrom('\'', '"', '$(id)', '`id`', ';', '&', '|', '\n', '\\', '!', '*', '~', ' ', '$HOME', '-x', '#', '>', '\t', 'a', '{a,b}', '='), {maxLength: 10}).map(parts => parts.join('')),
).map(text => text.replaceAll('\0', '').toWellFormed());

test('a plain word stays plain', t => {
	t.is(shellQuote('aks-prod_1.weu/x:y@z'), 'aks-prod_1.weu/x:y@z');
	t.is(shellQuote(''), '\'\'');
	t.is(shellQuote('it\'s'), String.raw`'it'\''s'`);
});

test('a real shell hands every text on unchanged', t => {
	fc.assert(fc.property(fc.array(hostile, {minLength: 20, maxLength: 40}), texts => {
		t.deepEqual(wordsOf(`az ${texts.map(text => shellQuote(text)).join(' ')}`), texts);
	}), {numRuns: 30});
});

test('no name of a resource gets out of a fix', t => {
	const singleGroup = groupOf('container-group-get');
	const [container] = singleGroup.containers as readonly [GroupContainer];
	const names = ['$(touch pwned)', '`id`', '\'; id; \'', 'a\nb', '"x"', '* ~ !!'];
	for (const name of names) {
		const changed = {
			id: name, name, resourceGroup: name, clusterName: name, vmSize: name,
		};
		const samples: JudgedResource = {
			cluster: {...clusterOf('managed-cluster-weak-composed'), ...changed},
			nodePool: {...poolOf('managed-cluster-weak-composed', 1), ...changed},
			registry: {...registryOf('recorded-registry-basic'), ...changed},
			subscription: {...aroundSamples.subscription, subscriptionId: name},
			diskEncryptionSet: {...aroundSamples.diskEncryptionSet, ...changed},
			keyVault: {...aroundSamples.keyVault, ...changed},
			host: {...aroundSamples.host, ...changed, subscriptionId: name},
			node: {...insideSamples.node, ...changed},
			service: {...insideSamples.service, ...changed},
			containerGroup: {
				...singleGroup, ...changed, subscriptionId: name, osType: name, restartPolicy: name, principalId: name, containers: [{...container, image: name, host: name}],
			},
			image: {
				...imageOf(), ...changed, subscriptionId: name, registryName: name, repository: name, tagNames: [name], host: name,
			},
		};
		// One shell for all fixes: each prints its words, and every name arrives whole.
		for (const check of checks) {
			const {command} = check.fix(samples[check.kind]);
			const words = wordsOf(command);
			t.true(words.includes(name) || words.includes(`pe-${name}`), `${check.id}: ${command}`);
			t.regex(words[0] ?? '', /^(?:aks|acr|connectedmachine|container|network|resource|tag|security|disk-encryption-set|keyvault|role|monitor|provider|get|drain|annotate|patch|delete|apply|rollout)$/v, check.id);
		}
	}
});
