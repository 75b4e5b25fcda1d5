import test from 'ava';
import {commands} from '../../source/cli/commands.js';
import {helpText} from '../../source/cli/help.js';
import {
	configEntry,
	flaggedSettings,
	flagNames,
	settingsCatalogue,
	variableNames,
} from '../../source/settings/catalogue.js';
import {settingsSchema} from '../../source/settings/schema.js';
import {authMethods} from '../../source/settings/settings.js';

const help = helpText('A dashboard');

test('help names every flag and every variable, and no other', t => {
	const rows = help.matchAll(/^ {2}(?<flag>--[\-a-z]+)/gmv).map(match => match.groups!.flag).toArray();
	t.deepEqual(new Set(rows), new Set(flagNames));
	t.is(rows.length, flagNames.length);
	const variables = new Set(help.match(/CROWSNEST_[A-Z_]+/gv));
	t.deepEqual(variables, new Set(variableNames));
});

test('catalogue and schema know the same settings', t => {
	t.deepEqual(settingsCatalogue.map(({name}) => name).toSorted(), Object.keys(settingsSchema).toSorted());
});

test('the flags are those of the specification', t => {
	const usage = flaggedSettings.map(({flag, argument, takes, isRepeatable}) =>
		`[${flag}${takes === 'optional' ? `[=${argument!}]` : (argument === undefined ? '' : ` ${argument}`)}]${isRepeatable === true ? '...' : ''}`);
	t.deepEqual([...usage, `[${configEntry.flag} ${configEntry.argument}]`].toSorted(), [
		'[--demo[=N]]',
		'[--seed S]',
		'[--subscription ID|NAME]...',
		'[--management-group ID]',
		'[--tenant ID]',
		'[--cloud NAME|FILE]',
		'[--auth METHOD]',
		'[--interval S]',
		'[--config FILE]',
		'[--no-color]',
		'[--ascii]',
		'[--decisions FILE]',
		'[--prices FILE]',
		'[--graph]',
		'[--inside]',
		'[--local-accounts]',
		'[--kubeconfig FILE]',
		'[--context NAME]',
		'[--allow-exec COMMAND]...',
		'[--images]',
		'[--run-command]',
		'[--log-file FILE]',
		'[--debug]',
	].toSorted());
});

test('what has no flag is explained at its variable', t => {
	t.regex(help, /^ {2}CROWSNEST_CLIPBOARD +how c copies: auto, native, osc52, screen/mv);
	t.notRegex(help, /undefined|--clipboard/v);
});

test('help names every command, with what follows it', t => {
	const section = help.slice(help.indexOf('\nCommands\n'), help.indexOf('\nFlags\n'));
	t.true(commands.length > 0);
	for (const {name, usage} of commands) {
		t.true(section.includes(`\n  ${`${name} ${usage}`.trim()}  `), name);
	}
});

test('help names every way to sign in and every key of the config file, in 80 columns of plain text', t => {
	const words = new Set(help.split(/[\s,]+/v));
	t.true(authMethods.every(method => words.has(method)));
	t.true(settingsCatalogue.every(({name}) => words.has(name)));
	t.true(help.split('\n').every(line => line.length <= 80 && line === line.trimEnd() && !/\p{Control}/v.test(line)));
});
