import {cp, mkdtemp, rm} from 'node:fs/promises';
import {mkdirSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {startInTerminal, type TerminalDriver} from '../support/terminal.js';

export const root = path.join(import.meta.dirname, '../..');

/**
A home of its own: nothing of the person's is read or written, and nothing is kept from another figure.
*/
export type Home = {
	readonly env: Readonly<Record<string, string>>;
	readonly logFile: string;
	readonly compileCache: string;
};

export type Workplace = {
	/**
	The built program, in a copy: a build that someone starts meanwhile changes nothing that is measured.
	*/
	readonly program: string;
	readonly makeHome: () => Home;
	readonly close: () => Promise<void>;
};

/**
Makes the place in which programs are measured.

@param built the folder that the build made
@throws when it has no program
*/
export const openWorkplace = async (built: string): Promise<Workplace> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowsnest-benchmark-'));
	await cp(built, path.join(folder, 'dist'), {recursive: true});
	// As in the tarball: without it, Node would have to find out what kind of modules these are.
	await cp(path.join(root, 'package.json'), path.join(folder, 'package.json'));
	let homes = 0;
	return {
		program: path.join(folder, 'dist', 'cli.js'),
		makeHome() {
			homes++;
			const home = path.join(folder, `home-${homes}`);
			mkdirSync(home);
			const cache = path.join(home, 'cache');
			return {
				env: {
					HOME: home,
					XDG_CACHE_HOME: cache,
					XDG_CONFIG_HOME: path.join(home, 'config'),
					XDG_STATE_HOME: path.join(home, 'state'),
				},
				logFile: path.join(home, 'crowsnest.log'),
				compileCache: path.join(cache, 'crowsnest', 'compiled'),
			};
		},
		async close() {
			await rm(folder, {recursive: true, force: true});
		},
	};
};

export const openDashboard = (workplace: Workplace, {env}: Home, args: readonly string[]): TerminalDriver =>
	startInTerminal({args: [workplace.program, ...args], env});

export const rest = async (milliseconds: number): Promise<void> => new Promise(resolve => {
	setTimeout(resolve, milliseconds);
});
