import test from 'ava';
import fc from 'fast-check';
import type {Key} from 'ink';
import {createKeyQueue} from '../../views/key-queue.js';

const noKey = {ctrl: false, meta: false, return: false} as unknown as Key;

/**
What Ink makes of a key that comes alone.
*/
const alone: Readonly<Record<string, readonly [input: string, key: Partial<Key>]>> = {
	'\r': ['', {return: true}],
	'\t': ['', {tab: true}],
	'\u{15}': ['u', {ctrl: true}],
};

/**
A screen of which only the line counts: `:` and `/` open it, Enter and tab end it, all else outside of it is a key.
*/
const createScreen = () => {
	const queue = createKeyQueue();
	const said: string[] = [];
	let line: string | undefined;
	return {
		said,
		push(chunk: string, at: number) {
			const [input, key] = alone[chunk] ?? [chunk, {}];
			queue.push(input, {...noKey, ...key}, at);
		},
		takeAll() {
			for (let press = queue.take(line !== undefined); press; press = queue.take(line !== undefined)) {
				const {input, chord} = press;
				if (line === undefined) {
					said.push(`key ${chord}`);
					line = chord === ':' || chord === '/' ? '' : undefined;
				} else if (chord === 'enter' || chord === 'tab' || chord?.startsWith('ctrl-')) {
					said.push(`${chord} ${line}`);
					line = chord === 'enter' ? undefined : line;
				} else {
					line += input;
				}
			}
		},
	};
};

const typed = fc.constantFrom(...'aks-pay:/ qj2', '\t', '\u{15}', 'é', '🙂');

const lineOf = fc.tuple(
	fc.constantFrom(':', '/'),
	fc.string({unit: typed, maxLength: 30}),
	fc.constant('\r'),
).map(parts => parts.join(''));

const keys = fc.string({unit: fc.constantFrom(...'jkhl26'), maxLength: 8});

const keysAndLine = fc.tuple(keys, lineOf).map(parts => parts.join(''));

const script = fc.tuple(lineOf, fc.array(keysAndLine, {maxLength: 4})).map(([first, others]) => [first, ...others].join(''));

const cuttings = fc.array(fc.nat(), {maxLength: 3});

const cutAt = (text: string, cuts: readonly number[]): readonly string[] => {
	const characters = [...text];
	const inside = cuts.map(cut => cut % characters.length);
	const places = [0, ...inside, characters.length].toSorted((one, other) => one - other);
	return places.slice(1).map((end, index) => characters.slice(places[index], end).join('')).filter(chunk => chunk !== '');
};

test('what opens a line, is typed into it and enters it means the same, however the line cuts it into bursts', t => {
	const property = fc.property(script, cuttings, fc.boolean(), (text, cuts, isSlow) => {
		const single = createScreen();
		for (const [index, character] of [...text].entries()) {
			single.push(character, index * 100);
			single.takeAll();
		}

		const chunked = createScreen();
		for (const [index, chunk] of cutAt(text, cuts).entries()) {
			chunked.push(chunk, index);
			if (!isSlow) {
				chunked.takeAll();
			}
		}

		chunked.takeAll();
		t.deepEqual(chunked.said, single.said);
	});
	fc.assert(property);
});

test('a burst that no hand can have typed is dropped with its tail; one that opens a line after a few keys is not', t => {
	const said = (...chunks: ReadonlyArray<readonly [chunk: string, at: number]>): readonly string[] => {
		const screen = createScreen();
		for (const [chunk, at] of chunks) {
			screen.push(chunk, at);
			screen.takeAll();
		}

		return screen.said;
	};

	t.deepEqual(said(['jjjjjjjj', 0]), Array.from({length: 8}, () => 'key j'));
	t.deepEqual(said(['jjjjjjjjj', 0], ['q', 49], ['k', 120]), ['key k']);
	t.deepEqual(said(['https://portal.example\r', 0]), []);
	t.deepEqual(said(['2:aks-payments\r', 0]), ['key 2', 'key :', 'enter aks-payments']);
	t.deepEqual(said([':aks-payments\rqqqqqqqqq', 0]), ['key :', 'enter aks-payments']);
	t.deepEqual(said([':aks-payments\rjj/pay\r', 0]), ['key :', 'enter aks-payments', 'key j', 'key j', 'key /', 'enter pay']);
});
