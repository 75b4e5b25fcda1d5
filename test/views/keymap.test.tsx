import test from 'ava';
import {
	actionFor,
	bindings,
	hintsFor,
	type Action,
	type KeyContext,
} from '../../views/keymap.js';
import {footerLine} from '../../views/parts/footer/footer-line.js';
import {openApp} from '../support/app.js';
import {cellsOf, plainText} from '../support/cells.js';
import {judgedSnapshotOf} from '../support/judged.js';

const contexts: readonly KeyContext[] = ['table', 'drill', 'text', 'header'];

/**
Where each action means something: the keys that lead there from the start. The compiler asks for every action.
*/
const ways: Readonly<Record<Action, readonly string[]>> = {
	'move-up': ['j'],
	'move-down': [],
	'move-top': ['j'],
	'move-bottom': [],
	'page-up': ['j'],
	'page-down': [],
	'half-page-up': ['j'],
	'half-page-down': [],
	open: [],
	back: ['enter'],
	quit: [],
	suspend: [],
	'pane-1': ['2'],
	'pane-2': [],
	'pane-3': [],
	'pane-4': [],
	'pane-5': ['enter'],
	'pane-6': ['enter'],
	'pane-7': ['enter'],
	'pane-8': ['enter'],
	'pane-9': ['enter'],
	'next-pane': [],
	'previous-pane': [],
	'full-screen': [],
	'history-back': ['enter'],
	'history-forward': ['enter', '['],
	'last-place': ['enter'],
	'go-to': [],
	filter: [],
	'pin-filter': ['/', 'o', 'enter'],
	'next-match': ['enter', '/', 'e', 'enter'],
	'previous-match': ['enter', '/', 'e', 'enter'],
	'sort-previous': [],
	'sort-next': [],
	'sort-order': [],
	'scroll-left': ['l'],
	'scroll-right': [],
	wide: [],
	'only-wrong': ['4'],
	mark: [],
	'mark-range': [],
	'clear-marks': ['space'],
	group: ['6'],
	vulnerabilities: [],
	explain: [],
	worklist: [],
	describe: [],
	document: [],
	'copy-id': [],
	'copy-fix': [],
	'write-fixes': [],
	accept: [],
	portal: [],
	refresh: [],
	'refresh-all': [],
	pause: [],
	notices: [],
	changes: [],
	timeline: [],
	'look-inside': [],
	help: [],
};

/**
The key as a terminal sends it.
*/
const pressed = (chord: string): string => chord.replace(/^(?<modifier>ctrl|shift)-(?=.)/v, '$<modifier>+');

test('no chord does two things in one context', t => {
	for (const context of contexts) {
		const alive = bindings.filter(binding => binding.contexts === undefined || binding.contexts.includes(context)).flatMap(({keys}) => keys);
		t.deepEqual(alive.toSorted(), [...new Set(alive)].toSorted(), context);
	}
});

test('a binding leads to its action in each of its contexts and in no other', t => {
	for (const binding of bindings) {
		for (const context of contexts) {
			const isAlive = binding.contexts?.includes(context) ?? true;
			t.true(binding.keys.every(key => (actionFor(key, context) === binding.action) === isAlive), `${binding.action} in ${context}`);
		}
	}
});

test('every action is bound once, and no key is shown without a word for what it does', t => {
	t.deepEqual(bindings.map(({action}) => action).toSorted(), Object.keys(ways).toSorted());
	t.true(bindings.every(({keys, label}) => keys.length > 0 && label !== ''));
});

for (const {action, keys} of bindings) {
	test(`${action} does something with each of its keys: ${keys.join(' ')}`, async t => {
		for (const key of keys) {
			// eslint-disable-next-line no-await-in-loop
			const app = await openApp(t, {snapshot: judgedSnapshotOf()});
			// eslint-disable-next-line no-await-in-loop
			await app.press(...ways[action]);
			// eslint-disable-next-line no-await-in-loop
			const before = await app.cells();
			const toldBefore = app.told.length;
			// eslint-disable-next-line no-await-in-loop
			const lines = await app.press(pressed(key));
			const line = lines.at(-1)!;
			// eslint-disable-next-line no-await-in-loop
			const after = await app.cells();
			const isSame = JSON.stringify(after.slice(0, -1)) === JSON.stringify(before.slice(0, -1));
			// Hints at the bottom tell nothing: a word of the key before goes with any key.
			t.true(app.told.length > toldBefore || !isSame || !line.includes('? help'), key);
			t.notRegex(line, /^ (?:No|Nothing)\b/v, key);
		}
	});
}

test('the hints of each context fit at every width, whole ones only, and at 80 columns all of them', t => {
	for (const context of contexts) {
		for (const isAscii of [false, true]) {
			const whole = plainText(footerLine({
				context, message: undefined, width: 1000, isAscii,
			}));
			for (let width = 60; width <= 250; width++) {
				const line = footerLine({
					context, message: undefined, width, isAscii,
				});
				t.true(cellsOf(line) <= width);
				const text = plainText(line);
				t.true(text.endsWith('? help'), text);
				t.true(whole.startsWith(text.slice(0, -'? help'.length).trimEnd()), text);
			}

			const at80 = plainText(footerLine({
				context, message: undefined, width: 80, isAscii,
			}));
			t.true(hintsFor(context).every(({word}) => at80.includes(` ${word}`)), at80);
		}
	}
});

test('in a text, ctrl-w breaks the lines that are too long', async t => {
	const app = await openApp(t, {columns: 60, rows: 20});
	const cut = await app.press('4', 'enter', 'y');
	t.true(cut.some(line => line.endsWith('…│')));
	const wrapped = await app.press('ctrl+w');
	t.false(wrapped.some(line => line.endsWith('…│')));
});

test('no hint stands where its key does nothing', t => {
	const words = (context: KeyContext): readonly string[] => hintsFor(context).map(({word}) => word);
	t.false(words('text').some(word => ['open', 'copy', 'fix', 'portal'].includes(word)));
	t.false(words('header').some(word => ['filter', 'copy', 'fix', 'portal'].includes(word)));
	t.true(['open', 'back', 'filter', 'go to', 'copy', 'fix', 'todo', 'help'].every(word => words('table').includes(word)));
	t.true(['portal', 'why'].every(word => words('drill').includes(word)));
});
