import {sanitize, sanitizeText} from '../../terminal/sanitize.js';
import {maskCommand} from './secret-command.js';
import {secretOfVariable} from './secret-variable.js';
import {
	isSecretName,
	isSecretSubtree,
	mask,
	maskSecretsIn,
} from './secrets.js';

const deepest = 32;

const mostValues = 20_000;

const longestText = 4096;

const longestKey = 256;

/**
A text that switches something (`enableSecretRotation: "true"`) is no secret, whatever its name.
*/
const isSwitch = (text: string): boolean => /^(?:true|false|enabled|disabled|none)?$/iv.test(text);

/**
Names that stay readable inside a list of secrets, so that a person can tell which one it is.
*/
const labels = new Set(['name', 'expiry', 'creationtime', 'id', 'type', 'secretname']);

type Walk = {left: number};

/**
A command holds a secret in one word or over several.
*/
const isCommand = (key: string, value: unknown): value is readonly string[] =>
	/^(?:command|args)$/iv.test(key) && Array.isArray(value) && value.every(word => typeof word === 'string');

/**
An environment variable is {name: 'DB_PASSWORD', value: '...'}: its own name tells, or what its value looks like.
*/
const isSecretPair = (named: string | undefined, value: unknown): boolean =>
	named !== undefined && (typeof value === 'string' ? secretOfVariable(named, value) !== undefined : isSecretName(named));

const maskValue = (value: unknown, isSecret: boolean, depth: number, walk: Walk): unknown => {
	walk.left--;
	if (walk.left < 0 || depth > deepest) {
		return '…';
	}

	if (typeof value === 'string') {
		return isSecret && !isSwitch(value) ? mask : maskSecretsIn(sanitizeText(value, longestText));
	}

	if (typeof value === 'number') {
		return isSecret ? mask : value;
	}

	if (Array.isArray(value)) {
		return (value as readonly unknown[]).slice(0, walk.left + 1).map(element => maskValue(element, isSecret, depth + 1, walk));
	}

	return typeof value === 'object' && value !== null ? maskMembers(value as Record<string, unknown>, isSecret, depth, walk) : value ?? null;
};

const maskMembers = (members: Record<string, unknown>, isSecret: boolean, depth: number, walk: Walk): Readonly<Record<string, unknown>> => {
	const entries = Object.entries(members).slice(0, walk.left + 1);
	const named = entries.find(([key, value]) => key.toLowerCase() === 'name' && typeof value === 'string')?.[1] as string | undefined;
	return Object.fromEntries(entries.map(([key, value]) => {
		const isValueOfSecret = key.toLowerCase() === 'value' && isSecretPair(named, value);
		const isLabel = isSecret && labels.has(key.toLowerCase());
		const isObject = typeof value === 'object';
		const isOwnSecret = isObject ? isSecretSubtree(key) : isSecretName(key);
		const shown = isCommand(key, value) ? maskCommand(value).words : value;
		return [sanitize(maskSecretsIn(key), longestKey), maskValue(shown, !isLabel && (isSecret || isOwnSecret || isValueOfSecret), depth + 1, walk)];
	}));
};

/**
A document as it may be shown: plain JSON with every text and member name sanitised and every secret masked, wherever it
stands, by the name of its member and by what its text looks like. Depth, number of values and length of texts are
bounded; what is cut off is `…`. Never throws; the document itself is not changed.
*/
export const maskDocument = (document: unknown): unknown => maskValue(document, false, 0, {left: mostValues});
