import test from 'ava';
import {boxTitled, selectedIn} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';
import type {TerminalDriver} from '../support/terminal.js';

/**
Counts would go on while clusters are looked into.
*/
const hold = async (dashboard: TerminalDriver): Promise<void> => {
	dashboard.press('p');
	await dashboard.waitFor('paused');
	await dashboard.waitForQuiet();
};

test.serial('a number of the header opens exactly the rows that it counts, and a row stands on its check', async t => {
	const dashboard = await openDemo(t, {columns: 160, rows: 45});
	await hold(dashboard);
	dashboard.press('shift+tab');
	await dashboard.waitFor(/▌● \d+ critical/v);
	const count = Number(/▌● (?<count>\d+) critical/v.exec(dashboard.screen()[0]!)!.groups!.count);
	t.true(count > 0);

	dashboard.press('enter');
	await dashboard.waitFor(screen => boxTitled(screen, 'Failed checks: critical')?.title.endsWith(` 1/${count}`) === true);
	await dashboard.waitForQuiet();
	const list = boxTitled(dashboard.screen(), 'Failed checks: critical')!;
	const rows = list.lines.slice(1).filter(line => line.trim() !== '');
	t.is(rows.length, count);
	t.true(rows.every(row => row.includes(' C ')));

	dashboard.press('j');
	await dashboard.waitFor(screen => boxTitled(screen, 'Failed checks: critical')?.title.endsWith(` 2/${count}`) === true);
	await dashboard.waitForQuiet();
	const [, resource, check] = selectedIn(boxTitled(dashboard.screen(), 'Failed checks: critical'))!.split(/ {2,}/v, 3);
	dashboard.press('enter');
	await dashboard.waitFor(/\[2 Posture \d+\]/v);
	await dashboard.waitForQuiet();
	const drill = boxTitled(dashboard.screen(), 'Failed checks: critical › ')!;
	t.true(drill.title.includes(` › ${resource!.replace('…', '')}`));
	t.true(selectedIn(drill)!.replace(/^\S /v, '').startsWith(`C ${check!.replace('…', '')}`));
	t.true(drill.lines.some(line => line.includes('Evidence')));
	t.true(drill.lines.some(line => / = \S/v.test(line)));

	dashboard.press('esc');
	await dashboard.waitFor(screen => boxTitled(screen, 'Failed checks: critical')?.title.endsWith(` 2/${count}`) === true);
	dashboard.press('esc');
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters') !== undefined);
});

test.serial('every number of the header opens as many rows as it says', async t => {
	t.plan(5);
	const dashboard = await openDemo(t, {columns: 200, rows: 60});
	await hold(dashboard);
	for (const [index, door] of ['critical', 'high', 'medium', 'low', 'unknown'].entries()) {
		dashboard.press('shift+tab');
		// eslint-disable-next-line no-await-in-loop -- one step after the other
		await dashboard.waitFor(/▌● \d+ critical/v);
		dashboard.press(...Array.from({length: index}, () => 'right'));
		// eslint-disable-next-line no-await-in-loop
		await dashboard.waitFor(new RegExp(String.raw`▌\S ?\d+ ${door}`, 'v'));
		const {count} = new RegExp(String.raw`▌\S ?(?<count>\d+) ${door}`, 'v').exec(dashboard.screen()[0]!)!.groups!;
		dashboard.press('enter');
		// eslint-disable-next-line no-await-in-loop
		await dashboard.waitFor(screen => new RegExp(`^(?:Failed checks|Checks that could not be decided).* 1/${count}$`, 'v').test(boxTitled(screen, '')?.title ?? ''));
		t.regex(boxTitled(dashboard.screen(), '')!.title, new RegExp(`${door}|could not be decided`, 'v'));
		dashboard.press('esc');
		// eslint-disable-next-line no-await-in-loop
		await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters') !== undefined);
	}
});
