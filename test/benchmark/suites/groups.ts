import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {
	type Document,
	type ServerFleet,
	documentFleet,
	loadDocument,
	move,
} from '../../support/azure-server/fleet.js';
import {startAzureServer} from '../../support/azure-server/server.js';
import {startInTerminal, type TerminalDriver} from '../../support/terminal.js';
import {
	atMost,
	medianFigure,
	type Figure,
	type Suite,
} from '../figure.js';
import {residentMegabytes} from '../process-usage.js';
import {openDashboard, rest, type Workplace} from '../program.js';
import {viewPosition} from '../screen.js';
import {echoFigure, latencyFigures, walk} from '../walk.js';

const steps = 240;

const groupCount = 5000;

const hostCount = 2000;

const subscriptionId = '00000000-0000-0000-0000-0000000000a1';

const fleet = (): ServerFleet => {
	const {value: models} = loadDocument('aci/container-group-list-composed.json') as {readonly value: readonly Document[]};
	const {value: machines} = loadDocument('hybridcompute/recorded-machine-list-excerpt.json') as {readonly value: readonly Document[]};
	return {
		...documentFleet(),
		hosts: Array.from({length: hostCount}, (_, index) => move(machines[index % 7], subscriptionId, `win-${String(index).padStart(4, '0')}`)),
		containerGroups: Array.from({length: groupCount}, (_, index) => move(models[index % models.length], subscriptionId, `aci-${String(index).padStart(4, '0')}`)),
	};
};

const cursor = (screen: readonly string[]): number => viewPosition(screen)?.cursor ?? 0;

const settled = async (terminal: TerminalDriver): Promise<void> => {
	await terminal.waitForQuiet({quiet: 500}).catch(() => {/* Rows are still judged. */});
};

/**
The list of all groups, read over HTTPS from a server in this process, which rests while keys are measured.
*/
const measureList = async (workplace: Workplace): Promise<readonly Figure[]> => {
	const server = await startAzureServer({fleet: fleet()});
	const home = workplace.makeHome();
	const profile = path.join(home.env.HOME!, 'cloud.json');
	writeFileSync(profile, JSON.stringify(server.profile));
	const terminal = startInTerminal({
		args: [workplace.program, '--cloud', profile, '--auth', 'environment', '--interval', '1h'],
		env: {
			...home.env, AZURE_TENANT_ID: server.fleet.tenantId, AZURE_CLIENT_ID: '00000000-0000-0000-0000-000000000077', AZURE_CLIENT_SECRET: 'a-secret-of-a-test',
		},
	});
	try {
		await terminal.waitFor(/posture \d/v, {deadline: 60_000});
		terminal.press(':', ...'aci', 'enter');
		await terminal.waitFor(screen => viewPosition(screen)?.count === groupCount, {deadline: 60_000});
		await settled(terminal);
		await walk(terminal, 20, cursor);
		const list = await walk(terminal, steps, cursor);
		terminal.press(':', ...'recommendations', 'enter');
		await terminal.waitFor(screen => viewPosition(screen)?.count === 8, {deadline: 60_000});
		await settled(terminal);
		terminal.press('enter');
		await terminal.waitFor(screen => viewPosition(screen)?.count === groupCount, {deadline: 60_000});
		await settled(terminal);
		const board = await walk(terminal, steps, cursor);
		terminal.press(':', ...'hosts', 'enter');
		await terminal.waitFor(screen => viewPosition(screen)?.count === hostCount, {deadline: 60_000});
		await settled(terminal);
		const hosts = await walk(terminal, steps, cursor);
		return [
			{
				name: 'hosts', unit: 'rows', value: hostCount, spread: '',
			},
			...latencyFigures('arrow key in :hosts', hosts, {median: 16}),
			{
				name: 'container groups', unit: 'rows', value: groupCount, spread: '',
			},
			...latencyFigures('arrow key in :aci', list, {median: 16}),
			...latencyFigures('arrow key among the groups of a recommendation', board, {median: 16}),
			{
				name: `resident, ${groupCount} groups and ${hostCount} hosts`, unit: 'MB', value: residentMegabytes(terminal.pid), spread: '',
			},
		];
	} finally {
		terminal.stop();
		await server.close();
	}
};

/**
Keys while a log goes on, by the bytes that answer them.
*/
const pressInLog = async (terminal: TerminalDriver, count: number): Promise<readonly number[]> => {
	const latencies: number[] = [];
	for (let index = 0; index < count; index++) {
		// eslint-disable-next-line no-await-in-loop -- one after the other, as a person does
		const {latency} = await terminal.measureKey(index % 2 === 0 ? 'up' : 'down', {quiet: 5});
		latencies.push(latency);
		// eslint-disable-next-line no-await-in-loop
		await rest(20 + (Math.random() * 40));
	}

	return latencies;
};

/**
While the fleet is judged, rows come and go: a key is pressed again where it opened nothing.
*/
const openFirst = async (terminal: TerminalDriver, attempts = 5): Promise<void> => {
	await settled(terminal);
	terminal.press('enter');
	try {
		await terminal.waitFor('[1 Overview]', {deadline: 4000});
	} catch (error) {
		if (attempts === 0) {
			throw error;
		}

		await openFirst(terminal, attempts - 1);
	}
};

/**
The log of a container that writes 5,000 lines a second, which the demo makes in the same process.
*/
const measureLogs = async (workplace: Workplace): Promise<readonly Figure[]> => {
	const home = workplace.makeHome();
	const terminal = openDashboard(workplace, home, ['--demo=1000', '--interval', '1h']);
	try {
		await terminal.waitFor(/posture \d/v, {deadline: 120_000});
		terminal.press(':', ...'aci', 'enter');
		await terminal.waitFor(screen => (viewPosition(screen)?.count ?? 0) > 0, {deadline: 60_000});
		terminal.press('/', ...'name:-0001', 'enter');
		await terminal.waitFor(screen => screen.some(line => line.includes('-0001 ')));
		await openFirst(terminal);
		terminal.press('4');
		await terminal.waitFor(/of 5000 ╯/v, {deadline: 60_000});
		const before = residentMegabytes(terminal.pid);
		const keys = await pressInLog(terminal, steps);
		await rest(20_000);
		const after = residentMegabytes(terminal.pid);
		const isFull = terminal.screen().some(line => line.includes('of 5000 ╯'));
		return [
			medianFigure('arrow key in a log of 5,000 lines a second', 'ms', keys, atMost(16)),
			...latencyFigures('the same', keys, {p95: 50}).slice(1),
			{
				name: 'lines kept of it', unit: 'rows', value: isFull ? 5000 : 0, spread: '', goal: atMost(5000),
			},
			{
				name: 'resident when it is opened', unit: 'MB', value: before, spread: '',
			},
			{
				name: 'resident after half a minute of it', unit: 'MB', value: after, spread: '',
			},
		];
	} finally {
		terminal.stop();
	}
};

export const groupsSuite = (workplace: Workplace): Suite => ({
	name: 'groups',
	about: `${groupCount} container groups read over HTTPS, at 120×40: from the write of an arrow key to the bytes that move the cursor on the screen, ${steps} keys each; and in --demo=1000 the log of a container that writes 5,000 lines a second.`,
	async measure() {
		const line = await echoFigure();
		return [line, ...await measureList(workplace), ...await measureLogs(workplace)];
	},
});
