import {createServer, type Server, type AddressInfo} from 'node:net';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {loadDocument} from '../support/azure-server/fleet.js';
import type {Answer} from '../support/azure-server/answer.js';
import {makeHome, program} from '../support/dashboard.js';
import {openLive, startLive, type Live} from '../support/live.js';
import {runProgram} from '../support/run-program.js';
import {startInTerminal} from '../support/terminal.js';

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/**
Something on loopback that is no TLS server: it answers in plain text, or it is not there at all.
*/
const listen = async (t: ExecutionContext): Promise<Server> => {
	const server = createServer(socket => {
		socket.on('error', () => {/* The other side is free to go. */});
		socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
	});
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	t.teardown(() => {
		server.close();
	});
	return server;
};

const html: Answer = {status: 200, headers: {'content-type': 'text/html'}, body: '<!DOCTYPE html><html><body>Sign in to the guest network</body></html>'};

const isEntra = (pathname: string): boolean => /\/(?:oauth2|v2\.0)\//v.test(pathname);

type Trouble = {
	readonly title: string;
	readonly live: (t: ExecutionContext) => Promise<Live>;
	readonly says: RegExp;
	/**
	Whether it is signing in that fails: one screen says it, not each pane.
	*/
	readonly isSignIn?: boolean;
};

const troubles: readonly Trouble[] = [
	{
		title: 'an endpoint that refuses',
		async live(t) {
			const server = await listen(t);
			const port = portOf(server);
			server.close();
			return startLive(t, {change: {resourceManager: `https://127.0.0.1:${port}`}});
		},
		says: /127\.0\.0\.1:\d+ refuses the connection/v,
	},
	{
		title: 'an endpoint that is not TLS',
		async live(t) {
			return startLive(t, {change: {resourceManager: `https://127.0.0.1:${portOf(await listen(t))}`}});
		},
		says: /127\.0\.0\.1:\d+ does not speak TLS/v,
	},
	{
		title: 'a certificate that nobody knows',
		live: async t => startLive(t, {change: {certificateAuthority: undefined}}),
		says: /certificate of 127\.0\.0\.1:\d+ is signed by nobody/v,
		isSignIn: true,
	},
	{
		title: 'an answer in HTML',
		live: async t => startLive(t, {faults: [{when: ({url}) => !isEntra(url.pathname), give: html}]}),
		says: /127\.0\.0\.1:\d+ answered .*(?:html|web page|not json)/iv,
	},
	{
		title: 'a secret that has expired',
		live: async t => startLive(t, {faults: [{when: ({url}) => url.pathname.endsWith('/token'), give: loadDocument('entra/error-aadsts7000222-client-secret-expired-composed.json') as Answer}]}),
		says: /client secret has expired \(AADSTS7000222\)/v,
		isSignIn: true,
	},
];

const flat = (screen: readonly string[]): string => screen.join(' ').replaceAll(/[─│╭╮╯╰]/gv, ' ').replaceAll(/\s+/gv, ' ');

for (const {title, live: start, says, isSignIn = false} of troubles) {
	test.serial(`${title}: one sentence and the next try in the dashboard, one sentence and exit code 1 without a terminal`, async t => {
		const live = await start(t);
		const dashboard = openLive(t, live, {columns: 200, rows: 50});
		await dashboard.waitFor(screen => says.test(flat(screen)));
		await dashboard.waitFor(screen => (isSignIn ? /R (?:tries|asks|reads)|again/v : /again at \d\d:\d\d:\d\d/v).test(flat(screen)));
		t.is(dashboard.exited, undefined);
		dashboard.press(':q\r');
		const exit = await dashboard.waitForExit();
		t.is(exit.code, 0);

		const {code, stdout, stderr} = await runProgram(t, live.args, live.env);
		t.deepEqual([code, stdout], [1, '']);
		t.regex(stderr, /^crowsnest: .*Way out: .*\n$/v);
		t.regex(stderr, says);
		t.notRegex(stderr, /\n {4}at |a-secret-of-a-test/v);
	});
}

const usage: ReadonlyArray<readonly [args: readonly string[], says: RegExp]> = [
	[['--demmo'], /--demmo: there is no such flag\. Did you mean --demo\?/v],
	[['--cloud', 'pubic'], /--cloud: there is no cloud "pubic".*Did you mean public\?/v],
	[['--cloud', 'PROFILE'], /this is not JSON/v],
	[['--demo', '--interval', '0'], /--interval: "0" is not a time/v],
	[['--demo', '--interval', 'abc'], /--interval: "abc" is not a time/v],
];

for (const [args, says] of usage) {
	test.serial(`${args.join(' ')}: one sentence, exit code 2, and the terminal as it was`, async t => {
		const home = makeHome();
		t.teardown(home.remove);
		const profile = path.join(home.folder, 'profile.json');
		writeFileSync(profile, '{"resourceManager": https}');
		const all = args.map(argument => argument === 'PROFILE' ? profile : argument);
		const command = [process.execPath, program, ...all].map(argument => `'${argument}'`).join(' ');
		const terminal = startInTerminal({
			command: '/bin/sh', args: ['-c', `echo before=$(stty -g); ${command}; echo code=$?; echo after=$(stty -g)`], env: home.env, columns: 400, rows: 12, deadline: 30_000,
		});
		t.teardown(() => {
			terminal.stop();
		});
		await terminal.waitForExit();
		const lines = terminal.screen().filter(line => line !== '');
		const [before, sentence, code, after] = lines;
		t.is(lines.length, 4, lines.join('\n'));
		t.regex(sentence!, /^crowsnest: /v);
		t.regex(sentence!, says);
		t.is(code, 'code=2');
		t.is(after?.replace('after', 'before'), before!);
		t.false(terminal.isAlternateScreen);
		t.false(terminal.isBracketedPaste);
		const written = terminal.chunks.map(({data}) => data).join('');
		t.true(written.lastIndexOf('\u{1B}[?1049l') >= written.lastIndexOf('\u{1B}[?1049h'));
		t.true(written.lastIndexOf('\u{1B}[?25h') >= written.lastIndexOf('\u{1B}[?25l'));
	});
}
