import {createContext, useContext} from 'react';
import type {CopyOutcome} from '../source/terminal/create-copier.js';
import type {Saved} from '../source/terminal/save-file.js';
import type {Theme} from './theme.js';

/**
What the screen may ask of the world outside it; given by `run.tsx`, replaced in tests.
*/
export type Tools = {
	readonly theme: Theme;
	readonly isAscii: boolean;
	/**
	Base URL of the cloud's portal.
	*/
	readonly portal: string;
	/**
	Copies a text to the person's clipboard; tells what went where, or why not, at once or when it is known.
	*/
	readonly copy: (text: string) => CopyOutcome;
	/**
	Opens a link in a browser where there is one, else copies it; tells which.
	*/
	readonly openLink: (url: string) => CopyOutcome;
	/**
	Writes a text into a new file in the current folder: name without what makes it free, extension, text.
	*/
	readonly save: (name: string, extension: string, text: string) => Promise<Saved>;
	/**
	Leaves for the shell until `fg`.
	*/
	readonly suspend: () => void;
	readonly quit: () => void;
	/**
	Milliseconds since 1970.
	*/
	readonly now: () => number;
	/**
	Calls back after so many milliseconds unless it is cancelled; keeps no program alive.
	*/
	readonly later: (milliseconds: number, callback: () => void) => () => void;
};

export const ToolsContext = createContext<Tools | undefined>(undefined);

export const useTools = (): Tools => {
	const tools = useContext(ToolsContext);
	if (!tools) {
		throw new Error('useTools needs a ToolsContext around it');
	}

	return tools;
};
