import stringWidth from 'string-width';
import {sanitize} from '../../terminal/sanitize.js';

export const columns = 100;

const cells = (text: string): number => stringWidth(text);

/**
Cuts a text to so many cells, with `…` where something is missing.
*/
export const fit = (text: string, width: number): string => {
	const clean = sanitize(text);
	if (cells(clean) <= width) {
		return clean;
	}

	let kept = '';
	let used = 1;
	for (const character of clean) {
		used += cells(character);
		if (used > width) {
			break;
		}

		kept += character;
	}

	return `${kept}…`;
};

/**
Fits a text and fills it with blanks to so many cells.
*/
export const pad = (text: string, width: number): string => {
	const fitted = fit(text, width);
	return fitted + ' '.repeat(Math.max(0, width - cells(fitted)));
};

/**
A text from outside as lines of at most 100 columns; the first begins with `head`, the others are indented as far.
At most `most` lines: nobody reads a reason of ten thousand letters in a summary.
*/
export const wrap = (head: string, text: string, most = 4): readonly string[] => {
	const indent = cells(head);
	const width = columns - indent;
	const lines: string[] = [];
	let line = '';
	const words = sanitize(text).split(' ').filter(part => part !== '');
	for (const word of words) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && cells(longer) > width) {
			lines.push(line);
			line = word;
		} else {
			line = longer;
		}
	}

	lines.push(line);
	const shown = lines.slice(0, most);
	if (lines.length > most) {
		shown[most - 1] = `${shown[most - 1]!} …`;
	}

	return shown.map((part, index) => `${index === 0 ? head : ' '.repeat(indent)}${fit(part, width)}`);
};
