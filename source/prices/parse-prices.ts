import {
	isMap,
	isScalar,
	LineCounter,
	parseDocument,
	type Document,
} from 'yaml';
import * as z from 'zod/mini';
import {didYouMean} from '../terminal/nearest.js';
import {sanitize} from '../terminal/sanitize.js';
import type {PriceFault, PriceTable} from '../model/price-table.js';

/**
UTF-16 units; a table of prices is a screenful.
*/
const longestFile = 262_144;

const dearest = 1_000_000;

const text = (wanted: string, pattern: RegExp) => z.string({error: wanted}).check(z.trim(), z.regex(pattern, {error: wanted}), z.maxLength(200, {error: 'at most 200 characters'}));

const whenWanted = 'a year, month or day, such as 2026, 2026-08 or 2026-08-24';

// YAML reads a bare year as a number.
const when = z.pipe(
	z.union([z.string(), z.number()], {error: whenWanted}),
	z.pipe(z.transform(String), text(whenWanted, /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/v)),
);

const amountOf = (wanted: string) => z.optional(z.number({error: wanted}).check(z.gte(0, {error: wanted}), z.lte(dearest, {error: wanted})));

const price = amountOf(`a price a day from 0 to ${dearest}`);

const registriesSchema = z.strictObject({
	date: when,
	source: text('where the prices were read, in words', /\S/v),
	basic: price,
	standard: price,
	premium: price,
	replica: price,
	storage: price,
}, {error: 'a group of prices with date and source'});

const defenderSchema = z.optional(z.strictObject({
	date: when,
	source: text('where the prices were read, in words', /\S/v),
	vCore: amountOf(`a price a month from 0 to ${dearest}`),
	scans: amountOf(`a number of scans from 0 to ${dearest}`),
}, {error: 'a group of prices with date and source'}));

/**
What a prices file may say.
*/
export const pricesSchema = z.strictObject({
	currency: text('a currency in three capitals, such as EUR', /^[A-Z]{3}$/v),
	registries: registriesSchema,
	defender: defenderSchema,
}, {error: 'currency and registries'});

const memberNames: Readonly<Record<string, readonly string[]>> = {'': Object.keys(pricesSchema.shape), registries: Object.keys(registriesSchema.shape), defender: ['date', 'source', 'vCore', 'scans']};

export type ParsedPrices = {readonly table: PriceTable | undefined; readonly faults: readonly PriceFault[]};

const broken = (line: number, fault: string): ParsedPrices => ({table: undefined, faults: [{line, text: fault}]});

const shown = (value: unknown): string => (value === undefined || value === null ? 'nothing' : sanitize(typeof value === 'string' ? `"${value}"` : JSON.stringify(value) ?? '', 60));

type Issue = {readonly code: string; readonly path: readonly PropertyKey[]; readonly message: string; readonly keys?: readonly string[]};

/**
Where a member stands, or what holds it where it is missing.
*/
const offsetOf = (document: Document, path: readonly PropertyKey[]): number => {
	let node: unknown = document.contents;
	let offset = 0;
	for (const name of path) {
		const pair = isMap(node) ? node.items.find(({key}) => isScalar(key) && String(key.value) === String(name)) : undefined;
		if (!pair) {
			return offset;
		}

		offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
		node = pair.value;
	}

	return offset;
};

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown => {
	let value = data;
	for (const name of path) {
		value = typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[name] : undefined;
	}

	return value;
};

/**
Reads a prices file: YAML with a currency and the prices a day. One fault makes the whole file useless, for a price that is half right would
be believed. Never throws.
*/
export const parsePrices = (file: string): ParsedPrices => {
	if (file.length > longestFile) {
		return broken(1, `the file is larger than ${longestFile} characters.`);
	}

	const lines = new LineCounter();
	const document = parseDocument(file, {
		lineCounter: lines, prettyErrors: false, maxAliasCount: 0, uniqueKeys: true,
	} as Parameters<typeof parseDocument>[1]);
	const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
	const [error] = document.errors;
	if (error) {
		return broken(lineAt(error.pos[0]), `this is not YAML (${sanitize(error.message.split('\n', 1)[0]!, 200)}).`);
	}

	let data: unknown;
	try {
		data = document.toJS({maxAliasCount: 0});
	} catch {
		return broken(1, 'aliases mean nothing here: write each price where it belongs.');
	}

	const result = pricesSchema.safeParse(data);
	if (result.success) {
		const {currency, registries, defender} = result.data;
		const {date, source, basic, standard, premium, replica, storage} = registries;
		return {
			table: {
				currency, registries: {
					date, source: sanitize(source), basic, standard, premium, replica, storage,
				},
				defender: defender && {
					date: defender.date, source: sanitize(defender.source), vCore: defender.vCore, scans: defender.scans,
				},
			}, faults: [],
		};
	}

	const faults = (result.error.issues as readonly Issue[]).flatMap(({code, path, message, keys = []}): readonly PriceFault[] => (code === 'unrecognized_keys'
		? keys.map(key => ({
			line: lineAt(offsetOf(document, [...path, key])),
			text: `"${sanitize(key, 60)}" means nothing here; there are ${memberNames[path.join('.')]?.join(', ') ?? 'no members'}.${didYouMean(key, memberNames[path.join('.')] ?? [])}`,
		}))
		: [{line: lineAt(offsetOf(document, path)), text: `${path.length === 0 ? 'the file' : path.join('.')}: ${shown(valueAt(data, path))} is not ${message}.`}]));
	return {table: undefined, faults: faults.toSorted((one, other) => one.line - other.line)};
};
