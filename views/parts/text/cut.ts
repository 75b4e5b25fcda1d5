import {cellWidth, clustersOf, isSimple} from './cells.js';

/**
The longest beginning of a text that takes no more than `width` cells. A character of two cells is never split.
*/
export const headOf = (text: string, width: number): string => {
	if (isSimple(text)) {
		return text.slice(0, Math.max(0, width));
	}

	let head = '';
	let used = 0;
	for (const cluster of clustersOf(text)) {
		used += cluster.width;
		if (used > width) {
			break;
		}

		head += cluster.text;
	}

	return head;
};

/**
Cuts a text to at most `width` cells; where something was cut, `ellipsis` stands at the end. Never splits a wide character.
*/
export const cut = (text: string, width: number, ellipsis: string): string => {
	if (cellWidth(text) <= width) {
		return headOf(text, width);
	}

	const room = width - cellWidth(ellipsis);
	return room < 0 ? headOf(text, width) : headOf(text, room) + ellipsis;
};
