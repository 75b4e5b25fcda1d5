import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {isatty} from 'node:tty';
import {drawEarlyScreen, wantsDashboard} from './early.js';
import {boundGarbage} from './garbage.js';

/**
The first file that runs, small enough to be there before anything else: this Node, the first frame, then the program. It has to parse on Node 20.
*/
const oldestNode = 22;

/**
Milliseconds after which the screen has long been there: compiled code is written down.
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

	boundGarbage();
	setTimeout(() => {
		if (cache !== undefined) {
			module.flushCompileCache();
		}
	}, startOver).unref();

	// An error here leaves the early screen and is printed by Node itself.
	// @ts-expect-error the program's own bundle, which is made by the same build.
	await import('./chunks/program.js');
}
