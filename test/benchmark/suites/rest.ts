import {
	atMost,
	medianFigure,
	type Figure,
	type Suite,
} from '../figure.js';
import {countRequests, waitUntilRead} from '../poll-log.js';
import {processorSeconds, residentMegabytes} from '../process-usage.js';
import {openDashboard, rest, type Workplace} from '../program.js';
import {isFilled} from '../screen.js';

const runs = 3;

/**
For what a refresh leaves behind to be collected, as it would be in a dashboard that is only looked at.
*/
const settling = 5000;

const residentAfterRefresh = async (workplace: Workplace, demo: string): Promise<number> => {
	const home = workplace.makeHome();
	const terminal = openDashboard(workplace, home, [demo, '--log-file', home.logFile]);
	try {
		await terminal.waitFor(isFilled, {deadline: 60_000});
		await waitUntilRead(home.logFile);
		const requests = countRequests(home.logFile);
		terminal.press('R');
		await waitUntilRead(home.logFile, requests);
		await rest(settling);
		return residentMegabytes(terminal.pid);
	} finally {
		terminal.stop();
	}
};

const memoryFigure = async (workplace: Workplace, demo: string, limit: number): Promise<Figure> => {
	const samples: number[] = [];
	for (let run = 0; run < runs; run++) {
		// eslint-disable-next-line no-await-in-loop
		samples.push(await residentAfterRefresh(workplace, demo));
	}

	return medianFigure(`${demo}, resident`, 'MB', samples, atMost(limit));
};

export const memorySuite = (workplace: Workplace): Suite => ({
	name: 'memory',
	about: `VmRSS after every source was read, one refresh (R) and ${settling / 1000} s of rest; MB are millions of bytes.`,
	measure: async () => [
		await memoryFigure(workplace, '--demo', 170),
		await memoryFigure(workplace, '--demo=1000', 350),
	],
});

/**
The least interval for which the ordinary demo is polled once, so that a poll is in it.
*/
const watched = 60_000;

const watchedPaused = 30_000;

const shareOf = async (pid: number, milliseconds: number): Promise<number> => {
	const before = processorSeconds(pid);
	const begin = performance.now();
	await rest(milliseconds);
	return (processorSeconds(pid) - before) / (performance.now() - begin) * 100_000;
};

export const processorSuite = (workplace: Workplace): Suite => ({
	name: 'processor',
	about: `User and system time of the process, ordinary demo, no key pressed: ${watched / 1000} s as it comes (with one poll of everything), then ${watchedPaused / 1000} s paused.`,
	async measure() {
		const home = workplace.makeHome();
		const terminal = openDashboard(workplace, home, ['--demo', '--log-file', home.logFile]);
		try {
			await terminal.waitFor(isFilled, {deadline: 60_000});
			await waitUntilRead(home.logFile);
			await rest(settling);
			const polling = await shareOf(terminal.pid, watched);
			terminal.press('p');
			await rest(settling);
			const paused = await shareOf(terminal.pid, watchedPaused);
			return [
				{
					name: 'at rest', unit: '%', value: polling, spread: `of a core, over ${watched / 1000} s`, goal: atMost(0.5),
				},
				{
					name: 'at rest, paused', unit: '%', value: paused, spread: `of a core, over ${watchedPaused / 1000} s`, goal: atMost(0.5),
				},
			];
		} finally {
			terminal.stop();
		}
	},
});
