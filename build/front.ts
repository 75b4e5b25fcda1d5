import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {isatty} from 'node:tty';
import v8 from 'node:v8';
import {drawEarlyScreen, wantsDashboard} from './early.js';

/**
The first file that runs, small enough to be there before anything else: this Node, the first frame, then the program. It has to parse on Node 20.
*/
const oldestNode = 22;

/**
Milliseconds after which the screen has long been there: compiled code is written down, and memory is saved rather than time.
*/
const startOver = 3000;

/**
In a folder of the user's own: Node's default is one below /tmp, where another user could have put code before.
*/
const compileCache = (): string | undefined => {
	const {XDG_CACHE_HOME: cache, HOME: home, LOCALAPPDATA: local} = process.env;
	const folder = cache ?? (home === undefined ? local : path.join(home, '.cache'));
	return folder === undefined || folder === '' ? undefined : path.join(folder, 'crowsnest', 'compiled');
};

if (Number(process.versions.node.split('.', 1)[0]) < oldestNode) {
	fs.writeSync(2, `crowsnest needs Node ${oldestNode} or later; this is Node ${process.versions.node}.\n`);
	process.exitCode = 2;
} else {
	const argv = process.argv.slice(2);
	if (wantsDashboard(argv, process.env, isatty(0) && isatty(1))) {
		drawEarlyScreen(argv);
	}

	const cache = compileCache();
	if (cache !== undefined) {
		module.enableCompileCache(cache);
	}

	setTimeout(() => {
		if (cache !== undefined) {
			module.flushCompileCache();
		}

		// Each poll leaves garbage behind: with room for more of it, V8 lets 50 MB of a fleet become 240 within minutes.
		v8.setFlagsFromString('--semi-space-growth-factor=1');
	}, startOver).unref();

	// An error here leaves the early screen and is printed by Node itself.
	// @ts-expect-error the program's own bundle, which is made by the same build.
	await import('./chunks/program.js');
}
