import test from 'ava';
import {openApp} from '../../support/app.js';
import {boxTitled} from '../../support/boxes.js';
import {judgedSnapshotOf} from '../../support/judged.js';
import {hardenedRegistry, weakCluster} from '../../support/models.js';
import {until} from '../../support/until.js';

const saved = (told: readonly string[]): readonly string[] => told.filter(text => text.startsWith('save '));

test('W writes one script for every marked row, and the footer says where it stands', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf()});
	await app.press('space', 'j', 'space', 'W');
	await until(() => saved(app.told).length > 0);
	const [script] = saved(app.told);
	t.regex(script!, /^save crowsnest-fixes-2026-11-24T12-00\.sh\n#!\/bin\/sh\n/v);
	t.is(script!.split('\n# ---- Cluster ').length, 3);
	const lines = await app.change({});
	t.regex(lines.at(-1)!, /Wrote crowsnest-fixes-2026-11-24T12-00\.sh to review: \d+ commands for 2 resources, in \/here/v);
});

test('without marks it is for what the cursor stands on', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf()});
	await app.press('W');
	await until(() => saved(app.told).length > 0);
	t.is(saved(app.told)[0]!.split('\n# ---- ').length, 2);
	t.true(saved(app.told)[0]!.includes(`# ${weakCluster.id}\n`));
});

test('F with marks copies the script instead of one command', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf()});
	await app.press('space', 'F');
	await until(() => app.told.length > 0);
	t.regex(app.told[0]!, /^copy #!\/bin\/sh\n/v);
	const lines = await app.change({});
	t.regex(lines.at(-1)!, /Copied \d+ characters: \d+ commands for 1 resource/v);
});

test('a list of verdicts is mended verdict by verdict', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf()});
	await app.press(':', ...'high', 'enter', 'space', 'j', 'space', 'W');
	await until(() => saved(app.told).length > 0);
	t.is(saved(app.told)[0]!.split(/\n# high: /v).length, 3);
});

test('inside a resource, checks are marked: the mark shows, and W writes those alone', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf()});
	await app.press('enter', '2');
	const marked = await app.press('space', 'j', 'space');
	t.is(boxTitled(marked, 'Clusters ›')!.lines.join('\n').split('◆').length, 3);
	await app.press('W');
	await until(() => saved(app.told).length > 0);
	t.is(saved(app.told)[0]!.split('\n#   why: ').length, 3);
	const cleared = await app.press('ctrl+\\');
	t.false(cleared.join('\n').includes('◆'));
});

test('where nothing failed, nothing is written and that is said', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf({registries: [hardenedRegistry], posture: judgedSnapshotOf().posture})});
	await app.press('4', 'W');
	const lines = await app.change({});
	t.regex(lines.at(-1)!, /No command fixes this/v);
	t.deepEqual(app.told, []);
});

test('a file that cannot be written is one sentence', async t => {
	const app = await openApp(t, {
		snapshot: judgedSnapshotOf(),
		tools: {save: async () => ({problem: 'Not written: this folder may not be written (/x)'})},
	});
	await app.press('W');
	const lines = await app.change({});
	t.regex(lines.at(-1)!, /Not written: this folder may not be written/v);
});
