import {useInput, usePaste, type Key} from 'ink';
import {useLayoutEffect, useReducer, useRef} from 'react';
import {actionFor, chordOf} from './keymap.js';

/**
More than this many characters at once is no hand: it is a paste into a terminal that does not mark pastes, or rubbish.
*/
const mostKeysAtOnce = 8;

/**
Text that follows such a burst within so many milliseconds is its tail: the line hands over a long one in parts.
*/
const tailWithin = 50;

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

type Press = {readonly input: string; readonly chord: string | undefined};

const namedCharacters: Readonly<Record<string, string>> = {' ': 'space', '\r': 'enter', '\t': 'tab'};

const isText = (input: string, key: Key): boolean => !key.ctrl && !key.meta && !/^\p{Control}$/v.test(input);

/**
What was pressed: one key, or the single keys that a slow line handed over at once where a hand can have pressed them.
*/
const pressesOf = (input: string, key: Key): readonly Press[] => {
	const characters = [...input];
	return key.meta || key.ctrl || characters.length < 2 || input.includes('\u{1B}')
		? [{input: isText(input, key) ? input : '', chord: chordOf(input, key)}]
		: characters.map(character => {
			const chord = namedCharacters[character] ?? character;
			return {input: chord === character || chord === 'space' ? character : '', chord};
		});
};

/**
A held key that is slow to draw: its steps may be taken together, so that it stops when the hand does.
*/
const isSameStep = (one: Press, other: Press | undefined): boolean =>
	one.chord !== undefined && one.chord === other?.chord && actionFor(one.chord, 'table')?.startsWith('move-') === true;

/**
Reads the keyboard in one place. A paste never acts as keys, and neither does what a terminal sends of itself.

Keys that come together are taken one after the other, each drawn before the next: what `:` opens gets the letters that
follow, and Enter opens the row that the arrow before it went to.
*/
export const useScreenKeys = (handlers: KeyHandlers): void => {
	const latest = useRef(handlers);
	latest.current = handlers;
	const waiting = useRef<Press[]>([]);
	const isBusy = useRef(false);
	const burstAt = useRef(-Infinity);
	const [taken, countTaken] = useReducer((count: number) => count + 1, 0);

	const give = ({input, chord}: Press): void => {
		if (latest.current.isTyping()) {
			latest.current.onTyped(input, chord);
		} else if (chord !== undefined) {
			latest.current.onChord(chord);
		}
	};

	const takeNext = (): void => {
		const press = waiting.current.shift();
		if (press === undefined) {
			isBusy.current = false;
			return;
		}

		give(press);
		while (isSameStep(press, waiting.current[0])) {
			give(waiting.current.shift()!);
		}

		// Drawn with what the key changed; the effect below goes on from there.
		countTaken();
	};

	useLayoutEffect(() => {
		if (isBusy.current) {
			setImmediate(takeNext);
		}
		// eslint-disable-next-line react-hooks/exhaustive-deps -- once for each key that waited
	}, [taken]);

	const isOfBurst = (input: string, key: Key): boolean => {
		const now = performance.now();
		const isBurst = [...input].length > mostKeysAtOnce || (isText(input, key) && input !== '' && now - burstAt.current < tailWithin);
		if (isBurst) {
			burstAt.current = now;
		}

		return isBurst;
	};

	useInput((input, key) => {
		// A terminal that was left in the kitty protocol also tells when a key is let go.
		if (key.eventType === 'release') {
			return;
		}

		if (latest.current.isTyping() && waiting.current.length === 0) {
			waiting.current.push({input: isText(input, key) ? input : '', chord: chordOf(input, key)});
		} else if (!isOfBurst(input, key)) {
			waiting.current.push(...pressesOf(input, key));
		}

		const [first] = waiting.current;
		if (first === undefined || isBusy.current) {
			return;
		}

		isBusy.current = true;
		waiting.current.shift();
		give(first);
		// Ink draws what this key changed before the event loop comes round.
		setImmediate(takeNext);
	});
	usePaste(text => {
		if (latest.current.isTyping()) {
			latest.current.onPaste(text);
		}
	});
};
