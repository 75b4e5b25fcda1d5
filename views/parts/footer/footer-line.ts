import {hintsFor, showChord, type KeyContext} from '../../keymap.js';
import type {Line, Segment} from '../../theme.js';
import {cellWidth} from '../text/cells.js';
import {cut} from '../text/cut.js';

/**
Cells that hints keep.
*/
const leastHints = 40;

/**
Cells in which a note still says something.
*/
const leastNote = 24;

/**
The bottom line: what just happened, else the keys that matter here, as many as there is room for.
*/
export const footerLine = ({context, message, note, width, isAscii}: {
	readonly context: KeyContext;
	readonly message: string | undefined;
	/**
	What is worth more room than the last of the hints: why the score has just moved.
	*/
	readonly note?: string | undefined;
	readonly width: number;
	readonly isAscii: boolean;
}): Line => {
	const left: Segment[] = [{text: ` ${message ?? ''}`, tone: 'accent'}];
	// What was just told stays, and so do the first hints, whatever else there is to say.
	const room = width - (message === undefined ? leastHints : cellWidth(message) + 3);
	const shown = note === undefined || room < leastNote ? undefined : cut(note, room - 1, isAscii ? '~' : '…');
	const end = shown === undefined ? width : width - cellWidth(shown) - 1;
	let used = message === undefined ? 1 : cellWidth(message) + 1;
	for (const {chord, word} of message === undefined ? hintsFor(context) : []) {
		const key = showChord(chord, isAscii);
		const length = key.length + 1 + word.length + 2;
		// The blanks behind the last need no room.
		if (used + length - 2 > end) {
			break;
		}

		left.push({text: key, bold: true}, {text: ` ${word}${used + length > end ? '' : '  '}`, tone: 'dim'});
		used += length;
	}

	return shown === undefined ? left : [...left, {text: ' '.repeat(Math.max(0, end - used))}, {text: shown, tone: 'accent'}];
};
