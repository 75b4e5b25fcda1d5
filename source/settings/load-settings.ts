import path from 'node:path';
import {knownClouds} from '../azure/cloud.js';
import {UsageError} from '../model/usage-error.js';
import {didYouMean, nearest} from '../terminal/nearest.js';
import {sanitize} from '../terminal/sanitize.js';
import {settingsCatalogue, variableNames, type SettingEntry} from './catalogue.js';
import {openConfigFile} from './open-config-file.js';
import {originLabel} from './origin-label.js';
import {settingsSchema} from './schema.js';
import type {SettingsInput} from './settings-input.js';
import type {
	Origin,
	SettingName,
	Settings,
	SettingValues,
} from './settings.js';

const defaults: SettingValues = {
	demo: 'off',
	seed: 1,
	subscriptions: [],
	managementGroup: undefined,
	tenant: undefined,
	cloud: 'public',
	auth: 'auto',
	interval: 60,
	color: true,
	ascii: false,
	clipboard: 'auto',
	decisions: undefined,
	prices: undefined,
	requiredTags: [],
	requireFips: false,
	encryptionKeys: 'any',
	inside: false,
	localAccounts: false,
	kubeconfig: undefined,
	context: undefined,
	allowExec: [],
	runCommand: false,
	insideConcurrency: 8,
	graph: false,
	images: false,
	approvedRegistries: [],
	requireSignatures: false,
	logFile: undefined,
	debug: false,
};

type Given = {
	readonly value: unknown;
	readonly origin: Origin;
};

const readFileSettings = async (text: string, file: string) => {
	// The YAML parser is loaded only where there is a file.
	const {readConfigFile} = await import('./read-config-file.js');
	return readConfigFile(text, file);
};

/**
A service named crowsnest in a Kubernetes namespace sets `CROWSNEST_PORT` and the like, so only a slip of the hand is an error.
*/
const misspeltVariables = (env: SettingsInput['env']): readonly string[] => Object.keys(env)
	.filter(name => name.startsWith('CROWSNEST_') && !variableNames.includes(name) && nearest(name, variableNames) !== undefined && !/_(?:HOST|PORT|ADDR|PROTO|TCP|UDP)$/v.test(name))
	.map(name => `${sanitize(name)}: there is no such variable.${didYouMean(name, variableNames)}`);

const givenByEnvironment = (entry: SettingEntry, env: SettingsInput['env']): Given | undefined => {
	const text = env[entry.variable];
	if (text !== undefined && text !== '') {
		return {value: text, origin: {from: 'variable', name: entry.variable}};
	}

	// The convention of no-color.org: any value but the empty one.
	return entry.name === 'color' && (env.NO_COLOR ?? '') !== '' ? {value: false, origin: {from: 'variable', name: 'NO_COLOR'}} : undefined;
};

/**
A path in the config file is meant from where that file is, not from where the person happens to stand.
*/
const fromFolder = (name: SettingName, value: unknown, origin: Origin): unknown => {
	const isPath = ['logFile', 'decisions', 'prices', 'kubeconfig'].includes(name) || (name === 'cloud' && !Object.hasOwn(knownClouds, String(value)));
	return isPath && origin.from === 'file' && /[.\/\\]/v.test(String(value)) ? path.resolve(path.dirname(origin.path), String(value)) : value;
};

/**
Joins flags, variables, config file and defaults, in this order, into one validated object.

@param input Flags as typed, the environment, how to read a file, and the home folder.
@returns The settings, and where each came from.
@throws UsageError with one sentence for each thing that is wrong, in all of the three places.
*/
export const loadSettings = async (input: SettingsInput): Promise<Settings> => {
	const {flags, env} = input;
	const problems: string[] = [...misspeltVariables(env)];
	const opened = openConfigFile(input);
	const file = opened.path === undefined || opened.problem !== undefined ? undefined : await readFileSettings(opened.text, opened.path);
	problems.push(...(opened.problem === undefined ? [] : [opened.problem]), ...(file?.problems ?? []));

	const values: Record<string, unknown> = {...defaults};
	const origin: Partial<Record<SettingName, Origin>> = {};
	for (const entry of settingsCatalogue) {
		const inFile = file?.values.get(entry.name);
		const places: ReadonlyArray<Given | undefined> = [
			entry.flag === undefined || flags[entry.name] === undefined ? undefined : {value: flags[entry.name], origin: {from: 'flag', name: entry.flag}},
			givenByEnvironment(entry, env),
			inFile === undefined ? undefined : {value: inFile.value, origin: {from: 'file', path: opened.path!, line: inFile.line}},
		];
		origin[entry.name] = {from: 'default'};
		// All places are read, also those that another one overrules: what is wrong there would surprise later.
		for (const given of places.filter(place => place !== undefined).toReversed()) {
			const result = settingsSchema[entry.name].safeParse(given.value);
			if (result.success) {
				values[entry.name] = fromFolder(entry.name, result.data, given.origin);
				origin[entry.name] = given.origin;
			} else {
				problems.push(`${originLabel(given.origin)}: ${result.error.issues[0]!.message}`);
			}
		}
	}

	for (const name of ['context', 'allowExec'] as const) {
		if (origin[name]!.from !== 'default' && values.kubeconfig === undefined) {
			problems.push(`${originLabel(origin[name]!)}: it speaks of a kubeconfig; name one with --kubeconfig FILE.`);
		}
	}

	if (problems.length > 0) {
		throw new UsageError(problems);
	}

	return {...(values as SettingValues), configFile: opened.path, origin: origin as Record<SettingName, Origin>};
};
