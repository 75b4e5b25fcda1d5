import test from 'ava';
import {boxTitled, selectedIn} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';
import type {TerminalDriver} from '../support/terminal.js';

const pane = (dashboard: TerminalDriver, title: string) => boxTitled(dashboard.screen(), title);

/**
Texts that stand out as matches do, on all lines.
*/
const highlighted = (dashboard: TerminalDriver): readonly string[] => dashboard.screen().flatMap((_, row) => {
	const cells = dashboard.cells(row);
	const runs: string[] = [];
	for (const [index, cell] of cells.entries()) {
		if (!cell.isUnderlined) {
			continue;
		}

		if (cells[index - 1]?.isUnderlined === true) {
			runs.push(`${runs.pop()!}${cell.text}`);
		} else {
			runs.push(cell.text);
		}
	}

	return runs;
});

test.serial('a filter highlights what matched, counts it, is kept by enter and cleared by esc', async t => {
	const dashboard = await openDemo(t, {columns: 160, rows: 45});
	const before = pane(dashboard, '1 Clusters')!;
	dashboard.press('/');
	await dashboard.waitFor(/^ \//mv);
	dashboard.press('PAY');
	await dashboard.waitFor(() => /^1 Clusters \/PAY +1\/[1-9]\d* of 24$/v.test(pane(dashboard, '1 Clusters')!.title));
	const rows = pane(dashboard, '1 Clusters')!.lines.slice(1).filter(line => line.trim() !== '');
	const {count} = /1\/(?<count>\d+) of/v.exec(pane(dashboard, '1 Clusters')!.title)!.groups!;
	t.is(Number(count), rows.length);
	t.true(rows.every(row => /pay/iv.test(row)));
	t.true(highlighted(dashboard).includes('pay'));

	dashboard.press('enter');
	await dashboard.waitFor('? help');
	t.regex(pane(dashboard, '1 Clusters')!.title, /^1 Clusters \/PAY /v);
	dashboard.press('j');
	await dashboard.waitFor(() => pane(dashboard, '1 Clusters')!.title.includes(' 2/'));
	const second = selectedIn(pane(dashboard, '1 Clusters'))!;
	dashboard.press('esc');
	await dashboard.waitFor(() => pane(dashboard, '1 Clusters')!.title.endsWith('/24'));
	t.is(selectedIn(pane(dashboard, '1 Clusters')), second);
	dashboard.press('g');
	await dashboard.waitFor(() => pane(dashboard, '1 Clusters')!.title.endsWith(' 1/24'));
	t.deepEqual(pane(dashboard, '1 Clusters'), before);
});

test.serial('a filter that means nothing says what is wrong and keeps the rows', async t => {
	const dashboard = await openDemo(t);
	dashboard.press('/');
	await dashboard.waitFor(/^ \//mv);
	dashboard.press('colour:red');
	await dashboard.waitFor('There is no column colour here.');
	t.regex(pane(dashboard, '1 Clusters')!.title, / 1\/24$/v);
	dashboard.press('esc');
	await dashboard.waitFor(screen => !screen.join('\n').includes('colour'));
});

test.serial('sort by another column, and turn its order', async t => {
	const dashboard = await openDemo(t, {columns: 160, rows: 45});
	const names = (): readonly string[] => pane(dashboard, '1 Clusters')!.lines.slice(1).map(line => line.slice(3, 10));
	dashboard.press('<');
	await dashboard.waitFor(() => /NAME[↑↓]/v.test(pane(dashboard, '1 Clusters')!.lines[0]!));
	dashboard.press('g');
	await dashboard.waitFor(() => pane(dashboard, '1 Clusters')!.title.endsWith(' 1/24'));
	const ascending = names();
	t.deepEqual(ascending, ascending.toSorted());
	dashboard.press('O');
	await dashboard.waitFor(() => pane(dashboard, '1 Clusters')!.lines[0]!.includes('NAME↓'));
	dashboard.press('g');
	await dashboard.waitFor(() => pane(dashboard, '1 Clusters')!.title.endsWith(' 1/24'));
	t.deepEqual(names(), names().toSorted().toReversed());
	t.notDeepEqual(names(), ascending);
});

test.serial('a pinned filter stays while the kind changes, and goes from every kind with esc twice', async t => {
	const dashboard = await openDemo(t, {columns: 80, rows: 24});
	dashboard.press('/');
	await dashboard.waitFor(/^ \//mv);
	dashboard.press('weu');
	await dashboard.waitFor(() => /^1 Clusters \/weu +1\/\d+ of 24$/v.test(pane(dashboard, '1 Clusters')!.title));
	dashboard.press('enter');
	await dashboard.waitFor('⏎ open');
	dashboard.press('P');
	await dashboard.waitFor(/Pinned: weu/v);
	dashboard.press('2');
	await dashboard.waitFor(() => /^2 Node pools pinned \/weu +1\/\d+ of 60$/v.test(pane(dashboard, '2 Node pools')?.title ?? ''));
	dashboard.press('esc');
	await dashboard.waitFor('esc again clears it');
	dashboard.press('esc');
	await dashboard.waitFor(() => pane(dashboard, '2 Node pools')!.title.endsWith(' 1/60'));
	dashboard.press('1');
	await dashboard.waitFor(() => pane(dashboard, '1 Clusters') !== undefined);
	await dashboard.waitForQuiet();
	t.regex(pane(dashboard, '1 Clusters')!.title, /^1 Clusters +\d+\/24$/v);
});

test.serial('only what is wrong, and everything again', async t => {
	const dashboard = await openDemo(t);
	dashboard.press('2');
	dashboard.press('z');
	await dashboard.waitFor(() => /^2 Node pools wrong only +1\/\d+ of 60$/v.test(pane(dashboard, '2 Node pools')!.title));
	dashboard.press('end');
	await dashboard.waitFor(() => /^2 Node pools wrong only +(?<last>\d+)\/\k<last> of 60$/v.test(pane(dashboard, '2 Node pools')!.title));
	t.false(pane(dashboard, '2 Node pools')!.lines.some(line => line.includes(' ok ')));
	dashboard.press('z');
	await dashboard.waitFor(() => /^2 Node pools +\d+\/60$/v.test(pane(dashboard, '2 Node pools')!.title));
	dashboard.press('end');
	await dashboard.waitFor(() => pane(dashboard, '2 Node pools')!.lines.some(line => line.includes(' ok ')));
});
