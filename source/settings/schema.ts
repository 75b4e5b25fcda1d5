import * as z from 'zod/mini';
import {encryptionKeyChoices} from '../model/standards.js';
import {clipboardWays} from '../terminal/clipboard-way.js';
import {nearest} from '../terminal/nearest.js';
import {sanitize} from '../terminal/sanitize.js';
import {authMethods, type SettingName} from './settings.js';

const greatestDemo = 5000;
const greatestSeed = (2 ** 32) - 1;
const greatestConcurrency = 64;
const intervalBounds = {least: 10, greatest: 3600};

const nothing = new Set<unknown>(['', null, undefined]);

const shown = (value: unknown): string =>
	nothing.has(value) ? 'nothing' : sanitize(typeof value === 'string' ? `"${value}"` : JSON.stringify(value), 60);

/**
Reads one value; `undefined` means that it cannot be meant, and `wanted` says what could.
*/
const reading = <T>(read: (value: unknown) => T | undefined, wanted: string | ((value: unknown) => string)) => z.pipe(
	z.unknown(),
	z.transform((value, context): T => {
		const result = read(value);
		if (result === undefined) {
			context.issues.push({
				code: 'custom',
				message: `${shown(value)} is not ${typeof wanted === 'string' ? wanted : wanted(value)}.`,
				input: value,
			});
			return z.NEVER;
		}

		return result;
	}),
);

const switches: Readonly<Record<string, boolean>> = {
	true: true, on: true, yes: true, 1: true, false: false, off: false, no: false, 0: false,
};

const readSwitch = (value: unknown): boolean | undefined => {
	const text = typeof value === 'string' ? value.trim().toLowerCase() : String(value);
	return typeof value !== 'object' && Object.hasOwn(switches, text) ? switches[text] : undefined;
};

const readWhole = (value: unknown, least: number, greatest: number): number | undefined => {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string' || !/^\d{1,15}$/v.test(text.trim())) {
		return undefined;
	}

	const number = Number(text);
	return number >= least && number <= greatest ? number : undefined;
};

const readText = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() !== '' && sanitize(value.trim(), 4096) === value.trim() ? value.trim() : undefined;

const readDemo = (value: unknown): 'off' | 'on' | number | undefined => {
	// Before the switches: `1` is a fleet of one cluster for a flag, and nobody switches the demo off with 0.
	const size = typeof value === 'boolean' ? undefined : readWhole(value, 1, greatestDemo);
	if (size !== undefined) {
		return size;
	}

	const isOn = value === 0 || value === '0' ? undefined : readSwitch(value);
	return isOn === undefined ? undefined : (isOn ? 'on' : 'off');
};

/**
Seconds from `45`, `45s`, `2m`, `1h`.
*/
const readInterval = (value: unknown): number | undefined => {
	const {amount, unit} = /^(?<amount>\d{1,6})\s?(?<unit>[hms]?)$/v.exec(String(value).trim())?.groups ?? {};
	if (amount === undefined || (typeof value !== 'string' && typeof value !== 'number')) {
		return undefined;
	}

	const seconds = Number(amount) * (unit === 'h' ? 3600 : (unit === 'm' ? 60 : 1));
	return seconds >= intervalBounds.least && seconds <= intervalBounds.greatest ? seconds : undefined;
};

const readList = (value: unknown): readonly string[] | undefined => {
	const parts = typeof value === 'string' ? value.split(',') : value;
	if (!Array.isArray(parts) || parts.length === 0) {
		return undefined;
	}

	const texts = parts.map(part => readText(part));
	return texts.every(text => text !== undefined) ? [...new Set(texts)] : undefined;
};

// Azure: management group ids are letters, digits and -_().~ up to 90 characters (Microsoft.Management naming rules).
const readManagementGroup = (value: unknown): string | undefined => {
	const text = readText(value);
	return text !== undefined && /^[\w\(\)\-.~]{1,90}$/v.test(text) ? text : undefined;
};

// A tenant stands in a URL path: letters, digits, dots and dashes, as @azure/identity asks for too.
const readTenant = (value: unknown): string | undefined => {
	const text = readText(value);
	return text !== undefined && /^[\-.0-9A-Za-z]{1,255}$/v.test(text) ? text : undefined;
};

/**
One of a few words; the one that was probably meant is named.
*/
const word = <T extends string>(words: readonly T[], what: string) => reading(
	value => words.find(candidate => candidate === value),
	value => {
		const meant = typeof value === 'string' ? nearest(value, words) : undefined;
		return `${what}; use ${words.join(', ')}${meant === undefined ? '' : ` (did you mean ${meant}?)`}`;
	},
);

/**
What each setting may be, wherever it is given: text from flags and variables, YAML's own types from the file.
*/
export const settingsSchema = {
	demo: reading(readDemo, `on, off or a number of clusters from 1 to ${greatestDemo}`),
	seed: reading(value => readWhole(value, 0, greatestSeed), `a whole number from 0 to ${greatestSeed}`),
	subscriptions: reading(readList, 'a subscription id or name'),
	managementGroup: reading(readManagementGroup, 'the id of a management group (its id, not its display name)'),
	tenant: reading(readTenant, 'a tenant id or domain, such as contoso.onmicrosoft.com'),
	cloud: reading(readText, 'the name of a cloud (public, us-government, china) or a profile file'),
	auth: word(authMethods, 'a way to sign in'),
	interval: reading(readInterval, `a time from ${intervalBounds.least} to ${intervalBounds.greatest} seconds, such as 60, 30s or 2m`),
	color: reading(readSwitch, 'on or off'),
	ascii: reading(readSwitch, 'on or off'),
	clipboard: word(clipboardWays, 'a way to copy'),
	decisions: reading(readText, 'a file name'),
	prices: reading(readText, 'a file name'),
	requiredTags: reading(readList, 'a list of tag names'),
	requireFips: reading(readSwitch, 'on or off'),
	encryptionKeys: word(encryptionKeyChoices, 'a choice of keys'),
	inside: reading(readSwitch, 'on or off'),
	localAccounts: reading(readSwitch, 'on or off'),
	kubeconfig: reading(readText, 'a file name'),
	context: reading(readText, 'the name of a context'),
	allowExec: reading(readList, 'the name of a command'),
	runCommand: reading(readSwitch, 'on or off'),
	insideConcurrency: reading(value => readWhole(value, 1, greatestConcurrency), `a whole number from 1 to ${greatestConcurrency}`),
	graph: reading(readSwitch, 'on or off'),
	images: reading(readSwitch, 'on or off'),
	approvedRegistries: reading(readList, 'a list of hosts'),
	requireSignatures: reading(readSwitch, 'on or off'),
	logFile: reading(readText, 'a file name'),
	debug: reading(readSwitch, 'on or off'),
} satisfies Record<SettingName, z.ZodMiniType>;
