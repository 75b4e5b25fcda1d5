import {useInput, usePaste, type Key} from 'ink';
import {useRef} from 'react';
import {chordOf} from './keymap.js';

/**
More than this many characters at once is no hand: it is a paste into a terminal that does not mark pastes, or rubbish.
*/
const mostKeysAtOnce = 8;

/**
Who gets what comes from the keyboard.
*/
export type KeyHandlers = {
	/**
	True while a line is being typed: it owns every key then.
	*/
	readonly isTyping: () => boolean;
	readonly onChord: (chord: string) => void;
	readonly onTyped: (input: string, chord: string | undefined) => void;
	readonly onPaste: (text: string) => void;
};

const namedCharacters: Readonly<Record<string, string>> = {' ': 'space', '\r': 'enter', '\t': 'tab'};

/**
Single keys of an input that a slow line handed over at once; none where it cannot be a hand's.
*/
const keysTogether = (input: string, key: Key): readonly string[] => {
	const characters = [...input];
	return key.meta || key.ctrl || characters.length < 2 || characters.length > mostKeysAtOnce || input.includes('\u{1B}')
		? []
		: characters;
};

const isText = (input: string, key: Key): boolean => !key.ctrl && !key.meta && !/^\p{Control}$/v.test(input);

/**
Reads the keyboard in one place. A paste never acts as keys, and neither does what a terminal sends of itself.
*/
export const useScreenKeys = (handlers: KeyHandlers): void => {
	const latest = useRef(handlers);
	latest.current = handlers;
	const waiting = useRef<string[]>([]);

	/**
	One key after the other, each drawn before the next: what `:` opens gets the letters that follow, Enter opens what was drawn.
	*/
	const takeNext = (): void => {
		const character = waiting.current.shift();
		if (character === undefined) {
			return;
		}

		const chord = namedCharacters[character] ?? character;
		if (latest.current.isTyping()) {
			latest.current.onTyped(chord === character || chord === 'space' ? character : '', chord);
		} else {
			latest.current.onChord(chord);
		}

		setImmediate(takeNext);
	};

	useInput((input, key) => {
		const chord = chordOf(input, key);
		const together = keysTogether(input, key);
		if (together.length > 0 && !handlers.isTyping()) {
			waiting.current.push(...together);
			setImmediate(takeNext);
		} else if (handlers.isTyping()) {
			handlers.onTyped(isText(input, key) ? input : '', chord);
		} else if (chord !== undefined) {
			handlers.onChord(chord);
		}
	});
	usePaste(text => {
		if (handlers.isTyping()) {
			handlers.onPaste(text);
		}
	});
};
