import {
	isMap,
	isScalar,
	LineCounter,
	parseDocument,
} from 'yaml';
import {didYouMean} from '../terminal/nearest.js';
import {sanitize} from '../terminal/sanitize.js';
import {settingsCatalogue} from './catalogue.js';
import type {SettingName} from './settings.js';

export type FileValue = {
	readonly value: unknown;
	readonly line: number;
};

export type ConfigFile = {
	readonly values: ReadonlyMap<SettingName, FileValue>;
	/**
	One sentence each, with `PATH:LINE` in front.
	*/
	readonly problems: readonly string[];
};

const names = settingsCatalogue.map(entry => entry.name);

const firstLine = (text: string): string => sanitize(text.split('\n', 1)[0]!, 200);

/**
Reads the text of a config file: a YAML map from setting to value.

@param text The whole file.
@param path Only for the sentences.
@returns What stands there and on which line, and what is wrong with it; never throws.
*/
export const readConfigFile = (text: string, path: string): ConfigFile => {
	const lines = new LineCounter();
	// Merge keys and custom tags have no use here; without them a file cannot grow beyond what is written in it.
	const document = parseDocument(text, {
		lineCounter: lines, prettyErrors: false, maxAliasCount: 0, uniqueKeys: true,
	} as Parameters<typeof parseDocument>[1]);
	const lineAt = (offset: number | undefined): number => Math.max(1, lines.linePos(offset ?? 0).line);
	if (document.errors.length > 0) {
		const [error] = document.errors;
		return {values: new Map(), problems: [`${path}:${lineAt(error!.pos[0])}: this is not YAML (${firstLine(error!.message)}); write one setting a line, such as "interval: 60".`]};
	}

	if (document.contents === null) {
		return {values: new Map(), problems: []};
	}

	if (!isMap(document.contents)) {
		return {values: new Map(), problems: [`${path}:1: this is not a list of settings; write one setting a line, such as "interval: 60".`]};
	}

	const values = new Map<SettingName, FileValue>();
	const problems: string[] = [];
	for (const {key, value} of document.contents.items) {
		const [start] = (isScalar(key) ? key.range : undefined) ?? [0];
		const line = lineAt(start);
		const word = isScalar(key) ? String(key.value) : '';
		const name = names.find(candidate => candidate === word);
		if (name === undefined) {
			problems.push(`${path}:${line}: "${sanitize(word, 60)}" is not a setting; there are ${names.join(', ')}.${didYouMean(word, names)}`);
			continue;
		}

		values.set(name, {value: plain(value), line});
	}

	return {values, problems};
};

/**
A YAML node as plain data; what is deeper than a list of scalars means nothing here.
*/
const plain = (node: unknown): unknown => {
	if (isScalar(node)) {
		return node.value;
	}

	return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items) && !isMap(node)
		? node.items.map((item: unknown) => (isScalar(item) ? item.value : undefined))
		: {};
};
