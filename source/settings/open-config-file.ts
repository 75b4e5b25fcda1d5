import path from 'node:path';
import {sanitize} from '../terminal/sanitize.js';
import {configEntry} from './catalogue.js';
import type {SettingsInput} from './settings-input.js';

const fileInConfigFolder = ({env, home}: Pick<SettingsInput, 'env' | 'home'>, name: string): string => {
	const base = env.XDG_CONFIG_HOME;
	// The XDG Base Directory Specification: a relative path is to be ignored.
	return path.join(base !== undefined && path.isAbsolute(base) ? base : path.join(home, '.config'), 'crowsnest', name);
};

/**
Where accepted risks are looked for unless a setting names another file; none need be there.
*/
export const defaultDecisionsPath = (where: Pick<SettingsInput, 'env' | 'home'>): string => fileInConfigFolder(where, 'crowsnest.decisions.yaml');

/**
Where prices for estimates are looked for unless a setting names another file; none need be there.
*/
export const defaultPricesPath = (where: Pick<SettingsInput, 'env' | 'home'>): string => fileInConfigFolder(where, 'crowsnest.prices.yaml');

/**
Why a file could not be opened, for a person.
*/
export const readableReason = (error: unknown): string => {
	const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
	const reasons: Readonly<Record<string, string>> = {
		ENOENT: 'there is no such file',
		ENOTDIR: 'there is no such file',
		EISDIR: 'it is a folder, not a file',
		EACCES: 'it may not be read; check its owner and mode',
		EPERM: 'it may not be read; check its owner and mode',
	};
	return reasons[code ?? ''] ?? `it cannot be read (${sanitize(code ?? 'unknown error')})`;
};

export type OpenedFile = {readonly path: string | undefined; readonly text: string; readonly problem: string | undefined};

/**
Opens the file that a flag or variable names, or else the one in the XDG config folder, which need not be there.
*/
export const openConfigFile = ({flags, env, readFile, home}: SettingsInput): OpenedFile => {
	const variable = env[configEntry.variable] ?? '';
	const isVariable = flags.config === undefined && variable !== '';
	const isNamed = flags.config !== undefined || isVariable;
	const file = isNamed ? String(flags.config ?? variable) : fileInConfigFolder({env, home}, 'config.yaml');
	try {
		return {path: file, text: readFile(file), problem: undefined};
	} catch (error) {
		const isAbsent = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
		const label = isNamed ? `${isVariable ? configEntry.variable : configEntry.flag}: ` : '';
		return !isNamed && isAbsent
			? {path: undefined, text: '', problem: undefined}
			: {path: file, text: '', problem: `${label}${sanitize(file)}: ${readableReason(error)}.`};
	}
};
