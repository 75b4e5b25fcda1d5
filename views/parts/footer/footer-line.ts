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

type Hint = {readonly key: string; readonly word: string};

const lengthOf = ({key, word}: Hint): number => key.length + 1 + word.length + 2;

const drawHint = ({key, word}: Hint, behind: string): readonly Segment[] => [{text: key, bold: true}, {text: ` ${word}${behind}`, tone: 'dim'}];

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
	const hints = (message === undefined ? hintsFor(context) : []).map(({chord, word}) => ({key: showChord(chord, isAscii), word}));
	// The way to every other key is not the one that gives way.
	const help = hints.find(({word}) => word === 'help');
	const kept = help === undefined ? 0 : lengthOf(help);
	const others = hints.filter(hint => hint !== help);
	for (const hint of others) {
		// The blanks behind the last need no room.
		if (used + lengthOf(hint) + kept - 2 > end) {
			break;
		}

		left.push(...drawHint(hint, '  '));
		used += lengthOf(hint);
	}

	if (help && used + kept - 2 <= end) {
		left.push(...drawHint(help, ''));
		used += kept - 2;
	}

	return shown === undefined ? left : [...left, {text: ' '.repeat(Math.max(0, end - used))}, {text: shown, tone: 'accent'}];
};
