import path from 'node:path';
import {didYouMean} from '../terminal/nearest.js';
import {sanitize} from '../terminal/sanitize.js';
import type {Decision, DecisionFault, ParsedDecisions} from './decision.js';
import {readEntries, type RawEntry} from './read-entries.js';
import {decisionSchema, memberNames, type DecisionMembers} from './schema.js';

/**
UTF-16 units. Ten thousand entries are a quarter of it.
*/
const longestFile = 16 * 1024 * 1024;

/**
To look for the word that was meant costs more than to read an entry: a file full of slips gets help for the first ones.
*/
const mostSuggestions = 100;

const entriesOfStep = 100;

type Suggest = (word: string, words: readonly string[]) => string;

const createSuggest = (): Suggest => {
	const known = new Map<string, string>();
	return (word, words) => {
		let suggestion = known.get(word);
		if (suggestion === undefined) {
			suggestion = known.size < mostSuggestions ? didYouMean(word, words) : '';
			known.set(word, suggestion);
		}

		return suggestion;
	};
};

const nothing = new Set<unknown>(['', null, undefined]);

const clean = (text: string): string => sanitize(text.trim(), 2048);

const shown = (value: unknown): string => {
	if (nothing.has(typeof value === 'string' ? clean(value) : value)) {
		return 'nothing';
	}

	const text = typeof value === 'string' ? `"${clean(value)}"` : sanitize(JSON.stringify(value) ?? '', 60);
	return Array.isArray(value) ? 'a list' : sanitize(text, 60);
};

/**
What is wrong with the members of an entry; nothing where all are well.
*/
const faultsOf = ({line, members}: RawEntry, issues: ReadonlyArray<{readonly path: readonly PropertyKey[]; readonly message: string}>, suggest: Suggest): readonly DecisionFault[] => {
	const faults: DecisionFault[] = [];
	for (const name of members.keys()) {
		if (memberNames.every(known => known !== name)) {
			faults.push({line: members.get(name)!.line, text: `"${sanitize(name, 60)}" is no member of a decision; there are ${memberNames.join(', ')}.${suggest(name, memberNames)}`});
		}
	}

	const told = new Set<PropertyKey>();
	for (const {path: way, message} of issues) {
		const [name] = way;
		if (name === undefined || told.has(name)) {
			continue;
		}

		told.add(name);
		const member = members.get(String(name));
		faults.push(member === undefined
			? {line, text: `${String(name)} is missing: ${message}.`}
			: {line: member.line, text: `${String(name)}: ${shown(member.value)} is not ${message}.`});
	}

	if (!members.has('resource') && !members.has('tag')) {
		faults.push({line, text: 'this entry names neither a resource nor a tag.'});
	}

	return faults.toSorted((one, other) => one.line - other.line);
};

/**
A pattern of nothing but stars would accept a failure wherever it comes up, and nobody would see the next one.
*/
const isEverything = (resource: string | undefined): boolean => resource !== undefined && !/[\da-z]/iv.test(resource);

const readTag = (text = ''): Decision['tag'] => {
	const at = text.indexOf('=');
	return at === -1 ? undefined : {name: text.slice(0, at).trim(), value: text.slice(at + 1).trim()};
};

const withoutSlash = (id: string): string => (id.endsWith('/') ? id.slice(0, -1) : id);

const toDecision = ({resource, tag, check, reason, by, until}: DecisionMembers, line: number, file: string): Decision => ({
	line,
	resource: resource === undefined ? undefined : withoutSlash(resource.toLowerCase()),
	tag: readTag(tag),
	checks: [...new Set(typeof check === 'string' ? [check] : check)],
	reason,
	by,
	until,
	acceptance: Object.freeze({
		from: 'file', reason, by, until, at: `${file}:${line}`,
	} as const),
});

const targetOf = ({resource, tag}: Decision): string => JSON.stringify([resource, tag]);

/**
Reads a decisions file.

Each entry is judged by itself: what is wrong with one leaves the others in force. A file that is not YAML or no list of
decisions is `broken` as a whole. The generator yields every few milliseconds, so that whoever drives it can give the
event loop back. Never throws; linear in the length of the file.

@param text The whole file.
@param file Its path, for the place that an acceptance names.
@param checkIds The ids of all checks.
@yields Nothing.
*/
export const parseDecisions = function * (text: string, file: string, checkIds: readonly string[]): Generator<void, ParsedDecisions, void> {
	const none = {decisions: [], faults: []};
	if (text.length > longestFile) {
		return {...none, broken: {line: 1, text: `the file is larger than ${longestFile / 1024 / 1024} million characters`}};
	}

	const read = yield * readEntries(text);
	if (read.broken) {
		return {...none, broken: read.broken};
	}

	const name = sanitize(path.basename(file), 200);
	const known = new Set(checkIds);
	const suggest = createSuggest();
	const decisions: Decision[] = [];
	const faults: DecisionFault[] = [...read.faults];
	const decided = new Map<string, number>();
	for (const [index, entry] of read.entries.entries()) {
		if (index % entriesOfStep === 0) {
			yield;
		}

		// What is left of a text when nothing invisible counts is what is judged, kept and shown.
		const members = Object.fromEntries(entry.members.entries().map(([member, {value}]) => [member, typeof value === 'string' ? clean(value) : value]));
		const result = decisionSchema.safeParse(members);
		const wrong = faultsOf(entry, result.error?.issues ?? [], suggest);
		if (!result.success || wrong.length > 0) {
			faults.push(...wrong);
			continue;
		}

		const {line} = entry;
		const checkLine = entry.members.get('check')?.line ?? line;
		const decision = toDecision(result.data, line, name);
		if (isEverything(decision.resource)) {
			faults.push({line: entry.members.get('resource')?.line ?? line, text: 'resource: this pattern is every resource there is or will be; name a part of the id.'});
			continue;
		}

		const unheardOf = decision.checks.filter(id => !known.has(id));
		faults.push(...unheardOf.map(id => ({line: checkLine, text: `check: there is no check "${sanitize(id, 80)}".${suggest(id, checkIds)}`})));
		const target = targetOf(decision);
		const own = decision.checks.filter(id => known.has(id)).filter(id => {
			const before = decided.get(`${target}${id}`);
			if (before !== undefined) {
				faults.push({line, text: `line ${before} already decides ${id} for the same resources; one of the two is too many.`});
			}

			decided.set(`${target}${id}`, before ?? line);
			return before === undefined;
		});
		if (own.length > 0) {
			decisions.push({...decision, checks: own});
		}
	}

	return {decisions, faults: faults.toSorted((one, other) => one.line - other.line), broken: undefined};
};
