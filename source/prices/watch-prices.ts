import {readFile} from 'node:fs/promises';
import {unwatchFile, watchFile} from 'node:fs';
import {builtInPrices} from '../data/prices.js';
import {readableReason} from '../settings/open-config-file.js';
import {sanitize} from '../terminal/sanitize.js';
import type {PricesState} from '../model/price-table.js';

export type PricesOptions = {
	readonly file: string | undefined;
	/**
	Whether a person has named the file: a missing one is a fault then.
	*/
	readonly isNamed: boolean;
	/**
	Milliseconds between two looks at the file.
	*/
	readonly interval: number;
	readonly onChange: () => void;
	readonly onNotice: (level: 'info' | 'error', text: string) => void;
};

export type Prices = {
	/**
	The same object until the file is another one.
	*/
	readonly current: () => PricesState;
	readonly stop: () => void;
};

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/**
The prices in force: those of a file, read again whenever it changes, or else the built-in ones. A file with a fault changes nothing and
is told of. Never throws.
*/
export const watchPrices = ({file, isNamed, interval, onChange, onNotice}: PricesOptions): Prices => {
	let state: PricesState = {
		table: builtInPrices, file, isFromFile: false, faults: [],
	};
	if (file === undefined) {
		return {current: () => state, stop() {/* Nothing is open. */}};
	}

	let latest = 0;
	let isStopped = false;

	const read = async (): Promise<Partial<PricesState>> => {
		let text: string;
		try {
			text = await readFile(file, 'utf8');
		} catch (error) {
			return !isNamed && isAbsent(error)
				? {table: builtInPrices, isFromFile: false, faults: []}
				: {faults: [{line: 1, text: `${readableReason(error)}.`}]};
		}

		// The YAML parser is loaded only where there is a file.
		const {parsePrices} = await import('./parse-prices.js');
		const {table, faults} = parsePrices(text);
		return table ? {table, isFromFile: true, faults} : {faults};
	};

	const load = async (isAgain: boolean): Promise<void> => {
		const own = ++latest;
		const next = await read();
		if (isStopped || own !== latest) {
			return;
		}

		const before = state;
		state = {...state, ...next};
		const [fault] = state.faults;
		if (fault) {
			const inForce = state.isFromFile ? 'The prices that were read before stay in force.' : 'The built-in prices are used.';
			onNotice('error', `${sanitize(file)}:${fault.line}: ${fault.text}${state.faults.length > 1 ? ` And ${state.faults.length - 1} more.` : ''} ${inForce}`);
		} else if (isAgain && (before.faults.length > 0 || JSON.stringify(before.table) !== JSON.stringify(state.table))) {
			onNotice('info', `${sanitize(file)}: prices were read again.`);
		}

		onChange();
	};

	const onStat = (): void => {
		void load(true);
	};

	watchFile(file, {interval, persistent: false}, onStat);
	void load(false);
	return {
		current: () => state,
		stop() {
			isStopped = true;
			unwatchFile(file, onStat);
		},
	};
};
