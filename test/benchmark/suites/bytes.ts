import type {TerminalDriver} from '../../support/terminal.js';
import {
	atMost,
	medianFigure,
	type Figure,
	type Goal,
	type Suite,
} from '../figure.js';
import {waitUntilRead} from '../poll-log.js';
import {openDashboard, rest, type Workplace} from '../program.js';
import {isFilled} from '../screen.js';

const stillness = 10_000;

const press = async (terminal: TerminalDriver, keys: readonly string[]): Promise<readonly number[]> => {
	const sizes: number[] = [];
	for (const key of keys) {
		// eslint-disable-next-line no-await-in-loop
		const {bytes} = await terminal.measureKey(key, {quiet: 150});
		sizes.push(bytes);
	}

	return sizes;
};

const repeated = (times: number, ...keys: readonly string[]): readonly string[] => Array.from({length: times}, () => keys).flat();

const sizes = (name: string, samples: readonly number[], goal: Goal): Figure => medianFigure(name, 'B', samples, goal);

/**
How much is written while nobody presses a key.
*/
const keepStill = async (terminal: TerminalDriver): Promise<number> => {
	await terminal.waitForQuiet({quiet: 1000});
	const mark = terminal.byteCount;
	await rest(stillness);
	return terminal.bytesSince(mark);
};

export const bytesSuite = (workplace: Workplace): Suite => ({
	name: 'bytes',
	about: 'Ordinary demo at 120×40, polling paused: everything written from a key until it is quiet again, read from the pseudo-terminal.',
	async measure() {
		const home = workplace.makeHome();
		const terminal = openDashboard(workplace, home, ['--demo', '--log-file', home.logFile]);
		try {
			await terminal.waitFor(isFilled, {deadline: 60_000});
			await waitUntilRead(home.logFile);
			terminal.press('p');
			await terminal.waitForQuiet({quiet: 1000});
			// The first key takes the message about the pause away.
			await press(terminal, ['down', 'up']);
			const arrows = await press(terminal, [...repeated(12, 'down'), ...repeated(12, 'up')]);
			await press(terminal, ['2']);
			const pages = await press(terminal, repeated(4, 'pagedown', 'pagedown', 'pageup', 'pageup'));
			await press(terminal, ['1', 'home']);
			const opened: number[] = [];
			const left: number[] = [];
			for (let run = 0; run < 6; run++) {
				// eslint-disable-next-line no-await-in-loop
				const [open, back] = await press(terminal, ['enter', 'esc']);
				opened.push(open!);
				left.push(back!);
				// eslint-disable-next-line no-await-in-loop
				await press(terminal, ['down']);
			}

			const still = await keepStill(terminal);
			return [
				sizes('arrow key', arrows, atMost(200)),
				sizes('page key, node pools', pages, atMost(2000)),
				sizes('opening a drill', opened, atMost(6000)),
				sizes('leaving a drill', left, atMost(6000)),
				{
					name: `${stillness / 1000} s of nothing`, unit: 'B', value: still, spread: 'once', goal: atMost(0),
				},
			];
		} finally {
			terminal.stop();
		}
	},
});
