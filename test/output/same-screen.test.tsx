// eslint-disable-next-line import-x/no-unassigned-import, import-x/order -- chalk, below Ink, asks when it is loaded.
import '../support/force-colour.js';
import test from 'ava';
import fc from 'fast-check';
import {Box, render, Text} from 'ink';
import type {ReactNode} from 'react';
import type {Cell} from '../support/terminal.js';
import {createStage, FakeTerminal, PlainStdout} from './fake-terminal.js';

const columns = 40;
const rows = 8;

/**
What a person sees of a cell: of a blank, its background and what is drawn on blanks too, but not the colour or weight of no letter.
*/
const seen = (cells: readonly Cell[][]): unknown => cells.map(line => line.map(({text, style}) => {
	const [flags = '', , background] = style.split(' ', 3);
	const isShownOnBlanks = [3, 4, 5, 7, 8].some(flag => flags[flag] === '1');
	return text === ' ' && !isShownOnBlanks ? `blank ${background}` : `${text} ${style}`;
}));

/**
Draws the same steps by Ink alone and through the stage, and compares everything on both screens after each.
*/
const compareWalk = async (t: {deepEqual: (actual: unknown, expected: unknown) => unknown}, steps: readonly ReactNode[]): Promise<void> => {
	const plain = new FakeTerminal(columns, rows);
	const {stage, terminal} = createStage(columns, rows, true);
	const options = {interactive: true, patchConsole: false, debug: false} as const;
	const alone = render(null, {...options, stdout: new PlainStdout(plain, columns, rows) as unknown as NodeJS.WriteStream});
	const staged = render(null, {...options, stdout: stage as unknown as NodeJS.WriteStream});
	try {
		for (const step of steps) {
			alone.rerender(step);
			staged.rerender(step);
			// eslint-disable-next-line no-await-in-loop
			await Promise.all([alone.waitUntilRenderFlush(), staged.waitUntilRenderFlush()]);
			// eslint-disable-next-line no-await-in-loop
			t.deepEqual(seen(await terminal.cells()), seen(await plain.cells()));
		}
	} finally {
		alone.unmount();
		staged.unmount();
	}
};

const list = (cursor: number, count: number): ReactNode => (
	<Box flexDirection='column' width={columns}>
		<Text bold color='cyan'>header {cursor}</Text>
		{Array.from({length: count}, (_, index) => (
			<Text key={index} inverse={index === cursor} color={index % 2 === 0 ? 'red' : undefined}>
				{`row ${index} 日本語 e\u{301}`.padEnd(20)}<Text dimColor backgroundColor='blue'> cell </Text>
			</Text>
		))}
	</Box>
);

test('a walk through a list leaves the same cells, colours and attributes', async t => {
	await compareWalk(t, [
		list(0, 4), list(1, 4), list(2, 4), list(2, 6), list(0, 2), list(0, 7), list(6, 7), list(0, 0),
	]);
});

/**
Pieces whose width no terminal disputes; whole characters, because Ink keeps each in one cell.
*/
const piece = fc.oneof(
	fc.string({unit: 'grapheme-ascii', maxLength: 12}),
	fc.constantFrom('─│╭▌█░', '─────────', '日本', '日日日日', '한글', 'ｆｕｌｌ', 'e\u{301}', 'naïve', '→ ● …', ' '.repeat(3)),
);
const colour = fc.constantFrom(undefined, 'red', 'greenBright', '#ff8800', 'ansi256(123)');
const segment = fc.record({
	text: piece, color: colour, backgroundColor: colour, bold: fc.boolean(), dimColor: fc.boolean(), italic: fc.boolean(),
	underline: fc.boolean(), inverse: fc.boolean(), strikethrough: fc.boolean(),
});
const frame = fc.array(fc.array(segment, {maxLength: 4}), {minLength: 1, maxLength: rows - 1});

test('random frames leave the same cells, colours and attributes', async t => {
	await fc.assert(fc.asyncProperty(fc.array(frame, {minLength: 2, maxLength: 5}), async frames => {
		await compareWalk(t, frames.map(lines => (
			<Box flexDirection='column' width={columns}>
				{lines.map((segments, index) => (
					<Text key={index} wrap='truncate'>{segments.map(({text, ...look}, part) => <Text key={part} {...look}>{text}</Text>)}{' '}</Text>
				))}
			</Box>
		)));
	}), {numRuns: 30});
});
