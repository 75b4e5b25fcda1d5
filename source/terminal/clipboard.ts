import {Buffer} from 'node:buffer';
import type {Capabilities} from './capabilities.js';

/**
The most that is sent. xterm takes more, but tmux, screen and several terminals drop what is longer without a word (hterm and tmux: about 100,000 bytes of base64).
*/
const byteLimit = 74_994;

/**
GNU screen drops a string sequence that is longer than 768 bytes, its own frame included.
*/
const screenChunk = 256;

export type Copied =
	| {
		readonly isCopied: true;
		/**
		To be sent to the terminal.
		*/
		readonly sequence: string;
		/**
		What went where: `71 characters by OSC 52`.
		*/
		readonly message: string;
	}
	| {readonly isCopied: false; readonly message: string};

const throughTmux = (sequence: string): string => `\u{1B}Ptmux;${sequence.replaceAll('\u{1B}', '\u{1B}\u{1B}')}\u{1B}\\`;

const throughScreen = (sequence: string): string => {
	const chunks: string[] = [];
	for (let start = 0; start < sequence.length; start += screenChunk) {
		chunks.push(`\u{1B}P${sequence.slice(start, start + screenChunk)}\u{1B}\\`);
	}

	return chunks.join('');
};

export const characterCount = (text: string): string => {
	const {length} = [...text];
	return `${length} ${length === 1 ? 'character' : 'characters'}`;
};

/**
Copies a text by OSC 52 (xterm's control sequences, "Manipulate Selection Data"): the terminal itself puts it into the clipboard of the machine
where the person sits, so it works over SSH. Whether it did cannot be asked.
*/
export const copyText = (text: string, multiplexer: Capabilities['multiplexer']): Copied => {
	const bytes = Buffer.from(text);
	if (bytes.length > byteLimit) {
		return {isCopied: false, message: `${bytes.length} bytes are too long for the clipboard; at most ${byteLimit} go by OSC 52`};
	}

	const base64 = bytes.toString('base64');
	// BEL ends it, because screen would take ST for the end of its own frame.
	const plain = `\u{1B}]52;c;${base64}\u{7}`;
	const sequence = {none: (whole: string) => whole, tmux: throughTmux, screen: throughScreen}[multiplexer](plain);
	const through = multiplexer === 'none' ? '' : ` through ${multiplexer}`;
	return {isCopied: true, sequence, message: `${characterCount(text)} by OSC 52${through}`};
};
