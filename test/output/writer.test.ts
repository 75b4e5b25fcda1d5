import test from 'ava';
import fc from 'fast-check';
import {Stage} from '../../views/output/stage.js';
import {createWriter, type Writer} from '../../views/output/writer.js';

/**
A line that takes as many bytes as it is told to, and no more.
*/
const createLine = () => {
	const line = {
		room: Infinity,
		taken: '',
		error: undefined as string | undefined,
		retries: [] as Array<() => void>,
		pauses: [] as number[],
		drains: 0,
		gone: 0,
		onDrain() {
			// Nobody waits.
		},
	};
	const decoder = new TextDecoder();
	const writer = createWriter({
		writeNow(bytes) {
			if (line.error !== undefined) {
				throw Object.assign(new Error('write'), {code: line.error});
			}

			const count = Math.min(bytes.length, line.room);
			if (count === 0) {
				throw Object.assign(new Error('write'), {code: 'EAGAIN'});
			}

			line.room -= count;
			line.taken += decoder.decode(bytes.subarray(0, count), {stream: true});
			return count;
		},
		later(retry, milliseconds) {
			line.retries.push(retry);
			line.pauses.push(milliseconds);
		},
		onDrain() {
			line.drains++;
			line.onDrain();
		},
		onGone() {
			line.gone++;
		},
	});
	return {line, writer, retry: () => line.retries.shift()?.()};
};

test('a write is finished before the next, however little the line takes at once', t => {
	const text = fc.string({unit: 'grapheme', minLength: 1});
	const steps = fc.array(fc.tuple(text, fc.nat(5)));
	const property = fc.property(steps, walk => {
		const {line, writer, retry} = createLine();
		line.room = 0;
		for (const [written, room] of walk) {
			writer.write(written);
			line.room = room;
			retry();
		}

		line.room = Infinity;
		while (line.retries.length > 0) {
			retry();
		}

		t.is(line.taken, walk.map(([written]) => written.toWellFormed()).join(''));
		t.false(writer.isBlocked);
	});
	fc.assert(property);
});

test('a stopped terminal is asked ever more seldom, and nothing is kept but one frame', t => {
	const {line, writer, retry} = createLine();
	const stage = new Stage({size: {columns: 20, rows: 2}, writer: (): Writer => writer});
	line.onDrain = () => {
		stage.drained();
	};

	line.room = 4;
	stage.write('frame 0\n');
	t.true(writer.isBlocked);
	for (let frame = 1; frame < 1000; frame++) {
		stage.write(`frame ${frame}\n`);
	}

	for (let time = 0; time < 10; time++) {
		retry();
	}

	t.true(line.pauses.every(pause => pause <= 100));
	t.true(line.pauses.at(-1)! >= 50);
	line.room = Infinity;
	retry();
	t.is(line.drains, 1);
	t.is(line.taken, '\u{1B}[m\u{1B}[H\u{1B}[2Jframe 0\b999');
});

test('what waits for a terminal that takes nothing has an end', t => {
	const {line, writer, retry} = createLine();
	line.room = 0;
	writer.write('first');
	for (let time = 0; time < 100; time++) {
		writer.write('x'.repeat(10_000));
	}

	line.room = Infinity;
	retry();
	t.true(line.taken.length <= 262_144);
	t.true(line.taken.startsWith('first'));
});

for (const error of ['EIO', 'EPIPE']) {
	test(`${error} says once that nobody is there any more`, t => {
		const {line, writer} = createLine();
		line.error = error;
		writer.write('a');
		writer.write('b');
		t.is(line.gone, 1);
		t.false(writer.isBlocked);
		t.is(line.retries.length, 0);
	});
}
