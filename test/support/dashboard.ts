import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {startInTerminal, type TerminalDriver, type TerminalOptions} from './terminal.js';

/**
The built program; `npm test` builds it before. The variable names another copy of it: one unpacked from a tarball.
*/
export const program = process.env.CROWSNEST_PROGRAM ?? fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/**
A home of its own, so that nothing that this machine keeps, or was told, counts.
*/
export type Home = {
	readonly folder: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly remove: () => void;
};

const isOfThisMachine = (name: string): boolean => /^(?:azure_|arm_|crowsnest_|kube|.*_proxy$|msi_|identity_|xdg_|node_extra_ca)/iv.test(name);

export const makeHome = (): Home => {
	const folder = mkdtempSync(path.join(tmpdir(), 'crowsnest-journey-'));
	const gone = Object.fromEntries(Object.keys(process.env).filter(name => isOfThisMachine(name)).map(name => [name, undefined]));
	return {
		folder,
		env: {
			...gone,
			// Whoever runs the tests keeps what is in the clipboard.
			CROWSNEST_CLIPBOARD: 'osc52',
			HOME: folder,
			XDG_CONFIG_HOME: path.join(folder, 'config'),
			XDG_CACHE_HOME: path.join(folder, 'cache'),
			XDG_STATE_HOME: path.join(folder, 'state'),
			TZ: 'UTC',
		},
		remove() {
			rmSync(folder, {recursive: true, force: true});
		},
	};
};

type Test = {readonly teardown: (end: () => void) => void};

export type DashboardOptions = Pick<TerminalOptions, 'args' | 'env' | 'cwd' | 'columns' | 'rows'> & {
	/**
	@default a fresh one
	*/
	readonly home?: Home;
};

/**
Opens the built dashboard in a pseudo-terminal, in a home of its own, and ends it with the test. Builds nothing.
*/
export const openDashboard = (t: Test, {args = ['--demo'], env, home, ...size}: DashboardOptions = {}): TerminalDriver => {
	const {env: own, remove} = home ?? makeHome();
	const terminal = startInTerminal({
		...size, args: [program, ...args], env: {...own, ...env}, deadline: 30_000,
	});
	t.teardown(() => {
		terminal.stop();
		if (home === undefined) {
			remove();
		}
	});
	return terminal;
};

/**
Opens the demo, whose fleet is not read again while a journey lasts, and waits until all of it is read, judged and drawn.
*/
export const openDemo = async (t: Test, {args = [], ...options}: DashboardOptions = {}): Promise<TerminalDriver> => {
	const dashboard = openDashboard(t, {...options, args: ['--demo', '--interval', '1h', ...args]});
	await dashboard.waitFor(/posture \d/v);
	await dashboard.waitForQuiet({quiet: 2000});
	return dashboard;
};
