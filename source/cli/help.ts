import {
	configEntry,
	flaggedSettings,
	settingsCatalogue,
	tokenVariable,
} from '../settings/catalogue.js';
import type {SettingName} from '../settings/settings.js';
import {commands} from './commands.js';

const width = 80;

const wrap = (text: string, indent: number): string => {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && indent + line.length + 1 + word.length > width) {
			lines.push(line);
			line = word;
		} else {
			line = line === '' ? word : `${line} ${word}`;
		}
	}

	return [...lines, line].join(`\n${' '.repeat(indent)}`);
};

const row = (left: string, text: string, column: number): string => `  ${left.padEnd(column)}  ${wrap(text, column + 4)}`;

const flagRows = (): readonly string[] => {
	const flags = flaggedSettings.map(entry => {
		const argument = entry.takes === 'optional' ? `[=${entry.argument!}]` : (entry.takes === 'value' ? ` ${entry.argument!}` : '');
		return {left: `${entry.flag}${argument}`, help: entry.help};
	});
	const rows = [
		...flags,
		{left: `${configEntry.flag} ${configEntry.argument}`, help: configEntry.help},
		{left: '--help', help: 'print this text'},
		{left: '--version', help: 'print the version'},
	];
	const column = Math.max(...rows.map(({left}) => left.length));
	return rows.map(({left, help}) => row(left, help, column));
};

const commandRows = (): readonly string[] => {
	const rows = commands.map(({name, usage, help}) => ({left: `${name} ${usage}`.trim(), help}));
	const column = Math.max(...rows.map(({left}) => left.length));
	return rows.map(({left, help}) => row(left, help, column));
};

/**
Where a variable says something else than its flag.
*/
const otherWords: Readonly<Partial<Record<SettingName, string>>> = {
	subscriptions: 'ids or names, with commas between them',
	color: 'on or off',
};

const variableRows = (): readonly string[] => {
	const rows = [
		...settingsCatalogue.map(entry => ({left: entry.variable, help: otherWords[entry.name] ?? (entry.flag === undefined ? entry.help : `as ${entry.flag}`)})),
		{left: configEntry.variable, help: `as ${configEntry.flag}`},
		{left: tokenVariable, help: 'the bearer token of --auth token'},
	];
	const column = Math.max(...rows.map(({left}) => left.length));
	return rows.map(({left, help}) => row(left, help, column));
};

/**
The whole help text, at most 80 columns wide.
*/
export const helpText = (description: string): string => `${description}

Usage
  crowsnest [--flag ...]
  crowsnest COMMAND

  In a terminal: the dashboard. In a pipe or CI: one plain-text summary.

Commands
${commandRows().join('\n')}

Flags
${flagRows().join('\n')}

Variables (a flag goes before its variable, a variable before the config file)
${variableRows().join('\n')}

Config file
  $XDG_CONFIG_HOME/crowsnest/config.yaml (~/.config/crowsnest/config.yaml), one
  setting a line:
    ${wrap(settingsCatalogue.map(entry => entry.name).join(', '), 4)}

Exit codes
  0  quit, or the summary was printed
  1  nothing could be read: sign-in, network or Azure
  2  a command, flag, variable, config file, profile or decisions file is wrong

Examples
  crowsnest --demo
  crowsnest --subscription shop-production --subscription shop-staging
  crowsnest --management-group platform --auth azure-cli --interval 2m
  crowsnest --cloud us-government --auth managed-identity
  crowsnest --tenant contoso.onmicrosoft.com | tee posture.txt
  crowsnest checks aks-local-accounts-enabled
  crowsnest decisions check --decisions crowsnest.decisions.yaml
  crowsnest prices > crowsnest.prices.yaml
`;
