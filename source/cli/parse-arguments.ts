import {UsageError} from '../model/usage-error.js';
import {
	configEntry,
	flaggedSettings,
	flagNames,
	type FlaggedEntry,
} from '../settings/catalogue.js';
import type {RawFlags} from '../settings/settings-input.js';
import type {SettingName} from '../settings/settings.js';
import {nearest} from '../terminal/nearest.js';
import {sanitize} from '../terminal/sanitize.js';

type Flag = Pick<FlaggedEntry, 'flag' | 'takes' | 'argument' | 'says' | 'isRepeatable'> & {readonly name: SettingName | 'config'};

const flagList: readonly Flag[] = [...flaggedSettings, {...configEntry, name: 'config', takes: 'value'}];

/**
As meow names it: `--management-group` → `managementGroup`, `--no-color` → `color`.
*/
const camelName = ({flag}: Flag): string => flag
	.replace(/^--(?:no-)?/v, '')
	.replaceAll(/-(?<letter>[a-z])/gv, (_, letter: string) => letter.toUpperCase());

const unknownArgument = (argument: string, word: string): string => {
	const isFlag = argument.startsWith('-');
	const meant = nearest(isFlag ? word.replace(/^-*/v, '--') : `--${argument}`, flagNames);
	const wayOut = meant === undefined ? 'See crowsnest --help.' : `Did you mean ${meant}?`;
	return isFlag
		? `${sanitize(word, 60)}: there is no such flag. ${wayOut}`
		: `"${sanitize(argument, 60)}": a command is the first word, and what follows is flags only. ${wayOut}`;
};

/**
One flag with its value, which is the next argument where it must have one and no equals sign stands there.
*/
const withValue = ({flag, takes, says, argument}: Flag, value: string | undefined, next: () => string | undefined): {readonly problem: string; readonly text: string | undefined} => {
	if (takes === 'none') {
		return {problem: `${flag}: it takes no value; write ${flag} alone.`, text: value === undefined ? flag : undefined};
	}

	const given = value ?? (takes === 'optional' ? says : next());
	const isMissing = given === undefined || (value === undefined && given.startsWith('--'));
	return {problem: `${flag}: its value is missing; write ${flag} ${argument!}.`, text: isMissing ? undefined : `${flag}=${given}`};
};

/**
Joins each flag with its value (`--flag=value`), so that meow is left with no choice: an optional value never takes the
next argument, and a value may begin with a dash.
*/
const normalize = (argv: readonly string[]): readonly string[] => {
	const problems: string[] = [];
	const normal: string[] = [];
	const seen = new Set<string>();
	const rest = argv.values();
	let isAfterWrongFlag = false;
	for (const argument of rest) {
		const equals = argument.indexOf('=');
		const word = argument.startsWith('--') && equals > 0 ? argument.slice(0, equals) : argument;
		const flag = flagList.find(candidate => candidate.flag === word);
		const value = word === argument ? undefined : argument.slice(equals + 1);
		const isAgain = flag !== undefined && seen.has(word) && flag.isRepeatable !== true;
		// What stands behind a flag that is wrong was meant as its value, and is not another mistake.
		const isSkipped = !argument.startsWith('-') && isAfterWrongFlag;
		isAfterWrongFlag = value === undefined && argument.startsWith('-') && (flag === undefined || (isAgain && flag.takes === 'value'));
		seen.add(word);
		if (isSkipped) {
			continue;
		}

		if (flag === undefined) {
			problems.push(unknownArgument(argument, word));
		} else if (isAgain) {
			problems.push(`${word}: it may be given once only.`);
		} else {
			const {problem, text} = withValue(flag, value, () => rest.next().value);
			(text === undefined ? problems : normal).push(text ?? problem);
		}
	}

	if (problems.length > 0) {
		throw new UsageError(problems);
	}

	return normal;
};

const demoIs = '--demo=';

const meowFlags = Object.fromEntries(flagList.map(flag => [
	camelName(flag),
	{type: flag.takes === 'none' ? 'boolean' as const : 'string' as const, isMultiple: flag.isRepeatable ?? false},
]));

/**
Reads the command line with meow.

@param argv Without Node and the script; `--help` and `--version` are answered before.
@returns What was typed, by setting, not yet judged.
@throws UsageError with one sentence for each unknown flag, stray argument, missing or superfluous value.
*/
export const parseArguments = async (argv: readonly string[]): Promise<RawFlags> => {
	const normal = normalize(argv);
	if (normal.length === 0) {
		return {};
	}

	// The demo alone is what is shown to others, and leaves meow nothing to find out.
	const [only = ''] = normal;
	if (normal.length === 1 && only.startsWith(demoIs)) {
		return {demo: only.slice(demoIs.length)};
	}

	const {default: meow} = await import('meow');
	const {flags} = meow('', {
		importMeta: import.meta,
		argv: [...normal],
		pkg: {name: 'crowsnest'},
		flags: meowFlags,
		autoHelp: false,
		autoVersion: false,
		description: false,
		booleanDefault: undefined,
		allowUnknownFlags: false,
	});
	const raw: Partial<Record<SettingName | 'config', string | readonly string[]>> = {};
	for (const flag of flagList) {
		const value: unknown = flags[camelName(flag)];
		if (typeof value === 'string') {
			raw[flag.name] = value;
		} else if (typeof value === 'boolean') {
			raw[flag.name] = String(value);
		} else if (Array.isArray(value) && value.length > 0) {
			raw[flag.name] = value.map(String);
		}
	}

	return raw;
};
