import test from 'ava';
import {bindings} from '../../../../views/keymap.js';
import {helpEntries} from '../../../../views/parts/help/help-entries.js';
import {helpLines} from '../../../../views/parts/help/help-lines.js';
import {brokenLine, plainTexts} from '../../../support/cells.js';
import {asciiTheme, colours} from '../../../support/theme.js';

const entries = helpEntries(bindings, false);

test('every key of the keymap is in the help, in one, two or three columns', t => {
	for (const width of [60, 80, 120, 200]) {
		const lines = helpLines(entries, '', width, colours);
		t.is(brokenLine(lines, width), undefined);
		const words = new Set(plainTexts(lines).join(' ').split(/\s+/v));
		t.deepEqual(entries.flatMap(({keys}) => keys).filter(key => !words.has(key)), [], String(width));
	}

	t.true(helpLines(entries, '', 200, colours).length < helpLines(entries, '', 60, colours).length / 2);
});

test('a word finds labels and groups, one character finds its key with its case', t => {
	const found = helpLines(entries, 'sort', 80, colours);
	t.true(found.flat().some(({text, tone}) => text === 'Sort' && tone === 'match'));
	t.false(plainTexts(found).some(text => text.includes('Top')));
	const key = plainTexts(helpLines(entries, 'G', 80, colours)).join('\n');
	t.regex(key, /Bottom/v);
	t.notRegex(key, /Top/v);
	t.deepEqual(plainTexts(helpLines(entries, 'no such key', 80, colours)), ['No key answers "no such key".']);
});

test('the help of an ASCII terminal is ASCII', t => {
	const lines = plainTexts(helpLines(helpEntries(bindings, true), '', 120, asciiTheme));
	t.notRegex(lines.join(''), /\P{ASCII}/v);
});
