import type {Key} from 'ink';
import {actionFor, chordOf} from './keymap.js';

/**
One key, or in a line that is being typed the text that came at once, or a paste.
*/
export type Press = {readonly input: string; readonly chord: string | undefined; readonly isPaste?: true};

/**
What came from the keyboard and waits to be taken.
*/
export type KeyQueue = {
	/**
	@param at Milliseconds of a clock that only goes forward.
	*/
	readonly push: (input: string, key: Key, at: number) => void;
	readonly pushPaste: (text: string, at: number) => void;
	/**
	Takes what comes next; nothing where all is taken.

	@param isTyping Whether a line is being typed now: it takes text whole.
	*/
	readonly take: (isTyping: boolean) => Press | undefined;
	/**
	Takes the next key only if it is this one.
	*/
	readonly takeSame: (chord: string) => Press | undefined;
};

/**
More than this many keys at once are no hand: they are a paste into a terminal that does not mark pastes, or rubbish.
*/
const mostKeysAtOnce = 8;

/**
So many keys may come before the one that opens a line in a longer burst: scheme and drive of a pasted address are no keys.
*/
const mostKeysBeforeLine = 2;

/**
Text that follows a burst within so many milliseconds is its tail: the line hands over a long one in parts.
*/
const tailWithin = 50;

/**
Text with keys in it, as a slow line or a script hands it over; it is taken apart only when it is its turn, because what
comes before decides what is a key in it.
*/
type Text = {readonly type: 'text'; rest: string; readonly at: number};

type Item = Text | {readonly type: 'press'; readonly press: Press; readonly at: number};

const namedCharacters: Readonly<Record<string, string>> = {
	' ': 'space', '\r': 'enter', '\t': 'tab', '\0': 'ctrl-space', '\u{1C}': 'ctrl-\\',
};

const letterOfControl = 96;

/**
A key among text. A line feed is none: a terminal sends a carriage return for Enter, and a pasted text may hold one.
*/
const keyCharacter = /[\p{Control}--\n]/v;

const letterOf = (control: string): string | undefined => {
	const code = control.codePointAt(0)!;
	return code > 0 && code <= 26 ? `ctrl-${String.fromCodePoint(code + letterOfControl)}` : undefined;
};

const pressOf = (character: string): Press => {
	const isControl = /^\p{Control}$/v.test(character);
	const chord = namedCharacters[character] ?? (isControl ? letterOf(character) : character);
	return {input: isControl ? '' : character, chord};
};

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0)!);

const opensLine = (character: string): boolean => {
	const action = actionFor(character, 'table');
	return action === 'go-to' || action === 'filter';
};

const isText = (input: string, key: Key): boolean => !key.ctrl && !key.meta && !/^\p{Control}$/v.test(input);

/**
Takes what came apart, key by key. A line that is open gets text whole, up to the next key in it; what is no line's is taken
one key at a time, and is dropped where no hand can have typed it: a burst that is longer than a few keys and does not begin by opening a line.
*/
export const createKeyQueue = (): KeyQueue => {
	const items: Item[] = [];
	let burstAt = -Infinity;
	let enteredAt = -Infinity;
	let isAfterText = false;

	const isBurst = ({rest, at}: Text): boolean => {
		if (at - burstAt < tailWithin) {
			return true;
		}

		// A character is at most two units.
		const characters = [...rest.slice(0, 2 * (mostKeysAtOnce + 1))];
		if (characters.length <= mostKeysAtOnce) {
			return false;
		}

		const opening = characters.findIndex(character => opensLine(character));
		// Who has just entered a line has typed what follows, too.
		const isTyped = at - enteredAt < tailWithin;
		return opening === -1 || opening > (isTyped ? mostKeysAtOnce : mostKeysBeforeLine);
	};

	const cut = (text: Text, length: number): string => {
		const cutOff = text.rest.slice(0, length);
		text.rest = text.rest.slice(length);
		return cutOff;
	};

	const takeKey = (text: Text): Press => pressOf(cut(text, firstOf(text.rest).length));

	const takeRun = (text: Text): Press => {
		const end = text.rest.search(keyCharacter);
		if (end === 0) {
			return takeKey(text);
		}

		const input = cut(text, end === -1 ? text.rest.length : end);
		return firstOf(input) === input ? pressOf(input) : {input, chord: undefined};
	};

	/**
	What is at the front, without what no hand can have typed.
	*/
	const front = (isTyping: boolean): Item | undefined => {
		for (;;) {
			const [item] = items;
			if (item?.type !== 'text') {
				return item;
			}

			if (!isTyping && item.rest !== '' && isBurst(item)) {
				burstAt = item.at;
				item.rest = '';
			}

			if (item.rest !== '') {
				return item;
			}

			items.shift();
		}
	};

	const take = (isTyping: boolean): Press | undefined => {
		const item = front(isTyping);
		if (item === undefined) {
			return undefined;
		}

		let press: Press;
		if (item.type === 'text') {
			press = isTyping ? takeRun(item) : takeKey(item);
		} else {
			({press} = item);
			items.shift();
		}

		if (isTyping && press.chord === 'enter') {
			enteredAt = item.at;
		}

		return press;
	};

	return {
		push(input, key, at) {
			const isPlain = isText(input, key);
			if (input !== '' && isPlain && !input.includes('\u{1B}')) {
				items.push({type: 'text', rest: input, at});
			} else if (isAfterText && key.meta && (key.return || [...input].length === 1)) {
				// No hand presses alt within the burst of a text: it is Esc, and what follows it.
				items.push({type: 'press', press: {input: '', chord: 'esc'}, at}, {type: 'text', rest: key.return ? '\r' : input, at});
			} else {
				items.push({type: 'press', press: {input: isPlain ? input : '', chord: chordOf(input, key)}, at});
			}

			isAfterText = isPlain;
			queueMicrotask(() => {
				isAfterText = false;
			});
		},
		pushPaste(text, at) {
			items.push({type: 'press', press: {input: text, chord: undefined, isPaste: true}, at});
		},
		take,
		takeSame(chord) {
			const item = front(false);
			const next = item?.type === 'text' ? pressOf(firstOf(item.rest)) : item?.press;
			return next?.chord === chord ? take(false) : undefined;
		},
	};
};
