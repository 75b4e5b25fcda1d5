import type {TerminalDriver} from '../../support/terminal.js';
import {
	atLeast,
	atMost,
	medianFigure,
	type Figure,
	type Suite,
} from '../figure.js';
import {mostClustersAsked} from '../poll-log.js';
import {residentMegabytes} from '../process-usage.js';
import {openDashboard, rest, type Workplace} from '../program.js';
import {isFilled, viewPosition} from '../screen.js';
import {echoFigure, latencyFigures, walk} from '../walk.js';

const steps = 240;

const openings = 20;

/**
A thousand clusters are looked into, seven at once, while the demo's cloud makes their documents in the same process.
*/
const mostLooking = 900_000;

const cursor = (screen: readonly string[]): number => viewPosition(screen)?.cursor ?? 0;

const goTo = async (terminal: TerminalDriver, view: string, title: string): Promise<void> => {
	terminal.press(':', ...view, 'enter');
	await terminal.waitFor(screen => screen.some(line => line.startsWith(`╭ ${title} `)) && (viewPosition(screen)?.count ?? 0) > 0, {deadline: 60_000});
	terminal.press('home');
	await terminal.waitForQuiet({quiet: 60}).catch(() => {/* Rows come as clusters are looked into. */});
};

// Tables of a cluster have a position, too.
const isAtClusters = (screen: readonly string[]): boolean => screen.some(line => line.startsWith('╭ 1 Clusters '));

/**
Opens clusters that nobody has looked into yet, and walks on: from Enter to the page with what is known, and until its nodes are there.
*/
const openClusters = async (terminal: TerminalDriver): Promise<readonly Figure[]> => {
	const opened: number[] = [];
	const filled: number[] = [];
	await goTo(terminal, 'clusters', '1 Clusters');
	/* eslint-disable no-await-in-loop -- one after the other, as a person does */
	for (let index = 0; index < openings; index++) {
		const pressedAt = terminal.elapsed();
		terminal.press('enter');
		opened.push(await terminal.waitFor(/\[1 Overview\]/v) - pressedAt);
		terminal.press('4');
		await terminal.waitFor(/\[4 Nodes/v);
		filled.push(await terminal.waitFor(/\[4 Nodes \d+\]|unknown: |no nodes/v) - pressedAt);
		terminal.press('esc');
		await terminal.waitFor(screen => isAtClusters(screen) && cursor(screen) === index + 1);
		terminal.press('down');
		await terminal.waitFor(screen => cursor(screen) === index + 2);
		await rest(100);
	}

	/* eslint-enable no-await-in-loop */
	return [
		medianFigure('a cluster is opened: what is known', 'ms', opened, atMost(50)),
		medianFigure('a cluster is opened: its nodes, or why not', 'ms', filled),
	];
};

const isLookedInto = (screen: readonly string[]): boolean => {
	const foot = screen.findLast(line => line.startsWith('╰')) ?? '';
	return foot !== '' && !foot.includes('looked into');
};

const views = [['patching', 'Patching'], ['nodes', 'Nodes'], ['exposure', 'Exposure'], ['services', 'Exposure']] as const;

export const insideSuite = (workplace: Workplace): Suite => ({
	name: 'inside',
	about: `--demo=1000 --inside at 120×40: from the write of an arrow key to the bytes that move the cursor on the screen, ${steps} keys each, while clusters are looked into and again once all were; they go on being looked into, for the views watch them.`,
	async measure() {
		const line = await echoFigure();
		const home = workplace.makeHome();
		const terminal = openDashboard(workplace, home, ['--demo=1000', '--inside', '--log-file', home.logFile]);
		try {
			await terminal.waitFor(isFilled, {deadline: 60_000});
			await terminal.waitFor(/posture \d/v, {deadline: 120_000});
			const opening = await openClusters(terminal);
			await goTo(terminal, 'patching', 'Patching');
			const during = await walk(terminal, steps, cursor);
			await terminal.waitFor(isLookedInto, {deadline: mostLooking});
			const figures: Figure[] = [];
			const counts = new Map<string, number>();
			for (const [view, title] of views) {
				/* eslint-disable no-await-in-loop -- two at a time would measure each other */
				await goTo(terminal, view, title);
				await walk(terminal, 20, cursor);
				counts.set(view, viewPosition(terminal.screen())?.count ?? 0);
				figures.push(...latencyFigures(`arrow key in :${view}`, await walk(terminal, steps, cursor), {median: 16}));
				/* eslint-enable no-await-in-loop */
			}

			const count = (name: string, view: string, least: number): Figure => ({
				name, unit: 'rows', value: counts.get(view)!, spread: '', goal: atLeast(least),
			});
			return [
				line,
				...opening,
				...latencyFigures('arrow key in :patching while clusters are looked into', during, {p95: 50}),
				count('clusters', 'patching', 1000),
				count('nodes', 'nodes', 20_000),
				count('Services', 'services', 30_000),
				...figures,
				{
					name: 'clusters asked at once, at most', unit: 'clusters', value: mostClustersAsked(home.logFile), spread: 'by the log', goal: atMost(8),
				},
				{
					name: 'resident, the demo\'s cloud included', unit: 'MB', value: residentMegabytes(terminal.pid), spread: '',
				},
			];
		} finally {
			terminal.stop();
		}
	},
});
