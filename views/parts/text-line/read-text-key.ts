import type {TextLineAction} from './state.js';

/**
The rest of an escape sequence whose ESC was already taken off: mouse reports, unknown function keys, answers of the terminal.
*/
// eslint-disable-next-line regexp/no-obscure-range
const sequenceRest = /^(?:\[[\d;<=>?]+[ -\/]*[@-~]|\[[A-Z]|O[P-S])$/v;

const actions: Readonly<Record<string, TextLineAction>> = {
	backspace: {type: 'backspace'},
	'ctrl-h': {type: 'backspace'},
	delete: {type: 'delete'},
	'ctrl-d': {type: 'delete'},
	'ctrl-w': {type: 'delete-word'},
	'ctrl-u': {type: 'clear'},
	left: {type: 'move-left'},
	'ctrl-b': {type: 'move-left'},
	right: {type: 'move-right'},
	'ctrl-f': {type: 'move-right'},
	home: {type: 'move-to-start'},
	'ctrl-a': {type: 'move-to-start'},
	end: {type: 'move-to-end'},
	'ctrl-e': {type: 'move-to-end'},
};

/**
Keys that belong to whoever holds the line. Ctrl-c and ctrl-z are never text.
*/
const othersKeys = new Set(['esc', 'enter', 'tab', 'up', 'down', 'ctrl-c', 'ctrl-z']);

/**
What a key does to a line that is being typed.

@param text What was typed or pasted; empty for a key that is no text.
@param chord The name of a key that is no text, as `chordOf` gives it.
@returns The action; `none` for what the line swallows (rubbish, keys without a meaning here); `undefined` for a key of others.
*/
export const readTextKey = (text: string, chord?: string): TextLineAction | 'none' | undefined => {
	if (chord !== undefined && othersKeys.has(chord)) {
		return undefined;
	}

	if (text !== '') {
		return sequenceRest.test(text) ? 'none' : {type: 'insert', text};
	}

	return actions[chord ?? ''] ?? 'none';
};
