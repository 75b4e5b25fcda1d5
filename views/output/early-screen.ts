import type {Size} from './stage.js';

/**
The screen as the front file left it: taken from the shell, with the early frame on it, before the program itself was loaded.
*/
export type EarlyScreen = {
	readonly size: Size;
	readonly lines: readonly string[];
	/**
	Takes away what the front file does when the program ends: from now on somebody else gives the terminal back.
	*/
	readonly release: () => void;
};

// The front file and the program are bundled apart: a module's variable would exist twice.
const slot = Symbol.for('crowsnest.early-screen');

const slots = globalThis as {[slot]?: EarlyScreen | undefined};

export const offerEarlyScreen = (screen: EarlyScreen | undefined): void => {
	slots[slot] = screen;
};

/**
Takes the early screen over, once.
*/
export const takeEarlyScreen = (): EarlyScreen | undefined => {
	const screen = slots[slot];
	slots[slot] = undefined;
	screen?.release();
	return screen;
};
