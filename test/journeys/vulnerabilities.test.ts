import test from 'ava';
import {boxTitled, selectedIn} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	test.serial(`at ${columns}×${rows}: from a finding of an image to its CVEs, worst first, to a filter among them, and back`, async t => {
		const dashboard = await openDemo(t, {columns, rows});
		dashboard.press('4', 'f');
		await dashboard.waitFor(() => boxTitled(dashboard.screen(), '4 Defender findings') !== undefined);
		dashboard.press('/', ...'type:image', 'enter');
		await dashboard.waitFor(/type:image/v);
		await dashboard.waitFor(() => selectedIn(boxTitled(dashboard.screen(), '4 Defender findings'))?.includes('Update ') === true);
		dashboard.press('v');
		await dashboard.waitFor(/\[2 CVEs [1-9]\d*\]/v);
		await dashboard.waitFor(/SEV.*CVE.*SCORE.*PACKAGE.*FIXED IN/v);
		const selected = (): string | undefined => selectedIn(boxTitled(dashboard.screen(), ''));
		const first = selected()!;
		t.regex(first, /[CHLMi] +CVE-\d{4}-\d+ +\d+\.\d/v);
		dashboard.press('/', ...'severity>=low', 'enter');
		await dashboard.waitFor(/\/severity>=low/v);
		t.is(selected(), first);
		dashboard.press('esc');
		await dashboard.waitFor(screen => !screen.join('').includes('severity>=low'));
		dashboard.press('esc');
		await dashboard.waitFor(/\/type:image/v);
	});
}
