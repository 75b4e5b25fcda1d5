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
		: characters.map(character => namedCharacters[character] ?? character);
};

/**
Reads the keyboard in one place. A paste never acts as keys, and neither does what a terminal sends of itself.
*/
export const useScreenKeys = (handlers: KeyHandlers): void => {
	const latest = useRef(handlers);
	latest.current = handlers;
	useInput((input, key) => {
		const chord = chordOf(input, key);
		if (handlers.isTyping()) {
			handlers.onTyped(input, chord);
			return;
		}

		if (chord !== undefined) {
			handlers.onChord(chord);
			return;
		}

		// One after the other, each drawn before the next: Enter opens what was drawn.
		for (const single of keysTogether(input, key)) {
			setImmediate(() => {
				if (!latest.current.isTyping()) {
					latest.current.onChord(single);
				}
			});
		}
	});
	usePaste(text => {
		if (handlers.isTyping()) {
			handlers.onPaste(text);
		}
	});
};
