import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {documentFleet, move, type ServerFleet} from '../support/azure-server/fleet.js';
import {boxTitled} from '../support/boxes.js';
import {openLive, startLive} from '../support/live.js';
import {documentOf, withMember} from '../support/models.js';
import {runProgram} from '../support/run-program.js';
import {harmless, secretCommands, secretSamples} from '../support/secret-samples.js';
import {until} from '../support/until.js';

const a1 = '00000000-0000-0000-0000-0000000000a1';

const variables = [...secretSamples, ...harmless.map(([name, value]) => ({name, value}))].map(({name, value}) => ({name, value}));

/**
A container that has every secret in its variables, and others that have one each in their commands.
*/
const leaking = move(withMember(documentOf('aci/container-group-full-composed'), 'properties.containers', [
	{name: 'leaks', properties: {image: 'busybox', environmentVariables: variables, instanceView: {restartCount: 0, currentState: {state: 'Running'}, events: []}}},
	...secretCommands.map(({command}, index) => ({name: `command-${index}`, properties: {image: 'busybox', command, environmentVariables: []}})),
]), a1, 'aci-leaks');

const told = secretSamples.filter(({kind}) => !/by its name|number as/v.test(kind));

const fleet = (): ServerFleet => ({
	...documentFleet(),
	containerGroups: [leaking],
	containerLogs: {[`${leaking.id.toLowerCase()}/containers/leaks/logs`]: [...told.map(({name, value}) => `2026-08-21T06:40:01Z ${name} ${value}`), ''].join('\n')},
});

const secrets = [...secretSamples, ...secretCommands].flatMap(({secret}) => [secret, JSON.stringify(secret).slice(1, -1)]);

const filesBelow = (folder: string): readonly string[] => readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name));

/**
Compiled code of the program is not of the fleet.
*/
const isOfFleet = (file: string): boolean => !file.includes(`${path.sep}compiled${path.sep}`);

test.serial('forty kinds of secret in variables and commands, and in logs: none in a frame, the log of the program, what is kept on disk, or a report', async t => {
	const live = await startLive(t, {fleet: fleet()});
	const log = path.join(live.home.folder, 'program.log');
	const dashboard = openLive(t, live, {columns: 140, rows: 60, args: ['--log-file', log]});
	await dashboard.waitFor(/posture \d/v);
	const screens: string[] = [];
	const look = async (): Promise<void> => {
		await dashboard.waitForQuiet({quiet: 60});
		screens.push(dashboard.screen().join('\n'));
	};

	dashboard.press(':', ...'aci', 'enter');
	await dashboard.waitFor(screen => boxTitled(screen, 'Container instances')?.title.endsWith('1/1') === true && screen.some(line => line.includes('aci-leaks')));
	dashboard.press('enter');
	await dashboard.waitFor('[1 Overview]');
	dashboard.press('3');
	await dashboard.waitFor(/leaks 40 plain secrets/v);
	/* eslint-disable no-await-in-loop -- one after the other, as a person does */
	for (let index = 0; index <= secretCommands.length; index++) {
		dashboard.press('down');
		await look();
	}

	dashboard.press('4');
	await dashboard.waitFor(/leaks +1 of \d+, b: next +followed/v);
	await dashboard.waitFor(/\*{8}/v);
	await look();
	dashboard.press('2');
	await dashboard.waitFor(/A plain environment variable looks like a secret/v);
	dashboard.press('X');
	await look();
	dashboard.press('esc');
	await dashboard.waitFor('[2 Posture');
	dashboard.press('y');
	await dashboard.waitFor(/\[\d+ Document/v);
	await dashboard.waitFor(/environmentVariables:/v);
	for (let page = 0; page < 14; page++) {
		dashboard.press('pagedown');
		await look();
	}

	dashboard.press('y', 'g');
	await dashboard.waitFor(/"environmentVariables": \[/v);
	for (let page = 0; page < 14; page++) {
		dashboard.press('pagedown');
		await look();
	}
	/* eslint-enable no-await-in-loop */

	const frames = [...screens, ...dashboard.chunks.map(({data}) => data)].join('\n');
	for (const shown of ['DB_PASSWORD', '********', 'its value is not shown', 'AccountKey=']) {
		t.true(frames.includes(shown), `no frame shows ${shown}`);
	}

	dashboard.press('ctrl+c');
	await until(() => filesBelow(live.home.folder).some(file => isOfFleet(file) && readFileSync(file, 'utf8').includes('aci-leaks')));
	const report = await runProgram(t, [...live.args, '--log-file', path.join(live.home.folder, 'report.log')], live.env);
	t.regex(report.stdout, /1 container group/v);
	const kept = filesBelow(live.home.folder).filter(file => isOfFleet(file)).map(file => [path.basename(file), readFileSync(file, 'utf8')] as const);
	t.true(kept.length >= 2, kept.map(([name]) => name).join(', '));
	for (const secret of secrets) {
		t.false(frames.includes(secret), `a frame shows ${secret}`);
		t.false(`${report.stdout}${report.stderr}`.includes(secret), `a report shows ${secret}`);
		for (const [name, text] of kept) {
			t.false(text.includes(secret), `${name} holds ${secret}`);
		}
	}
});
