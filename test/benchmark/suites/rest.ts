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

/**
Milliseconds without a request that tell that every cluster was looked into once: polls are further apart, first looks are not.
*/
const calm = 4000;

const mostLooking = 180_000;

const waitUntilCalm = async (logFile: string): Promise<void> => {
	const end = performance.now() + mostLooking;
	for (;;) {
		const before = countRequests(logFile);
		// eslint-disable-next-line no-await-in-loop
		await rest(calm);
		if (countRequests(logFile) === before) {
			return;
		}

		if (performance.now() > end) {
			throw new Error('The demo never came to rest: requests go on and on.');
		}
	}
};

const residentAfterRefresh = async (workplace: Workplace, demo: string, isLookedInto: boolean): Promise<number> => {
	const home = workplace.makeHome();
	const terminal = openDashboard(workplace, home, [demo, '--log-file', home.logFile]);
	try {
		await terminal.waitFor(isFilled, {deadline: 60_000});
		await waitUntilRead(home.logFile);
		if (isLookedInto) {
			await waitUntilCalm(home.logFile);
		}

		const requests = countRequests(home.logFile);
		terminal.press('R');
		await waitUntilRead(home.logFile, requests);
		await rest(settling);
		return residentMegabytes(terminal.pid);
	} finally {
		terminal.stop();
	}
};

const memoryFigure = async (workplace: Workplace, demo: string, limit: number, isLookedInto: boolean): Promise<Figure> => {
	const samples: number[] = [];
	for (let run = 0; run < runs; run++) {
		// eslint-disable-next-line no-await-in-loop
		samples.push(await residentAfterRefresh(workplace, demo, isLookedInto));
	}

	return medianFigure(`${demo}, resident`, 'MB', samples, atMost(limit));
};

export const memorySuite = (workplace: Workplace): Suite => ({
	name: 'memory',
	about: `VmRSS after every source was read, one refresh (R) and ${settling / 1000} s of rest; MB are millions of bytes.`,
	measure: async () => [
		await memoryFigure(workplace, '--demo', 170, true),
		await memoryFigure(workplace, '--demo=1000', 350, false),
	],
});

/**
As long as the interval of live polls, so that one of them is in it.
*/
const watched = 60_000;

const watchedPaused = 30_000;

const shareOf = async (pid: number, milliseconds: number): Promise<number> => {
	const before = processorSeconds(pid);
	const begin = performance.now();
	await rest(milliseconds);
	return (processorSeconds(pid) - before) / (performance.now() - begin) * 100_000;
};

const watch = async (workplace: Workplace, name: string, args: readonly string[]): Promise<readonly Figure[]> => {
	const home = workplace.makeHome();
	const terminal = openDashboard(workplace, home, [...args, '--log-file', home.logFile]);
	const figure = (title: string, value: number, milliseconds: number): Figure => ({
		name: title, unit: '%', value, spread: `of a core, over ${milliseconds / 1000} s`, goal: atMost(0.5),
	});
	try {
		await terminal.waitFor(isFilled, {deadline: 60_000});
		await waitUntilRead(home.logFile);
		await rest(settling);
		await waitUntilCalm(home.logFile);
		const polling = await shareOf(terminal.pid, watched);
		terminal.press('p');
		await rest(settling);
		return [figure(name, polling, watched), figure(`${name}, paused`, await shareOf(terminal.pid, watchedPaused), watchedPaused)];
	} finally {
		terminal.stop();
	}
};

export const processorSuite = (workplace: Workplace): Suite => ({
	name: 'processor',
	about: `User and system time of the process, ordinary demo, no key pressed, the cloud that the demo plays included, once every source was read and every cluster looked into: ${watched / 1000} s as it comes, then ${watchedPaused / 1000} s paused.`,
	measure: async () => [
		...await watch(workplace, 'at rest', ['--demo']),
		...await watch(workplace, 'at rest, polled as live Azure is', ['--demo', '--interval', '60']),
	],
});
