import {hintsFor, showChord, type KeyContext} from '../../keymap.js';
import type {Line, Segment} from '../../theme.js';

/**
The bottom line: what just happened, else the keys that matter here, as many as there is room for.
*/
export const footerLine = ({context, message, width, isAscii}: {
	readonly context: KeyContext;
	readonly message: string | undefined;
	readonly width: number;
	readonly isAscii: boolean;
}): Line => {
	if (message !== undefined) {
		return [{text: ` ${message}`, tone: 'accent'}];
	}

	const segments: Segment[] = [{text: ' '}];
	let used = 1;
	for (const {chord, word} of hintsFor(context)) {
		const key = showChord(chord, isAscii);
		const length = key.length + 1 + word.length + 2;
		// The blanks behind the last need no room.
		if (used + length - 2 > width) {
			break;
		}

		segments.push({text: key, bold: true}, {text: ` ${word}  `, tone: 'dim'});
		used += length;
	}

	return segments;
};
