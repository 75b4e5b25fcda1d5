import type {TerminalDriver} from '../../support/terminal.js';
import {atLeast, type Figure, type Suite} from '../figure.js';
import {countRequests, waitUntilRead} from '../poll-log.js';
import {openDashboard, rest, type Workplace} from '../program.js';
import {cursorOf, isFilled, viewPosition} from '../screen.js';
import {
	echoFigure,
	latencyFigures,
	walk,
	type CursorOf,
} from '../walk.js';

const steps = 240;

/**
Milliseconds between two repeats of a key that is held.
*/
const repeat = 33;

const heldSteps = 150;

/**
Sources that have nothing to read are joined anew so often while one refresh is under way.
*/
const refreshEvery = 200;

const clustersPane = 1;

const cursorOfClusters: CursorOf = screen => cursorOf(screen, clustersPane);

const hold = async (terminal: TerminalDriver): Promise<Figure> => {
	terminal.press('home');
	await terminal.waitFor(screen => cursorOf(screen, clustersPane) === 1);
	await terminal.waitForQuiet();
	const seen = new Set<number>();
	const last = heldSteps + 1;
	const arrival = terminal.waitFor(screen => {
		const cursor = cursorOf(screen, clustersPane);
		seen.add(cursor);
		return cursor >= last;
	});
	const begin = performance.now();
	for (let index = 0; index < heldSteps; index++) {
		terminal.press('down');
		// eslint-disable-next-line no-await-in-loop
		await rest(Math.max(0, begin + ((index + 1) * repeat) - performance.now()));
	}

	await arrival;
	seen.delete(1);
	return {
		name: 'held arrow key, steps drawn', unit: '%', value: seen.size / heldSteps * 100, spread: `${seen.size} of ${heldSteps}, one each ${repeat} ms`, goal: atLeast(100),
	};
};

const walkWhileReading = async (terminal: TerminalDriver, logFile: string): Promise<readonly Figure[]> => {
	terminal.press('home');
	await terminal.waitForQuiet();
	const before = countRequests(logFile);
	terminal.press('R');
	const refreshing = setInterval(() => {
		terminal.press('R');
	}, refreshEvery);
	try {
		await rest(refreshEvery);
		const latencies = await walk(terminal, steps, cursorOfClusters);
		return [
			...latencyFigures('arrow key during a refresh', latencies, {p95: 50}),
			{
				name: 'answered meanwhile', unit: 'requests', value: countRequests(logFile) - before, spread: '',
			},
		];
	} finally {
		clearInterval(refreshing);
	}
};

/**
The list of what to mend first over the whole fleet, with the ten thousands of its lines.
*/
const walkWorklist = async (terminal: TerminalDriver): Promise<readonly Figure[]> => {
	const cursor: CursorOf = screen => viewPosition(screen)?.cursor ?? 0;
	terminal.press('6');
	await terminal.waitFor(screen => (viewPosition(screen)?.count ?? 0) > 1000, {deadline: 60_000});
	await terminal.waitForQuiet({quiet: 500}).catch(() => {/* Lines are still ranked. */});
	await walk(terminal, 20, cursor);
	const latencies = await walk(terminal, steps, cursor);
	const count = viewPosition(terminal.screen())?.count ?? 0;
	terminal.press('esc');
	await terminal.waitFor(isFilled, {deadline: 60_000});
	return [
		...latencyFigures('arrow key in the worklist', latencies, {median: 16, p95: 33}),
		{
			name: 'lines of the worklist', unit: 'rows', value: count, spread: '',
		},
	];
};

export const keysSuite = (workplace: Workplace): Suite => ({
	name: 'keys',
	about: `--demo=1000 at 120×40: from the write of an arrow key to the bytes that move the cursor on the screen, ${steps} keys; a refresh is kept running by pressing R every ${refreshEvery} ms.`,
	async measure() {
		const line = await echoFigure();
		const home = workplace.makeHome();
		const terminal = openDashboard(workplace, home, ['--demo=1000', '--log-file', home.logFile]);
		try {
			await terminal.waitFor(isFilled, {deadline: 60_000});
			await waitUntilRead(home.logFile);
			await walk(terminal, 20, cursorOfClusters);
			const latencies = await walk(terminal, steps, cursorOfClusters);
			const held = await hold(terminal);
			return [
				line,
				...latencyFigures('arrow key', latencies, {median: 16, p95: 33}),
				held,
				...await walkWorklist(terminal),
				...await walkWhileReading(terminal, home.logFile),
			];
		} finally {
			terminal.stop();
		}
	},
});
