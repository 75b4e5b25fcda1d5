import test from 'ava';
import fc from 'fast-check';
import {overlapOf, readLogLines} from '../../../source/azure/read/log-lines.js';
import {mask} from '../../../source/azure/read/secrets.js';
import {mostLogLines} from '../../../source/model/log-line.js';
import {hostileNames} from '../../support/hostile.js';
import {documentOf} from '../../support/models.js';
import {secretSamples} from '../../support/secret-samples.js';

const {signal} = new AbortController();

const contentOf = (file: string): string => (documentOf(`aci/${file}`) as {readonly content: string}).content;

const read = async (content: string, known: readonly number[] = [], asked = 1000) => readLogLines(content, known, asked, signal);

test('lines as the service sends them: times apart, control sequences gone, letters of the world kept', async t => {
	const {lines, isOpen, isWhole, overlap} = await read(contentOf('container-logs-composed'));
	t.deepEqual(lines.map(({text}) => text), ['starting worker 1.4.0', 'ERROR connection refused', 'naïve 東京 abc ']);
	t.is(lines[0]!.at, Date.parse('2026-08-21T06:40:01.2Z'));
	t.deepEqual([isOpen, isWhole, overlap], [false, true, 0]);
	const recorded = await read(contentOf('recorded-container-logs'));
	t.deepEqual(recorded.lines.map(({text, at}) => [text, at]), [['hello', undefined], ['hello', undefined]]);
	const open = await read(contentOf('container-logs'));
	t.deepEqual([open.lines.length, open.isOpen], [1, true]);
	const empty = await read('');
	t.deepEqual([empty.lines, empty.isOpen], [[], false]);
});

test('the overlap is the longest end of what is known that the next lines begin with', t => {
	const codes = fc.array(fc.constantFrom(1, 2, 3), {maxLength: 12});
	const slow = (known: readonly number[], next: readonly number[]): number => {
		for (let length = Math.min(known.length, next.length); length > 0; length--) {
			if (known.slice(-length).every((code, index) => code === next[index])) {
				return length;
			}
		}

		return 0;
	};

	fc.assert(fc.property(codes, codes, (known, next) => {
		t.is(overlapOf(known, next), slow(known, next), JSON.stringify([known, next]));
	}), {numRuns: 2000});
});

test('only what is new is given', async t => {
	const first = await read('a\nb\nc\n');
	const known = first.lines.map(({code}) => code);
	const second = await read('b\nc\nd\ne\n', known);
	t.deepEqual([second.overlap, second.lines.map(({text}) => text)], [2, ['d', 'e']]);
	const nothing = await read('b\nc\n', known);
	t.deepEqual([nothing.overlap, nothing.lines], [2, []]);
	const torn = await read('x\ny\n', known, 2);
	t.deepEqual([torn.overlap, torn.lines.length, torn.isWhole], [0, 2, false]);
});

test('nothing of forty kinds of secret is in a line, over several lines neither', async t => {
	for (const {kind, name, value, secret} of secretSamples) {
		if (/by its name|number as/v.test(kind)) {
			continue;
		}

		// eslint-disable-next-line no-await-in-loop -- one after the other
		const {lines} = await read(`2026-08-21T06:40:01Z ${name} ${value.replaceAll('\n', '\n2026-08-21T06:40:01Z ')}\nend\n`);
		const text = lines.map(line => line.text).join('\n');
		t.false(text.includes(secret), `${kind}: ${text}`);
		t.true(text.endsWith('end'));
	}

	const key = secretSamples.find(({kind}) => kind === 'private key')!.value.split('\n');
	const behind = await read(`${key.slice(1).join('\n')}\nafter\n`);
	t.deepEqual(behind.lines.map(({text}) => text), [mask, mask, mask, 'after'], 'the beginning lies further back than what was asked for');
});

test('nothing that acts on a terminal is left', async t => {
	const {lines} = await read(hostileNames.join('\n'));
	t.notRegex(lines.map(({text}) => text).join(''), /[\p{Control}\p{Format}]/v);
	t.true(lines.every(({text}) => text.length <= 2000));
});

test('more than is kept is never given, and the event loop has its turn in between', async t => {
	const content = Array.from({length: 20_000}, (_, index) => `2026-08-21T06:40:01.${String(index).padStart(6, '0')}Z INFO 200 GET /orders ${index} token=abc trace=0123456789abcdef`).join('\n');
	let turns = 0;
	let longest = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		turns++;
		longest = Math.max(longest, performance.now() - last);
		last = performance.now();
	}, 1);
	const {lines, isWhole} = await read(content, [], mostLogLines);
	clearInterval(timer);
	t.is(lines.length, mostLogLines);
	t.false(isWhole);
	t.true(lines.at(-1)!.text.includes('/orders 19999 token=********'));
	t.true(turns > 3, `${turns} turns`);
	t.log(`longest ${Math.round(longest)} ms in ${turns} turns`);
});
