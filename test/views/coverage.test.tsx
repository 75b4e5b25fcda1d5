import test from 'ava';
import {openApp} from '../support/app.js';
import {hostileNames} from '../support/hostile.js';
import {judgedSnapshotOf} from '../support/judged.js';
import {asciiTheme, plainTheme} from '../support/theme.js';

for (const [columns, rows, theme, isAscii] of [[120, 40, plainTheme, false], [80, 24, asciiTheme, true]] as const) {
	test(`coverage at ${columns}×${rows}${isAscii ? ', in ASCII' : ''}: the matrix, then each benefit with its reasons`, async t => {
		const snapshot = judgedSnapshotOf();
		const app = await openApp(t, {
			snapshot: {...snapshot, clusters: snapshot.clusters.map((cluster, index) => ({...cluster, name: index === 0 ? hostileNames[0]! : cluster.name}))}, columns, rows, theme, isAscii,
		});
		const matrix = await app.press(':', ...'coverage', 'enter');
		const text = matrix.join('\n');
		t.regex(text, /Coverage by Defender for Containers/v);
		t.regex(text, /HARDENING +IMAGES +RUN TIME/v);
		const [first, second, third, again] = [await app.press('b'), await app.press('b'), await app.press('b'), await app.press('b')];
		t.regex(first.join('\n'), /Coverage: Environment hardening/v);
		t.regex(first.join('\n'), /WHY/v);
		t.regex(second.join('\n'), /Coverage: Vulnerability assessment/v);
		t.regex(third.join('\n'), /Coverage: Run-time threat protection/v);
		t.regex(again.join('\n'), /Coverage by Defender for Containers/v);
		for (const line of [...matrix, ...first]) {
			t.true(line.length <= columns);
			t.notRegex(line, /[\u{1B}\u{202E}]/v); // eslint-disable-line no-control-regex, regexp/no-control-character -- that is what must not be there
		}
	});
}

test('subscriptions show their plan and the estimate; one that was not read is unknown', async t => {
	const snapshot = judgedSnapshotOf();
	const app = await openApp(t, {
		snapshot, columns: 140, rows: 30, theme: plainTheme,
	});
	const lines = await app.press(':', ...'subscriptions', 'enter');
	const text = lines.join('\n');
	t.regex(text, /SUBSCRIPTION .*PLAN .*VCORES .*EST\. A MON/v);
	t.regex(text, /EUR/v);
});
