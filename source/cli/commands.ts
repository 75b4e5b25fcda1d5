import {UsageError} from '../model/usage-error.js';
import {nearest} from '../terminal/nearest.js';
import {sanitize} from '../terminal/sanitize.js';
import {flagNames} from '../settings/catalogue.js';
import type {Command} from './commands/command.js';

export type CommandEntry = {
	readonly name: string;
	/**
	What follows the name, for the help: `[ID] [--json]`.
	*/
	readonly usage: string;
	/**
	One line of the help.
	*/
	readonly help: string;
	/**
	Loads the command, and nothing else that a dashboard needs.
	*/
	readonly load: () => Promise<Command>;
};

/**
What crowsnest does instead of a dashboard or summary: each is one file in `commands/` and one entry here.
*/
export const commands: readonly CommandEntry[] = [
	{
		name: 'checks',
		usage: '[ID] [--json]',
		help: 'print the catalogue of checks, or one check in full; needs neither Azure nor a terminal',
		async load() {
			const {checksCommand} = await import('./commands/checks.js');
			return checksCommand;
		},
	},
	{
		name: 'decisions',
		usage: 'check [--decisions FILE]',
		help: 'print what is wrong in a decisions file, each fault with its line; exit code 2 if anything is',
		async load() {
			const {decisionsCommand} = await import('./commands/decisions.js');
			return decisionsCommand;
		},
	},
	{
		name: 'host',
		usage: 'FILE',
		help: 'tell whether the Windows machine that a JSON file describes can run containers; needs neither Azure nor a terminal',
		async load() {
			const {hostCommand} = await import('./commands/host.js');
			return hostCommand;
		},
	},
	{
		name: 'prices',
		usage: '',
		help: 'print the built-in prices as a file, to begin your own with',
		async load() {
			const {pricesCommand} = await import('./commands/prices.js');
			return pricesCommand;
		},
	},
];

/**
The command that a command line asks for: it is the first word.

@returns `undefined` where flags alone are given, or nothing.
@throws UsageError for a word that is no command.
*/
export const commandOf = (argv: readonly string[]): CommandEntry | undefined => {
	const [word] = argv;
	if (word === undefined || word.startsWith('-')) {
		return undefined;
	}

	const found = commands.find(({name}) => name === word);
	if (found === undefined) {
		const meant = nearest(word, commands.map(({name}) => name)) ?? nearest(`--${word}`, flagNames);
		throw new UsageError(`"${sanitize(word, 60)}": there is no such command. ${meant === undefined ? 'See crowsnest --help.' : `Did you mean ${meant}?`}`);
	}

	return found;
};
