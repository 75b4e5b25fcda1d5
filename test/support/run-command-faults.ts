import type {Answer, Incoming} from './azure-server/answer.js';
import {loadDocument} from './azure-server/fleet.js';
import type {AzureServer, Fault} from './azure-server/server.js';

const asksCommand = ({method, url}: Incoming): boolean => method === 'POST' && /\/runcommand$/iv.test(url.pathname);

const asksResult = ({method, url}: Incoming): boolean => method === 'GET' && /\/commandresults\//iv.test(url.pathname);

/**
The commands that were asked for, in order.
*/
export const commandsIn = ({requests}: AzureServer): readonly string[] =>
	requests.filter(request => asksCommand(request)).map(({body}) => (JSON.parse(body) as {readonly command: string}).command);

/**
What kubectl prints for each part of the script; a part that is not there has no rows.
*/
export type Printed = Readonly<Record<string, string>>;

const logsOf = (script: string, printed: Printed): string => {
	const mark = /printf '\\n(?<mark>\S+) begin/v.exec(script)!.groups!.mark!;
	return script.matchAll(/^part (?<name>\w+) /gmv).map(({groups}) => {
		const name = groups!.name!;
		return `\n${mark} begin ${name}\n${printed[name] ?? ''}\n\n${mark} end ${name} 0\n`;
	}).toArray().join('');
};

type Recorded = {readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body?: unknown};

/**
Azure's answers to the run command, as they were recorded: accepted, still running once, and then finished, with what kubectl has printed.
*/
export const runCommandFaults = (server: AzureServer, printed: () => Printed): readonly Fault[] => {
	const recorded = (name: string) => (): Answer => {
		const {status, headers: {location}, body} = loadDocument(`aks/${name}.json`) as Recorded;
		return {status, headers: {location: location!.replace('https://management.azure.com', () => server.url)}, body: body ?? ''};
	};

	let polls = 0;
	const running = recorded('recorded-run-command-result-running');
	return [
		{when: asksCommand, give: recorded('recorded-run-command-accepted')},
		{
			when: asksResult,
			give() {
				polls++;
				return polls % 2 === 1
					? running()
					: {
						status: 200, body: {
							id: '300ac3fddbb444308fa05d36a3002ef3', properties: {
								provisioningState: 'Succeeded', exitCode: 0, startedAt: '2026-08-29T11:47:54Z', finishedAt: '2026-08-29T11:47:55Z', logs: logsOf(commandsIn(server).at(-1)!, printed()),
							},
						},
					};
			},
		},
	];
};
