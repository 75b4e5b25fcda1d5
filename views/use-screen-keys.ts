import {useInput, usePaste} from 'ink';
import {
	useLayoutEffect,
	useReducer,
	useRef,
	useState,
} from 'react';
import {createKeyQueue, type Press} from './key-queue.js';
import {actionFor} from './keymap.js';

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

/**
A held key that is slow to draw: its steps may be taken together, so that it stops when the hand does.
*/
const isStep = (chord: string): boolean => actionFor(chord, 'table')?.startsWith('move-') === true;

/**
Reads the keyboard in one place. A paste never acts as keys, and neither does what a terminal sends of itself.

Keys that come together are taken one after the other, each drawn before the next: what `:` opens gets the letters that
follow, and Enter opens the row that the arrow before it went to.
*/
export const useScreenKeys = (handlers: KeyHandlers): void => {
	const latest = useRef(handlers);
	latest.current = handlers;
	const [queue] = useState(createKeyQueue);
	const isBusy = useRef(false);
	const [taken, countTaken] = useReducer((count: number) => count + 1, 0);

	const give = ({input, chord, isPaste}: Press): void => {
		if (latest.current.isTyping()) {
			if (isPaste) {
				latest.current.onPaste(input);
			} else {
				latest.current.onTyped(input, chord);
			}

			return;
		}

		if (chord === undefined) {
			return;
		}

		latest.current.onChord(chord);
		while (isStep(chord) && queue.takeSame(chord)) {
			latest.current.onChord(chord);
		}
	};

	const takeNext = (): void => {
		const press = queue.take(latest.current.isTyping());
		if (press === undefined) {
			isBusy.current = false;
			return;
		}

		give(press);
		// Drawn with what the key changed; the effect below goes on from there.
		countTaken();
	};

	useLayoutEffect(() => {
		if (isBusy.current) {
			setImmediate(takeNext);
		}
		// eslint-disable-next-line react-hooks/exhaustive-deps -- once for each key that waited
	}, [taken]);

	const begin = (): void => {
		const first = isBusy.current ? undefined : queue.take(latest.current.isTyping());
		if (first === undefined) {
			return;
		}

		isBusy.current = true;
		give(first);
		// Ink draws what this key changed before the event loop comes round.
		setImmediate(takeNext);
	};

	useInput((input, key) => {
		// A terminal that was left in the kitty protocol also tells when a key is let go.
		if (key.eventType === 'release') {
			return;
		}

		queue.push(input, key, performance.now());
		begin();
	});
	usePaste(text => {
		queue.pushPaste(text, performance.now());
		begin();
	});
};
