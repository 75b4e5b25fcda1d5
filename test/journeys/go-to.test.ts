import test from 'ava';
import {boxTitled, selectedIn} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';
import type {TerminalDriver} from '../support/terminal.js';

const type = async (dashboard: TerminalDriver, text: string): Promise<void> => {
	dashboard.press(':');
	await dashboard.waitFor(/^ :\W*$/mv);
	dashboard.press(text);
	await dashboard.waitFor(` :${text}`);
};

test.serial('go to a kind, a tab, a resource by a part of its name; nothing found is said', async t => {
	const dashboard = await openDemo(t);
	// All at once, as a slow line hands it over.
	dashboard.press(':acr\r');
	await dashboard.waitFor(screen => boxTitled(screen, '3 Registries')?.lines.length === 36);

	await type(dashboard, 'clusters/aks-shop-dev-weu/posture');
	dashboard.press('enter');
	await dashboard.waitFor('Clusters › aks-shop-dev-weu');
	await dashboard.waitFor(/\[2 Posture \d+\]/v);

	await type(dashboard, 'payments-prod');
	await dashboard.waitFor(/^▌ aks-payments-prod-\w+ +cluster in \w+$/mv);
	dashboard.press('tab');
	await dashboard.waitFor(/^ :aks-payments-prod-\w+/mv);
	dashboard.press('enter');
	await dashboard.waitFor('Clusters › aks-payments-prod-');

	await type(dashboard, 'no-such-thing');
	await dashboard.waitFor('nothing answers "no-such-thing"');
	dashboard.press('enter');
	await dashboard.waitFor('There is nothing called no-such-thing here');
	t.true(boxTitled(dashboard.screen(), 'Clusters › aks-payments-prod-') !== undefined);

	await type(dashboard, 'critical');
	dashboard.press('esc');
	await dashboard.waitFor(screen => boxTitled(screen, 'Clusters › aks-payments-prod-') !== undefined && screen.at(-1)!.includes('? help'));
});

test.serial('back and forward in the history of places, and the last place', async t => {
	const dashboard = await openDemo(t);
	dashboard.press(':np\r');
	await dashboard.waitFor(screen => boxTitled(screen, '2 Node pools')?.lines.length === 36);
	dashboard.press(':aks\r');
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters')?.lines.length === 36);
	dashboard.press('[');
	await dashboard.waitFor(screen => boxTitled(screen, '2 Node pools') !== undefined);
	dashboard.press('[');
	await dashboard.waitFor(screen => boxTitled(screen, '4 Defender findings') !== undefined);
	dashboard.press(']', ']');
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters')?.lines.length === 36);
	dashboard.press('-');
	await dashboard.waitFor(screen => boxTitled(screen, '2 Node pools') !== undefined);
	dashboard.press('-');
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters') !== undefined);
	t.false(dashboard.screen().join('\n').includes('2 Node pools'));
});

test.serial('keys that come together act one after the other: enter opens the row that the arrow before it went to', async t => {
	const dashboard = await openDemo(t, {columns: 200, rows: 60});
	dashboard.press('j');
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters')?.title.endsWith('2/24') === true);
	dashboard.press('k');
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters')?.title.endsWith('1/24') === true);
	const second = boxTitled(dashboard.screen(), '1 Clusters')!.lines[2]!.trim();
	const name = /^[\w\-]+/v.exec(second)![0];
	dashboard.press('\u{1B}[B\r');
	await dashboard.waitFor('[1 Overview]');
	t.true(boxTitled(dashboard.screen(), 'Clusters')!.title.startsWith(`Clusters › ${name}`));
	dashboard.press('esc');
	await dashboard.waitFor(screen => selectedIn(boxTitled(screen, '1 Clusters'))?.startsWith(name) === true);
	dashboard.press(':clusters/aks-shop-dev-weu/posture\r');
	await dashboard.waitFor('Clusters › aks-shop-dev-weu');
	dashboard.press('esc');
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters') !== undefined);
	dashboard.press('/aks-shop-dev-weu\r');
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters')?.title.includes('/aks-shop-dev-weu ') === true);
});
