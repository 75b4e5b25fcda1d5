import {shellWords} from './shell-words.js';

/**
The hint is written down again outside its command, so it may hold nothing that a shell acts on.
*/
const neededValue = /^"\$\{(?<name>[A-Z][0-9A-Z_]*):\?(?<hint>[^"$\\`\{\}]*)\}"$/v;

/**
The values in a command that only a person knows (`"${NAME:?hint}"`): hint by name.
*/
export const neededValues = (command: string): ReadonlyMap<string, string> => {
	const values = new Map<string, string>();
	for (const word of shellWords(command)) {
		const {name, hint} = neededValue.exec(word)?.groups ?? {};
		if (name !== undefined && hint !== undefined) {
			values.set(name, hint);
		}
	}

	return values;
};
