import {existsSync, readdirSync} from 'node:fs';
import {startInTerminal} from '../../support/terminal.js';
import {
	atMost,
	median,
	medianFigure,
	spreadOf,
	type Figure,
	type Suite,
} from '../figure.js';
import {
	openDashboard,
	rest,
	type Home,
	type Workplace,
} from '../program.js';
import {isFilled} from '../screen.js';

const runs = 15;

const coldRuns = 7;

const startFloor = async (home: Home): Promise<number> => {
	const terminal = startInTerminal({args: ['-e', 'console.log(1)'], env: home.env});
	try {
		return await terminal.waitFor('1');
	} finally {
		terminal.stop();
	}
};

type Start = {readonly text: number; readonly rows: number};

const startDemo = async (workplace: Workplace, home: Home): Promise<Start> => {
	const terminal = openDashboard(workplace, home, ['--demo']);
	try {
		const text = await terminal.waitFor('crowsnest');
		return {text, rows: await terminal.waitFor(isFilled, {deadline: 60_000})};
	} finally {
		terminal.stop();
	}
};

/**
Runs the program until Node has written down what it compiled: the program asks for that some seconds after its start.
*/
const warmUp = async (workplace: Workplace, home: Home): Promise<void> => {
	const terminal = openDashboard(workplace, home, ['--demo']);
	try {
		await terminal.waitFor(isFilled, {deadline: 60_000});
		terminal.press('q');
		await terminal.waitForExit();
	} finally {
		terminal.stop();
	}

	await rest(100);
	if (!existsSync(home.compileCache) || readdirSync(home.compileCache).length === 0) {
		throw new Error('The program wrote no compile cache.');
	}
};

const above = (name: string, times: readonly number[], floor: readonly number[], limit?: number): Figure => {
	const differences = times.map((time, index) => time - floor[index]!);
	return {
		name,
		unit: 'ms',
		value: median(times) - median(floor),
		spread: spreadOf(differences),
		...(limit !== undefined && {goal: atMost(limit)}),
	};
};

export const startSuite = (workplace: Workplace): Suite => ({
	name: 'start',
	about: `From just before the process is made to the bytes on the screen; ${runs} starts in turns with Node printing one line; compile cache warm but where it says cold.`,
	async measure() {
		const home = workplace.makeHome();
		await warmUp(workplace, home);
		const floor: number[] = [];
		const starts: Start[] = [];
		const coldFloor: number[] = [];
		const coldStarts: Start[] = [];
		/* eslint-disable no-await-in-loop -- one after the other, in turns */
		for (let run = 0; run < runs; run++) {
			floor.push(await startFloor(home));
			starts.push(await startDemo(workplace, home));
		}

		for (let run = 0; run < coldRuns; run++) {
			coldFloor.push(await startFloor(home));
			coldStarts.push(await startDemo(workplace, workplace.makeHome()));
		}
		/* eslint-enable no-await-in-loop */

		const texts = starts.map(({text}) => text);
		const rows = starts.map(start => start.rows);
		return [
			medianFigure('Node prints one line', 'ms', floor),
			medianFigure('first text', 'ms', texts),
			above('first text, above Node', texts, floor, 60),
			medianFigure('four panes filled', 'ms', rows),
			above('four panes filled, above Node', rows, floor, 400),
			above('first text, above Node, cold', coldStarts.map(({text}) => text), coldFloor),
			above('four panes filled, above Node, cold', coldStarts.map(start => start.rows), coldFloor),
		];
	},
});
