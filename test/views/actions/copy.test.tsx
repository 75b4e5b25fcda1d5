import test from 'ava';
import {openApp} from '../../support/app.js';
import {judgedSnapshotOf} from '../../support/judged.js';
import {weakCluster} from '../../support/models.js';

/**
A clipboard whose answers come when the test says so.
*/
const slowClipboard = () => {
	const answers: Array<(message: string | undefined) => void> = [];
	const copied: string[] = [];
	return {
		answers,
		copied,
		copy(text: string) {
			copied.push(text);
			const {promise, resolve} = Promise.withResolvers<string | undefined>();
			answers.push(resolve);
			return {now: `Copying ${text.length} characters`, later: promise};
		},
	};
};

test('a clipboard that takes its time holds up no key, and its answer is told when it comes', async t => {
	const clipboard = slowClipboard();
	const app = await openApp(t, {tools: {copy: clipboard.copy}});
	const before = await app.lines();
	const asked = await app.press('c');
	t.regex(asked.at(-1)!, /Copying \d+ characters/v);
	const moved = await app.press('j');
	t.notDeepEqual(moved.slice(0, -1), before.slice(0, -1));
	t.notRegex(moved.at(-1)!, /Copying/v);
	clipboard.answers[0]!('98 characters by xclip');
	const told = await app.change({});
	t.regex(told.at(-1)!, /98 characters by xclip; c again shows it alone/v);
	t.deepEqual(told.slice(0, -1), moved.slice(0, -1));
});

test('while the answer is still to come, the second c already shows it alone', async t => {
	const clipboard = slowClipboard();
	const app = await openApp(t, {tools: {copy: clipboard.copy}});
	const bare = await app.press('c', 'c');
	t.is(bare.slice(0, 3).join('').replace('any key goes back', ''), weakCluster.id);
	t.deepEqual(clipboard.copied, [weakCluster.id]);
	clipboard.answers[0]!('Not copied: xclip: no');
	t.deepEqual(await app.change({}), bare);
});

test('a copy whose place a newer one took says nothing', async t => {
	const clipboard = slowClipboard();
	const app = await openApp(t, {tools: {copy: clipboard.copy}});
	await app.press('c', 'j', 'c');
	clipboard.answers[1]!('7 characters by xclip');
	clipboard.answers[0]!(undefined);
	const lines = await app.change({});
	t.regex(lines.at(-1)!, /7 characters by xclip/v);
});

test('F tells of the fix what c tells of the id', async t => {
	const clipboard = slowClipboard();
	const app = await openApp(t, {snapshot: judgedSnapshotOf(), tools: {copy: clipboard.copy}});
	await app.press('F');
	clipboard.answers[0]!('40 characters by pbcopy');
	const lines = await app.change({});
	t.regex(lines.at(-1)!, /40 characters by pbcopy: az aks /v);
});

test('without a clipboard, c and F and a link that nothing opens stand alone at once', async t => {
	const none = () => undefined;
	const app = await openApp(t, {snapshot: judgedSnapshotOf(), columns: 160, tools: {copy: none, openLink: none}});
	const before = await app.lines();
	const [id] = await app.press('c');
	t.is(id, weakCluster.id);
	t.deepEqual(await app.press('j'), before);
	const [fix] = await app.press('F');
	t.regex(fix!, /^az aks /v);
	const [link] = await app.press('esc', 'o');
	t.regex(link!, /^https:\/\/portal\.azure\.com\//v);
});
