import {createContext, useContext} from 'react';
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
	Copies a text to the person's clipboard; gives a sentence that says what went where, or why not.
	*/
	readonly copy: (text: string) => string;
	/**
	Opens a link in a browser where there is one, else copies it; gives a sentence that says which.
	*/
	readonly openLink: (url: string) => string;
	/**
	Leaves for the shell until `fg`.
	*/
	readonly suspend: () => void;
	readonly quit: () => void;
	/**
	Milliseconds since 1970.
	*/
	readonly now: () => number;
};

export const ToolsContext = createContext<Tools | undefined>(undefined);

export const useTools = (): Tools => {
	const tools = useContext(ToolsContext);
	if (!tools) {
		throw new Error('useTools needs a ToolsContext around it');
	}

	return tools;
};
