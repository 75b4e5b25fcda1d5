import {showChord, type Binding} from '../../keymap.js';

/**
One line of the help: keys as a person reads them.
*/
export type HelpEntry = {readonly keys: readonly string[]; readonly label: string; readonly group: string};

/**
The help of a table of keys.
*/
export const helpEntries = (bindings: readonly Binding[], isAscii: boolean): readonly HelpEntry[] =>
	bindings.map(({keys, label, group}) => ({keys: keys.map(key => showChord(key, isAscii)), label, group}));
