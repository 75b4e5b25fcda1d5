import {render, usePaste} from 'ink';
import type {ReactNode} from 'react';
import type {Screen} from './screen.js';

/**
A pasted text is nobody's keys: Ink would give it to `useInput`, line feeds and all, where no view listens for pastes.
*/
const PastesAreNoKeys = ({children}: {readonly children: ReactNode}): ReactNode => {
	usePaste(() => {
		// Views that take text listen for themselves.
	});
	return children;
};

/**
Draws a view on the screen until it is taken away.

Ink draws at most 60 frames a second (at its 30, a held key lags by 50 ms). It may draw as many rows as the terminal has: it would clear the
terminal for a frame that is too tall or that fills a Windows console, but the stage drops those codes, cuts what is too tall, and never lets the last cell scroll.

`onEnd` is called after the last frame: with the error that a view threw, or without when a view called Ink's `exit`. Gives a function that takes the view away.
*/
export const mount = (view: ReactNode, screen: Screen, onEnd: (error?: unknown) => void): (() => void) => {
	const stdout = screen.stage as unknown as NodeJS.WriteStream;
	const instance = render(<PastesAreNoKeys>{view}</PastesAreNoKeys>, {
		stdin: screen.stdin,
		stdout,
		stderr: stdout,
		interactive: true,
		exitOnCtrlC: false,
		// The screen keeps console texts itself: Ink would draw its frame anew around each.
		patchConsole: false,
		incrementalRendering: false,
		maxFps: 60,
	});
	const waitForEnd = async (): Promise<void> => {
		try {
			await instance.waitUntilExit();
		} catch (error) {
			onEnd(error);
			return;
		}

		onEnd();
	};

	void waitForEnd();
	return () => {
		instance.unmount();
	};
};
