import {hintsFor, showChord, type KeyContext} from '../../keymap.js';
import type {Line, Segment} from '../../theme.js';
import {cellWidth} from '../text/cells.js';
import {cut} from '../text/cut.js';

/**
Cells that hints keep.
*/
const leastHints = 40;

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
	if (message !== undefined) {
		return [{text: ` ${message}`, tone: 'accent'}];
	}

	const segments: Segment[] = [{text: ' '}];
	// The first hints stay, whatever there is to say.
	const room = Math.max(0, width - leastHints);
	const shown = note === undefined || room < leastHints ? undefined : cut(note, room, isAscii ? '~' : '…');
	const noteWidth = shown === undefined ? 0 : cellWidth(shown) + 3;
	let used = 1 + noteWidth;
	for (const {chord, word} of hintsFor(context)) {
		const key = showChord(chord, isAscii);
		const length = key.length + 1 + word.length + 2;
		// The blanks behind the last need no room.
		if (used + length - 2 > width) {
			break;
		}

		segments.push({text: key, bold: true}, {text: ` ${word}${used + length > width ? '' : '  '}`, tone: 'dim'});
		used += length;
	}

	return shown === undefined ? segments : [...segments, {text: ' '.repeat(Math.max(0, width - used)), tone: 'dim'}, {text: shown, tone: 'accent'}];
};
