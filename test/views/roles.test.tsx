import test from 'ava';
import {openApp} from '../support/app.js';
import {partsOf, viewOf} from '../support/fleet-access.js';
import {judgedSnapshotOf} from '../support/judged.js';
import {asciiTheme, plainTheme} from '../support/theme.js';

type Published = Readonly<Record<string, readonly string[]>>;

/**
The matrix as Microsoft published it: roles by operations that are theirs.
*/
const published: Published = {
	Owner: ['ARM', 'make', 'push', 'pull', 'del', 'pol'],
	Contributor: ['ARM', 'make', 'push', 'pull', 'del', 'pol'],
	Reader: ['ARM', 'pull'],
	AcrPush: ['push', 'pull'],
	AcrPull: ['pull'],
	AcrDelete: ['del'],
	AcrImageSigner: ['sign'],
};

const snapshot = judgedSnapshotOf({access: viewOf(partsOf())});

const columnsOf = (line: string, bar: string): readonly string[] => line.split(bar).slice(1, -1).map(cell => cell.trim());

for (const [columns, rows, isAscii] of [[120, 40, false], [80, 24, false], [80, 24, true]] as const) {
	test(`the classic roles at ${columns}×${rows}${isAscii ? ', in ASCII' : ''} are the published matrix`, async t => {
		const app = await openApp(t, {
			snapshot, columns, rows, theme: isAscii ? asciiTheme : plainTheme, isAscii,
		});
		const lines = await app.press(':', ...'roles', 'enter');
		t.true(lines.every(line => line.length <= columns));
		t.true(lines.some(line => line.includes(isAscii ? '+-----' : '┬')), lines.join('\n'));
		const bar = isAscii ? '|' : '│';
		const head = columnsOf(lines.find(line => line.includes(' ROLE '))!, bar);
		for (const [role, given] of Object.entries(published)) {
			const cells = columnsOf(lines.find(line => line.includes(` ${role} `))!, bar);
			t.deepEqual(head.filter((_, index) => cells[index] === 'X'), given, role);
		}

		t.true(lines.some(line => line.includes('every role, and why')), 'all of it fits');
	});
}

test('where the table does not fit, the same stands there as text', async t => {
	const app = await openApp(t, {
		snapshot, columns: 60, rows: 15, theme: plainTheme,
	});
	const lines = await app.press(':', ...'roles', 'enter');
	const text = lines.join('\n');
	t.regex(text, /AcrPush +· +· +X +X +· +· +·/v);
	t.regex(text, /AcrImageSigner +· +· +· +· +· +· +X/v);
});
