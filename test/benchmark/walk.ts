import {startInTerminal, type TerminalDriver} from '../support/terminal.js';
import {
	atMost,
	medianFigure,
	quantile,
	spreadOf,
	type Figure,
} from './figure.js';
import {rest} from './program.js';

/**
Where the cursor stands on a screen, as a number that each step changes.
*/
export type CursorOf = (screen: readonly string[]) => number;

/**
From the key to the bytes that moved the cursor on the screen.
*/
const step = async (terminal: TerminalDriver, cursorOf: CursorOf): Promise<number> => {
	const before = cursorOf(terminal.screen());
	const pressedAt = terminal.elapsed();
	terminal.press('down');
	return await terminal.waitFor(screen => cursorOf(screen) !== before) - pressedAt;
};

/**
Presses the arrow key so often, and gives the milliseconds of each. A person's keys come at no fixed time of a frame.
*/
export const walk = async (terminal: TerminalDriver, count: number, cursorOf: CursorOf): Promise<readonly number[]> => {
	const latencies: number[] = [];
	for (let index = 0; index < count; index++) {
		// eslint-disable-next-line no-await-in-loop
		latencies.push(await step(terminal, cursorOf));
		// eslint-disable-next-line no-await-in-loop
		await rest(20 + (Math.random() * 40));
	}

	return latencies;
};

export const latencyFigures = (name: string, latencies: readonly number[], goals: {readonly median?: number; readonly p95?: number}): readonly Figure[] => [
	medianFigure(name, 'ms', latencies, goals.median === undefined ? undefined : atMost(goals.median)),
	{
		name: `${name}, p95`, unit: 'ms', value: quantile(latencies, 0.95), spread: spreadOf(latencies), ...(goals.p95 !== undefined && {goal: atMost(goals.p95)}),
	},
];

/**
The control of every latency: what the line alone costs, with a program that writes back what it reads.
*/
export const echoFigure = async (): Promise<Figure> => {
	const terminal = startInTerminal({args: ['-e', 'process.stdin.setRawMode(true);process.stdin.on("data",data=>process.stdout.write(data));process.stdout.write("ready")']});
	try {
		await terminal.waitFor('ready');
		const latencies: number[] = [];
		for (let index = 0; index < 60; index++) {
			// eslint-disable-next-line no-await-in-loop
			const {latency} = await terminal.measureKey('x', {quiet: 10});
			latencies.push(latency);
		}

		return medianFigure('a program that only echoes', 'ms', latencies);
	} finally {
		terminal.stop();
	}
};
