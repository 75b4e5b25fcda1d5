import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {copyText} from '../../source/terminal/clipboard.js';

const sequenceOf = (text: string, multiplexer: 'none' | 'tmux' | 'screen'): string => {
	const copied = copyText(text, multiplexer);
	return copied.isCopied ? copied.sequence : '';
};

test('a text goes by OSC 52, and it is told how much went where', t => {
	t.deepEqual(copyText('/subscriptions/1', 'none'), {
		isCopied: true, sequence: '\u{1B}]52;c;L3N1YnNjcmlwdGlvbnMvMQ==\u{7}', message: '16 characters by OSC 52',
	});
	t.is(copyText('é', 'tmux').message, '1 character by OSC 52 through tmux');
});

test('tmux lets it through when every escape is doubled', t => {
	t.is(sequenceOf('a', 'tmux'), '\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{7}\u{1B}\\');
});

test('screen gets pieces that are short enough, and puts out the whole', t => {
	fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 2000}), text => {
		const sequence = sequenceOf(text, 'screen');
		const pieces = sequence.split('\u{1B}\\').slice(0, -1);
		t.true(pieces.every(piece => piece.startsWith('\u{1B}P') && piece.length < 700));
		t.is(pieces.map(piece => piece.slice(2)).join(''), sequenceOf(text, 'none'));
	}));
});

test('what a terminal would drop without a word is not sent', t => {
	const longest = 'x'.repeat(74_994);
	t.true(copyText(longest, 'none').isCopied);
	t.true(Buffer.byteLength(sequenceOf(longest, 'none')) <= 100_000);
	t.deepEqual(copyText(`${longest}x`, 'none'), {isCopied: false, message: '74995 bytes are too long for the clipboard; at most 74994 go by OSC 52'});
});
