import {clustersOf} from './cells.js';

// eslint-disable-next-line regexp/no-obscure-range
const asciiOnly = /^[ -~]*$/v;

/**
What stands for characters that our own words use.
*/
const known: Readonly<Record<string, string>> = {
	'…': '~', '·': '-', '×': 'x', '–': '-', '—': '-', '−': '-', '↺': '@', '→': '>', '←': '<', '↑': '^', '↓': 'v', '‘': '\'', '’': '\'', '“': '"', '”': '"', '█': '#', '▒': '=', '●': '*', '◦': 'o',
};

/**
A text for terminals that draw nothing but ASCII, with as many cells as before: letters lose their accents, and what has no
letter in ASCII is a question mark for each cell.
*/
export const toAscii = (text: string): string => {
	if (asciiOnly.test(text)) {
		return text;
	}

	let ascii = '';
	for (const {text: cluster, width} of clustersOf(text)) {
		const letter = cluster.normalize('NFKD').charAt(0);
		const shown = known[cluster] ?? (asciiOnly.test(letter) ? letter : '?');
		ascii += shown.padEnd(width, shown === '?' ? '?' : ' ');
	}

	return ascii;
};
