import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {makeHome, program} from '../support/dashboard.js';
import {startInTerminal} from '../support/terminal.js';
import {drawSvg} from './draw-svg.js';

/**
Makes the readme's pictures from the real screen of the built demo: `npm run screenshot`.
*/
const folder = fileURLToPath(new URL('../../media/', import.meta.url));
const rows = 40;

const home = makeHome();
const terminal = startInTerminal({
	args: [program, '--demo', '--interval', '1h'], env: home.env, columns: 120, rows, deadline: 60_000,
});

const shoot = (name: string): void => {
	const file = `${folder}${name}.svg`;
	writeFileSync(file, drawSvg(Array.from({length: rows}, (_, row) => terminal.cells(row))));
	console.log(`Wrote media/${name}.svg`);
};

try {
	mkdirSync(folder, {recursive: true});
	await terminal.waitFor(/posture \d/v);
	await terminal.waitForQuiet({quiet: 3000});
	shoot('overview');
	terminal.press('enter');
	await terminal.waitFor('[1 Overview]');
	terminal.press('2');
	await terminal.waitFor('Evidence');
	await terminal.waitForQuiet({quiet: 1000});
	shoot('checks');
} finally {
	terminal.stop();
	home.remove();
}
