import test from 'ava';
import {boxTitled, selectedIn} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';

type Screen = readonly string[];

const titleOf = (screen: Screen, name: string): string => boxTitled(screen, name)?.title ?? '';
const isAt = (name: string, position: string) => (screen: Screen): boolean => titleOf(screen, name).endsWith(` ${position}`);
const isMarked = (member: string) => (screen: Screen): boolean => screen.some(line => line.includes('▌') && line.includes(member));

const sizes = [{columns: 80, rows: 24}, {columns: 120, rows: 40}] as const;

for (const size of sizes) {
	test.serial(`from the worklist to the evidence in the raw document, and back to the same row, at ${size.columns}×${size.rows}`, async t => {
		const dashboard = await openDemo(t, size);
		const selected = (name: string): string => selectedIn(boxTitled(dashboard.screen(), name)) ?? '';
		dashboard.press('6');
		await dashboard.waitFor(screen => titleOf(screen, '6 Worklist ').includes(' 1/'));
		dashboard.press('b');
		await dashboard.waitFor(screen => titleOf(screen, '6 Worklist by check ').includes(' 1/'));
		await dashboard.waitForQuiet();
		const [, count = ''] = selected('6 Worklist by check').split(/\s+/v, 2);

		dashboard.press('enter');
		await dashboard.waitFor(isAt('6 Worklist: ', `1/${count}`));
		await dashboard.waitForQuiet();
		const lines = boxTitled(dashboard.screen(), '6 Worklist: ')!.lines.slice(1);
		t.is(lines.filter(line => line.trim() !== '').length, Number(count));

		dashboard.press('j');
		await dashboard.waitFor(isAt('6 Worklist: ', `2/${count}`));
		await dashboard.waitForQuiet();
		const row = selected('6 Worklist: ');
		dashboard.press('X');
		await dashboard.waitFor(/Evidence 1 of \d/v);
		dashboard.press('G');
		await dashboard.waitFor(/Evidence (?<last>\d) of \k<last>/v);
		await dashboard.waitForQuiet();
		const [path = ''] = selected('Explain › ').split(/[ …]/v, 1);

		dashboard.press('enter');
		await dashboard.waitFor(screen => titleOf(screen, 'Worklist › ') !== '');
		const member = path.slice(path.lastIndexOf('.') + 1);
		await dashboard.waitFor(isMarked(member));
		await dashboard.waitForQuiet();
		t.true(boxTitled(dashboard.screen(), 'Worklist › ')!.foot.startsWith(path));

		dashboard.press('esc');
		await dashboard.waitFor(/Evidence (?<last>\d) of \k<last>/v);
		dashboard.press('esc');
		await dashboard.waitFor(isAt('6 Worklist: ', `2/${count}`));
		await dashboard.waitForQuiet();
		t.is(selected('6 Worklist: '), row);
	});
}

test.serial('the counts of a check are the rows that it opens', async t => {
	const dashboard = await openDemo(t, {columns: 160, rows: 45});
	dashboard.press(':chk\r');
	await dashboard.waitFor(screen => titleOf(screen, 'Checks ').includes(' 1/'));
	await dashboard.waitForQuiet();
	const cells = selectedIn(boxTitled(dashboard.screen(), 'Checks '))!.split(/\s{2,}/v);
	const counts = cells.filter(cell => /^\d+$/v.test(cell)).map(Number);
	t.is(counts.length, 5);
	t.true(counts[0]! > 0);

	dashboard.press('enter');
	const all = counts.reduce((sum, count) => sum + count, 0);
	await dashboard.waitFor(isAt('Check: ', `1/${all}`));
	dashboard.press('/');
	await dashboard.waitFor(/^ \/\W*$/mv);
	dashboard.press('standing:fails');
	await dashboard.waitFor(' /standing:fails');
	dashboard.press('enter');
	await dashboard.waitFor(isAt('Check: ', `1/${counts[0]} of ${all}`));
});

test.serial('an exemption in Azure that ends soon is a line of the worklist, from which nothing opens', async t => {
	const dashboard = await openDemo(t, {columns: 200, rows: 45});
	dashboard.press('6');
	await dashboard.waitFor(screen => titleOf(screen, '6 Worklist ').includes(' 1/'));
	dashboard.press('/');
	await dashboard.waitForQuiet();
	dashboard.press('source:Azure');
	await dashboard.waitFor(screen => titleOf(screen, '6 Worklist ').includes(' 1/1'));
	dashboard.press('enter');
	await dashboard.waitFor(screen => titleOf(screen, '6 Worklist ').includes(' 1/1'));
	const line = selectedIn(boxTitled(dashboard.screen(), '6 Worklist ')) ?? '';
	t.regex(line, /An exemption in Azure ends soon +exemption break-glass/v);
	await dashboard.waitForQuiet();
	dashboard.press('enter');
	await dashboard.waitForQuiet();
	const after = boxTitled(dashboard.screen(), '6 Worklist ');
	t.is(selectedIn(after), line);
});
