/* eslint-disable unicorn/no-await-expression-member -- one member of one answer reads best in one line */
import fc from 'fast-check';
import test, {type ExecutionContext} from 'ava';
import {UsageError} from '../../source/model/usage-error.js';
import {loadSettings} from '../../source/settings/load-settings.js';
import type {SettingsInput} from '../../source/settings/settings-input.js';

const home = '/home/someone';
const usual = '/home/someone/.config/crowsnest/config.yaml';

const noFile = (file: string): never => {
	throw Object.assign(new Error(`ENOENT: no such file or directory, open '${file}'`), {code: 'ENOENT'});
};

type Given = Partial<Omit<SettingsInput, 'readFile'>> & {readonly files?: Readonly<Record<string, string>>};

const load = async ({files = {}, ...given}: Given) => loadSettings({
	flags: {}, env: {}, home, readFile: file => files[file] ?? noFile(file), ...given,
});

const problems = async (t: ExecutionContext, given: Given): Promise<readonly string[]> =>
	(await t.throwsAsync(load(given), {instanceOf: UsageError})).problems;

test('nothing given: defaults', async t => {
	const {origin, ...settings} = await load({});
	t.deepEqual(settings, {
		demo: 'off', seed: 1, subscriptions: [], managementGroup: undefined, tenant: undefined, cloud: 'public', auth: 'auto', interval: 60,
		color: true, ascii: false, clipboard: 'auto', decisions: undefined, prices: undefined, requiredTags: [], requireFips: false,
		encryptionKeys: 'any', inside: false, localAccounts: false, kubeconfig: undefined, context: undefined, allowExec: [], runCommand: false,
		insideConcurrency: 8, graph: false, images: false, approvedRegistries: [], requireSignatures: false, logFile: undefined, debug: false, configFile: undefined,
	});
	t.true(Object.values(origin).every(({from}) => from === 'default'));
});

test('a flag goes before a variable, a variable before the file, the file before the default', async t => {
	const files = {[usual]: 'interval: 30\nauth: azure-cli\ntenant: file.example\nsubscriptions:\n  - one\n  - two\n'};
	const settings = await load({flags: {interval: '2m'}, env: {CROWSNEST_INTERVAL: '90', CROWSNEST_AUTH: 'token'}, files});
	t.is(settings.interval, 120);
	t.deepEqual(settings.origin.interval, {from: 'flag', name: '--interval'});
	t.is(settings.auth, 'token');
	t.deepEqual(settings.origin.auth, {from: 'variable', name: 'CROWSNEST_AUTH'});
	t.is(settings.tenant, 'file.example');
	t.deepEqual(settings.origin.tenant, {from: 'file', path: usual, line: 3});
	t.deepEqual(settings.subscriptions, ['one', 'two']);
	t.is(settings.configFile, usual);
});

test('the config file: by flag, by variable, in the XDG folder; a relative XDG folder is ignored', async t => {
	const files = {
		'/a.yaml': 'interval: 11', '/b.yaml': 'interval: 12', '/xdg/crowsnest/config.yaml': 'interval: 13', [usual]: 'interval: 14',
	};
	const env = {CROWSNEST_CONFIG: '/b.yaml', XDG_CONFIG_HOME: '/xdg'};
	t.is((await load({flags: {config: '/a.yaml'}, env, files})).interval, 11);
	t.is((await load({env, files})).interval, 12);
	t.is((await load({env: {XDG_CONFIG_HOME: '/xdg'}, files})).interval, 13);
	t.is((await load({env: {XDG_CONFIG_HOME: 'xdg'}, files})).interval, 14);
	t.deepEqual(await problems(t, {flags: {config: '/gone.yaml'}}), ['--config: /gone.yaml: there is no such file.']);
	t.deepEqual(await problems(t, {env: {CROWSNEST_CONFIG: '/gone.yaml'}}), ['CROWSNEST_CONFIG: /gone.yaml: there is no such file.']);
});

test('paths in the file are meant from where it is', async t => {
	const files = {'/etc/crowsnest.yaml': 'cloud: clouds/own.json\nlogFile: ./log.jsonl\ndecisions: risks.yaml'};
	const settings = await load({flags: {config: '/etc/crowsnest.yaml'}, files});
	t.is(settings.cloud, '/etc/clouds/own.json');
	t.is(settings.logFile, '/etc/log.jsonl');
	t.is(settings.decisions, '/etc/risks.yaml');
	t.is((await load({flags: {cloud: 'clouds/own.json'}})).cloud, 'clouds/own.json');
});

test('demo: on, off, a number', async t => {
	t.is((await load({flags: {demo: 'on'}})).demo, 'on');
	t.is((await load({flags: {demo: '1000'}})).demo, 1000);
	t.is((await load({env: {CROWSNEST_DEMO: 'true'}})).demo, 'on');
	t.is((await load({files: {[usual]: 'demo: 12'}})).demo, 12);
	t.is((await load({flags: {demo: 'off'}, env: {CROWSNEST_DEMO: '1'}})).demo, 'off');
});

test('colour: NO_COLOR counts when it is not empty, and crowsnest\'s own variable goes before it', async t => {
	t.false((await load({env: {NO_COLOR: '1'}})).color);
	t.true((await load({env: {NO_COLOR: ''}})).color);
	t.true((await load({env: {NO_COLOR: '1', CROWSNEST_COLOR: 'on'}})).color);
	t.false((await load({flags: {color: 'false'}})).color);
});

test('clipboard: a variable and the file say it, no flag', async t => {
	const files = {[usual]: 'clipboard: native'};
	t.is((await load({files})).clipboard, 'native');
	t.is((await load({files, env: {CROWSNEST_CLIPBOARD: 'screen'}})).clipboard, 'screen');
	t.is((await load({files, flags: {clipboard: 'osc52'}})).clipboard, 'native');
});

test('what an organisation asks for stands in the file, or in variables', async t => {
	const files = {[usual]: 'requiredTags: [owner, costCentre]\nrequireFips: true\nencryptionKeys: own\n'};
	t.like(await load({files}), {requiredTags: ['owner', 'costCentre'], requireFips: true, encryptionKeys: 'own'});
	t.like(await load({env: {CROWSNEST_REQUIRED_TAGS: 'owner,team', CROWSNEST_REQUIRE_FIPS: 'on'}}), {requiredTags: ['owner', 'team'], requireFips: true, encryptionKeys: 'any'});
});

test('how clusters are looked into', async t => {
	const files = {'/etc/crowsnest.yaml': 'inside: true\nkubeconfig: clusters.yaml\ncontext: tunnel\nallowExec: [tokens]\ninsideConcurrency: 2\n'};
	t.like(await load({flags: {config: '/etc/crowsnest.yaml'}, files}), {
		inside: true, kubeconfig: '/etc/clusters.yaml', context: 'tunnel', allowExec: ['tokens'], insideConcurrency: 2, runCommand: false,
	});
	t.like(await load({flags: {runCommand: 'true', localAccounts: 'true'}, env: {CROWSNEST_INSIDE: 'off'}}), {runCommand: true, localAccounts: true, inside: false});
});

const wrong: ReadonlyArray<readonly [Given, readonly string[]]> = [
	[{flags: {interval: '0'}}, ['--interval: "0" is not a time from 10 to 3600 seconds, such as 60, 30s or 2m.']],
	[{flags: {interval: 'abc'}}, ['--interval: "abc" is not a time from 10 to 3600 seconds, such as 60, 30s or 2m.']],
	[{env: {CROWSNEST_INTERVAL: '2h'}}, ['CROWSNEST_INTERVAL: "2h" is not a time from 10 to 3600 seconds, such as 60, 30s or 2m.']],
	[{files: {[usual]: '# mine\n\ninterval: 5\n'}}, [`${usual}:3: 5 is not a time from 10 to 3600 seconds, such as 60, 30s or 2m.`]],
	[{flags: {auth: 'azurecli'}}, ['--auth: "azurecli" is not a way to sign in; use auto, environment, workload-identity, managed-identity, azure-cli, azure-developer-cli, device-code, token (did you mean azure-cli?).']],
	[{env: {CROWSNEST_CLIPBOARD: 'osc5'}}, ['CROWSNEST_CLIPBOARD: "osc5" is not a way to copy; use auto, native, osc52, screen (did you mean osc52?).']],
	[{files: {[usual]: 'clipboard: [native]\n'}}, [`${usual}:1: ["native"] is not a way to copy; use auto, native, osc52, screen.`]],
	[{env: {CROWSNEST_ENCRYPTION_KEYS: 'mine'}}, ['CROWSNEST_ENCRYPTION_KEYS: "mine" is not a choice of keys; use any, platform, own.']],
	[{flags: {demo: '0'}}, ['--demo: "0" is not on, off or a number of clusters from 1 to 5000.']],
	[{flags: {seed: '-1'}}, ['--seed: "-1" is not a whole number from 0 to 4294967295.']],
	[{flags: {tenant: ''}}, ['--tenant: nothing is not a tenant id or domain, such as contoso.onmicrosoft.com.']],
	[{flags: {tenant: '../x'}}, ['--tenant: "../x" is not a tenant id or domain, such as contoso.onmicrosoft.com.']],
	[{flags: {managementGroup: 'My Group'}}, ['--management-group: "My Group" is not the id of a management group (its id, not its display name).']],
	[{files: {[usual]: 'intervall: 60\n'}}, [`${usual}:1: "intervall" is not a setting; there are demo, seed, subscriptions, managementGroup, tenant, cloud, auth, interval, color, ascii, clipboard, decisions, prices, requiredTags, requireFips, encryptionKeys, inside, localAccounts, kubeconfig, context, allowExec, runCommand, insideConcurrency, graph, images, approvedRegistries, requireSignatures, logFile, debug. Did you mean interval?`]],
	[{files: {[usual]: '- a\n- b\n'}}, [`${usual}:1: this is not a list of settings; write one setting a line, such as "interval: 60".`]],
	[{files: {[usual]: 'subscriptions: {a: b}\n'}}, [`${usual}:1: {} is not a subscription id or name.`]],
	[{flags: {context: 'tunnel'}}, ['--context: it speaks of a kubeconfig; name one with --kubeconfig FILE.']],
	[{env: {CROWSNEST_ALLOW_EXEC: 'tokens'}}, ['CROWSNEST_ALLOW_EXEC: it speaks of a kubeconfig; name one with --kubeconfig FILE.']],
	[{env: {CROWSNEST_INSIDE_CONCURRENCY: '0'}}, ['CROWSNEST_INSIDE_CONCURRENCY: "0" is not a whole number from 1 to 64.']],
	[{env: {CROWSNEST_SUBSCRIPTION: 'x'}}, ['CROWSNEST_SUBSCRIPTION: there is no such variable. Did you mean CROWSNEST_SUBSCRIPTIONS?']],
];

for (const [given, sentences] of wrong) {
	test(`wrong: ${sentences[0]!.slice(0, 90)}`, async t => {
		t.deepEqual(await problems(t, given), sentences);
	});
}

test('a file that is not YAML is named with its line', async t => {
	const [sentence] = await problems(t, {files: {[usual]: 'interval: 60\nauth: [azure-cli\n'}});
	t.regex(sentence!, /^\/home\/someone\/\.config\/crowsnest\/config\.yaml:[23]: this is not YAML \(/v);
	t.regex((await problems(t, {files: {[usual]: 'interval: 60\ninterval: 70\n'}}))[0]!, /:2: this is not YAML/v);
});

test('everything that is wrong is told at once, also what another place overrules', async t => {
	const sentences = await problems(t, {flags: {interval: '1', auth: 'none'}, env: {CROWSNEST_SEED: 'x'}, files: {[usual]: 'interval: never\nfoo: 1\n'}});
	t.is(sentences.length, 5);
});

test('what a Kubernetes service named crowsnest sets is not taken for a setting', async t => {
	await t.notThrowsAsync(load({env: {CROWSNEST_PORT: 'tcp://10.0.0.1:443', CROWSNEST_SERVICE_HOST: '10.0.0.1', CROWSNEST_TOKEN: 'x'}}));
});

test('whatever stands in the variables and the file, there are settings or sentences of one line', async t => {
	const anything = fc.oneof(fc.string(), fc.string({unit: 'binary'}), fc.json());
	await fc.assert(fc.asyncProperty(anything, anything, anything, async (text, value, flag) => {
		const given = {files: {[usual]: text}, env: {CROWSNEST_INTERVAL: value, CROWSNEST_TENANT: value, CROWSNEST_DEMO: value}, flags: {seed: flag, auth: flag, cloud: flag}};
		const [result] = await Promise.allSettled([load(given)]);
		const isSound = result.status === 'fulfilled'
			? result.value.interval >= 10 && result.value.interval <= 3600
			: result.reason instanceof UsageError && result.reason.problems.every(problem => problem !== '' && !/\p{Control}/v.test(problem));
		t.true(isSound, JSON.stringify(result));
	}));
});
