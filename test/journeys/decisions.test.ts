/* eslint-disable unicorn/max-nested-calls -- a story of files that are written */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {boxTitled} from '../support/boxes.js';
import {makeHome, openDemo} from '../support/dashboard.js';
import {entry, fileOf} from '../support/decisions.js';
import {runProgram} from '../support/run-program.js';
import type {TerminalDriver} from '../support/terminal.js';

const size = {columns: 230, rows: 45};

const day = (offset: number): string => new Date(Date.now() + (offset * 86_400_000)).toISOString().slice(0, 10);

/**
Accepts a check on every cluster.
*/
const everywhere = (members: Readonly<Record<string, string | undefined>> = {}): string =>
	entry({
		resource: '"*/managedClusters/*"', check: 'aks-network-policy-missing', reason: 'Gone by spring', until: day(60), ...members,
	});

/**
The number of the header that stands before a word; 0 where the header has none.
*/
const numberBefore = (dashboard: TerminalDriver, word: string): number => {
	const words = dashboard.screen()[0]!.split(/\s+/v);
	return Number(words[words.indexOf(word) - 1] ?? 0);
};

const score = (dashboard: TerminalDriver): number => {
	const words = dashboard.screen()[0]!.split(/\s+/v);
	return Number(words[words.indexOf('posture') + 1]);
};

const accepted = (dashboard: TerminalDriver): number => numberBefore(dashboard, 'accepted');

const failing = (dashboard: TerminalDriver): number => {
	let sum = 0;
	for (const severity of ['critical', 'high', 'medium', 'low']) {
		sum += numberBefore(dashboard, severity);
	}

	return sum;
};

test.serial('accept a risk, see score and list change, let it expire, break the file', async t => {
	const home = makeHome();
	t.teardown(home.remove);
	const file = path.join(home.folder, 'risks.yaml');
	writeFileSync(file, 'decisions: []\n');
	const dashboard = await openDemo(t, {...size, home, args: ['--decisions', file]});
	// What is found inside clusters would count meanwhile; the file is watched on.
	dashboard.press('p');
	await dashboard.waitFor('paused');
	await dashboard.waitForQuiet();
	const before = {score: score(dashboard), failing: failing(dashboard), accepted: accepted(dashboard)};

	// The team accepts, and the running dashboard notices.
	writeFileSync(file, fileOf(everywhere()));
	await dashboard.waitFor(() => accepted(dashboard) > before.accepted);
	await dashboard.waitForQuiet();
	const more = accepted(dashboard) - before.accepted;
	t.is(failing(dashboard), before.failing - more);
	t.true(score(dashboard) >= before.score);
	const withDecision = {score: score(dashboard), failing: failing(dashboard)};

	// It is shown as accepted, with who, why and until when.
	dashboard.press('enter', '2');
	await dashboard.waitFor('accepted: No network policy engine');
	for (let moves = 0; moves < 40 && dashboard.screen().every(line => !line.includes('Gone by spring')); moves++) {
		// eslint-disable-next-line no-await-in-loop
		await dashboard.measureKey('j');
	}

	await dashboard.waitFor(/by platform@contoso\.com/v);
	await dashboard.waitFor(`until ${day(60)}`);
	await dashboard.waitFor('risks.yaml:2');

	// A broken file changes nothing but the notice.
	writeFileSync(file, `${fileOf(everywhere())}  - resource: "open\n`);
	dashboard.press('!');
	await dashboard.waitFor(screen => boxTitled(screen, 'Notices and sources')?.lines.some(line => line.includes(`${file}:`) && line.includes('this is not YAML')) === true);
	t.deepEqual({score: score(dashboard), failing: failing(dashboard)}, withDecision);

	// Behind its last day it counts again, and the entry is an error with its line.
	writeFileSync(file, fileOf(everywhere({until: day(-1)})));
	await dashboard.waitFor(/line 2 error the decision about aks-network-policy-missing .* expired/v);
	await dashboard.waitFor(() => failing(dashboard) === before.failing);
	t.is(score(dashboard), before.score);

	// An end that is near, a slip, and what matches nothing in a subscription that was read are told with their lines.
	const subscription = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?= {2}read)/v.exec(dashboard.screen().join('\n'))?.[0] ?? '';
	writeFileSync(file, fileOf(
		everywhere({until: day(5)}),
		entry({check: 'aks-local-account-enabled', until: day(60)}),
		entry({resource: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/none-such`, until: day(60)}),
	));
	await dashboard.waitFor(/line 2 low the decision about aks-network-policy-missing .* ends in [45] d/v);
	await dashboard.waitFor(/line 8 error check: there is no check "aks-local-account-enabled". Did you mean/v);
	await dashboard.waitFor(/line 12 error the decision about aks-local-accounts-enabled on \/subscriptions\//v);
	await dashboard.waitFor('! 2 in decisions');
	dashboard.press(':q\r');
	await dashboard.waitForExit();
});

test.serial('a copied entry accepts nothing until somebody says why and who', async t => {
	const home = makeHome();
	t.teardown(home.remove);
	const file = path.join(home.folder, 'risks.yaml');
	const dashboard = await openDemo(t, {...size, home, args: ['--decisions', file]});
	dashboard.press('a');
	await dashboard.waitFor(/paste it into .*risks\.yaml/v);
	t.false(existsSync(file));
	// The file that was named is not there, and the dashboard has started nevertheless.
	dashboard.press('!');
	await dashboard.waitFor(/there is no such file/v);
	dashboard.press(':q\r');
	await dashboard.waitForExit();
});

test.serial('without a terminal every fault goes to stderr, and the summary is printed', async t => {
	const home = makeHome();
	t.teardown(home.remove);
	const folder = path.join(home.folder, 'crowsnest');
	mkdirSync(folder);
	const file = path.join(folder, 'risks.yaml');
	writeFileSync(file, fileOf(everywhere({until: 'soon'}), everywhere()));
	const {code, stdout, stderr} = await runProgram(t, ['--demo', '--decisions', file]);
	t.is(code, 0);
	t.is(stderr, `crowsnest: ${file}:6: until: "soon" is not a day of the calendar, such as 2026-12-31.\n`);
	t.regex(stdout, /posture|Posture/v);
});
