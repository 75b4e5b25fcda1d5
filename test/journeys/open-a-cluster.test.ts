import test from 'ava';
import {boxTitled, selectedIn, type Box} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';
import type {TerminalDriver} from '../support/terminal.js';

const clusters = (dashboard: TerminalDriver): Box | undefined => boxTitled(dashboard.screen(), '1 Clusters');

const place = (dashboard: TerminalDriver): string => boxTitled(dashboard.screen(), '')!.title;

const openAndComeBack = test.macro({
	async exec(t, columns: number, rows: number) {
		const dashboard = await openDemo(t, {columns, rows});
		// What is found inside clusters would change their rows meanwhile.
		dashboard.press('p');
		await dashboard.waitFor('paused');
		// Up from the last row: what is shown has scrolled where there is little room.
		dashboard.press('G', 'k', 'k', 'k');
		await dashboard.waitFor(() => clusters(dashboard)?.title.endsWith('21/24') === true);
		await dashboard.waitForQuiet();
		const before = clusters(dashboard)!;
		const name = /^[\w\-]+/v.exec(selectedIn(before)!)![0];

		dashboard.press('enter');
		await dashboard.waitFor('[1 Overview]');
		const cluster = place(dashboard);
		t.true(cluster.startsWith(`Clusters › ${name}`));
		dashboard.press('3');
		await dashboard.waitFor(/\[3 Node pools \d+\]/v);
		dashboard.press('enter');
		await dashboard.waitFor(() => place(dashboard).startsWith(`${cluster} › `));
		const pool = place(dashboard);

		dashboard.resize(60, 15);
		await dashboard.waitFor(screen => screen.length === 15 && boxTitled(screen, 'Clusters')?.lines.length === 11);
		dashboard.resize(59, 14);
		await dashboard.waitFor('crowsnest needs 60×15 cells; here are 59×14');
		dashboard.resize(columns, rows);
		await dashboard.waitFor(() => boxTitled(dashboard.screen(), pool)?.title === pool);

		dashboard.press('esc');
		await dashboard.waitFor(/\[3 Node pools \d+\]/v);
		dashboard.press('esc');
		await dashboard.waitFor(() => clusters(dashboard) !== undefined);
		await dashboard.waitForQuiet();
		t.deepEqual(clusters(dashboard), before);
	},
	title: (_, columns: number, rows: number) => `at ${columns}×${rows}: a cluster, its node pools, a pool, and back to the same row and scroll, over every resize`,
});

test.serial(openAndComeBack, 80, 24);
test.serial(openAndComeBack, 120, 40);
test.serial(openAndComeBack, 200, 60);
