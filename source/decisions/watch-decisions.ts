import {readFile} from 'node:fs/promises';
import {unwatchFile, watchFile} from 'node:fs';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {readableReason} from '../settings/open-config-file.js';
import type {DecisionFault, ParsedDecisions} from './decision.js';

export type LoadedDecisions = {
	/**
	`none`: no file where one may be; `reading`: for the first time; `broken`: what was in force before stays.
	*/
	readonly status: 'none' | 'reading' | 'read' | 'broken';
	readonly decisions: ParsedDecisions['decisions'];
	readonly faults: readonly DecisionFault[];
};

export type DecisionsWatch = {
	readonly current: () => LoadedDecisions;
	readonly stop: () => void;
};

export type WatchOptions = {
	readonly file: string;
	/**
	False: it is no fault that there is no such file.
	*/
	readonly isNamed: boolean;
	readonly checkIds: readonly string[];
	/**
	Milliseconds between two looks at the file.
	*/
	readonly interval: number;
	/**
	Called after each reading that ended.
	*/
	readonly onChange: () => void;
};

/**
Parsing gives the event loop back after so many milliseconds.
*/
const slice = 8;

const parse = async (text: string, file: string, checkIds: readonly string[], isOver: () => boolean): Promise<ParsedDecisions | undefined> => {
	const {parseDecisions} = await import('./parse-decisions.js');
	const steps = parseDecisions(text, file, checkIds);
	let end = performance.now() + slice;
	while (!isOver()) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}

		if (!(performance.now() >= end)) {
			continue;
		}

		// eslint-disable-next-line no-await-in-loop -- a pause is the point
		await nextTurn();
		end = performance.now() + slice;
	}

	return undefined;
};

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/**
Equal entries keep their acceptance, so that a file that was read again changes no verdict but those it decides otherwise.
*/
const reuse = (before: ParsedDecisions['decisions'], after: ParsedDecisions['decisions']): ParsedDecisions['decisions'] => {
	const known = new Map(before.map(({acceptance}) => [JSON.stringify(acceptance), acceptance]));
	return after.map(decision => ({...decision, acceptance: known.get(JSON.stringify(decision.acceptance)) ?? decision.acceptance}));
};

/**
Reads a decisions file now and whenever it changes. It looks at the file again and again rather than be told: editors put a
new file in the place of the old one, and network drives tell nothing. Never throws.
*/
export const watchDecisions = ({file, isNamed, checkIds, interval, onChange}: WatchOptions): DecisionsWatch => {
	let loaded: LoadedDecisions = {status: 'reading', decisions: [], faults: []};
	let reading = 0;
	let isStopped = false;

	const read = async (): Promise<LoadedDecisions | undefined> => {
		const own = ++reading;
		const isOver = (): boolean => isStopped || own !== reading;
		let text: string;
		try {
			text = await readFile(file, 'utf8');
		} catch (error) {
			if (isOver()) {
				return undefined;
			}

			return !isNamed && isAbsent(error)
				? {status: 'none', decisions: [], faults: []}
				: {...loaded, status: 'broken', faults: [{line: 1, text: `${readableReason(error)}.`}]};
		}

		const parsed = await parse(text, file, checkIds, isOver);
		if (parsed === undefined || isOver()) {
			return undefined;
		}

		return parsed.broken === undefined
			? {status: 'read', decisions: reuse(loaded.decisions, parsed.decisions), faults: parsed.faults}
			: {...loaded, status: 'broken', faults: [{...parsed.broken, text: `${parsed.broken.text}.`}]};
	};

	const load = async (): Promise<void> => {
		const next = await read();
		if (next === undefined) {
			return;
		}

		loaded = next;
		onChange();
	};

	const onStat = (): void => {
		void load();
	};

	watchFile(file, {interval, persistent: false}, onStat);
	void load();
	return {
		current: () => loaded,
		stop() {
			isStopped = true;
			unwatchFile(file, onStat);
		},
	};
};
