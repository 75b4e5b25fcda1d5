import {readFile, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import packageJson from '../../package.json' with {type: 'json'};
import {helpText} from '../../source/cli/help.js';
import {document, startEntra, wellKnown} from '../support/entra-server.js';
import {crowsnest, folder} from './command.js';

test('help and version go before everything else that is typed', async t => {
	const [help, version] = await Promise.all([crowsnest(['--bogus', '--help']), crowsnest(['--version'])]);
	t.deepEqual(help, {code: 0, stdout: helpText(packageJson.description), stderr: ''});
	t.deepEqual(version, {code: 0, stdout: `${packageJson.version}\n`, stderr: ''});
});

const wrong: ReadonlyArray<readonly [readonly string[], string]> = [
	[['--intervall', '60'], 'crowsnest: --intervall: there is no such flag. Did you mean --interval?\n'],
	[['-h'], 'crowsnest: -h: there is no such flag. Did you mean --help?\n'],
	[['demo'], 'crowsnest: "demo": there is no such command. Did you mean --demo?\n'],
	[['--interval', '0'], 'crowsnest: --interval: "0" is not a time from 10 to 3600 seconds, such as 60, 30s or 2m.\n'],
	[['check'], 'crowsnest: "check": there is no such command. Did you mean checks?\n'],
	[['--demo', 'checks'], 'crowsnest: "checks": a command is the first word, and what follows is flags only. See crowsnest --help.\n'],
	[['--cloud', 'publik'], 'crowsnest: --cloud: there is no cloud "publik"; use public, us-government, china or a profile file. Did you mean public?\n'],
	[['--config', '/nowhere/config.yaml'], 'crowsnest: --config: /nowhere/config.yaml: there is no such file.\n'],
	[['--demo', '--log-file', '/nowhere/log.jsonl'], 'crowsnest: --log-file: /nowhere/log.jsonl: its folder does not exist; name a file that can be written.\n'],
];

for (const [argv, sentence] of wrong) {
	test(`usage: ${argv.join(' ')}`, async t => {
		t.deepEqual(await crowsnest(argv, {HOME: await folder(t)}), {code: 2, stdout: '', stderr: sentence});
	});
}

test('each thing that is wrong is one line, with its flag, variable or file line', async t => {
	const home = await folder(t);
	const config = path.join(home, 'config.yaml');
	await writeFile(config, 'demo: true\nintervall: 5\n');
	const {code, stderr} = await crowsnest(['--config', config, '--auth', 'none'], {HOME: home, CROWSNEST_SEED: 'x'});
	t.is(code, 2);
	t.deepEqual(stderr.trimEnd().split('\n').map(line => line.slice(0, line.indexOf(' is '))), [
		`crowsnest: ${config}:2: "intervall"`,
		'crowsnest: CROWSNEST_SEED: "x"',
		'crowsnest: --auth: "none"',
	]);
});

test('a profile that is not JSON is named with its line; the stack comes with --debug only', async t => {
	const home = await folder(t);
	const profile = path.join(home, 'own.json');
	await writeFile(profile, '{"resourceManager": }');
	const sentence = `crowsnest: CROWSNEST_CLOUD: ${profile}:1:21: this is not JSON;`;
	const [plain, debug] = await Promise.all([
		crowsnest([], {HOME: home, CROWSNEST_CLOUD: profile}),
		crowsnest(['--debug'], {HOME: home, CROWSNEST_CLOUD: profile}),
	]);
	t.true(plain.stderr.startsWith(sentence));
	t.is(plain.stderr.split('\n').length, 2);
	t.true(debug.stderr.startsWith(sentence));
	t.regex(debug.stderr, /\n {4}at /v);
	t.deepEqual([plain.code, debug.code], [2, 2]);
});

test('without a terminal: one plain summary of the demo, the same fleet for the same seed, and a log without a secret', async t => {
	const home = await folder(t);
	const log = path.join(home, 'log.jsonl');
	await writeFile(log, '', {mode: 0o644});
	const ended = await crowsnest(['--demo', '--seed', '7', '--log-file', log], {HOME: home});
	t.deepEqual([ended.code, ended.stderr], [0, '']);
	t.regex(ended.stdout, /^crowsnest {2}DEMO, nothing here is real/v);
	t.regex(ended.stdout, /^Fleet {10}\d+ clusters, \d+ node pools, \d+ registries, \d+ container groups$/mv);
	t.notRegex(ended.stdout.replaceAll('\n', ''), /\p{Control}/v);

	const {mode} = await stat(log);
	t.is(mode % 0o1000, 0o600);
	const text = await readFile(log, 'utf8');
	const events = text.trimEnd().split('\n').map(line => JSON.parse(line) as {readonly event: string; readonly path?: string});
	t.true(events.some(({event}) => event === 'request'));
	t.true(events.some(({event}) => event === 'poll'));
	t.false(events.some(event => event.path?.includes('?')));
	t.notRegex(text.replaceAll('/providers/Microsoft.Authorization/', ''), /bearer|authorization/iv);
});

test('when nobody can be signed in: exit code 1, what was tried, why, and the way out', async t => {
	const home = await folder(t);
	const {code, stdout, stderr} = await crowsnest(['--auth', 'token'], {HOME: home, CROWSNEST_TOKEN: 'not-a-token'});
	t.deepEqual([code, stdout], [1, '']);
	t.regex(stderr, /^crowsnest: Signing in by token failed: the token in CROWSNEST_TOKEN is not a token of Entra \(a JWT\)\. Way out: export CROWSNEST_TOKEN=.*az account get-access-token.*\n$/v);
	t.notRegex(stderr, /not-a-token/v);
});

test('a secret that Entra refuses, by a cloud of one\'s own', async t => {
	const home = await folder(t);
	const server = await startEntra({...wellKnown, '/oauth2/v2.0/token': [document('error-aadsts7000222-client-secret-expired-composed')]});
	t.teardown(server.close);
	await writeFile(path.join(home, 'ca.pem'), server.cloud.certificateAuthority!);
	const profile = path.join(home, 'own.json');
	const {resourceManager, authorityHost} = server.cloud;
	await writeFile(profile, JSON.stringify({
		resourceManager, authorityHost, disableInstanceDiscovery: true, certificateAuthority: 'ca.pem',
	}));
	const {code, stderr} = await crowsnest(['--cloud', profile, '--auth', 'environment'], {
		HOME: home, AZURE_TENANT_ID: 'contoso.example', AZURE_CLIENT_ID: 'app', AZURE_CLIENT_SECRET: 'hunter2hunter2',
	});
	t.is(code, 1);
	t.regex(stderr, /^crowsnest: Signing in by environment failed: the client secret has expired \(AADSTS7000222\)\. Way out: az ad app credential reset.*\n$/v);
	t.notRegex(stderr, /hunter2/v);
});
