import {writeFileSync} from 'node:fs';
import process from 'node:process';
import type {HttpClient} from '@azure/core-rest-pipeline';
import {createDemoCredential, createDemoTransport, demoCloud} from '../../demo/index.js';
import {createCollectors} from '../../source/azure/create-collectors.js';
import {createSession} from '../../source/azure/session.js';
import {createFleetStore} from '../../source/fleet/create-store.js';
import {readCapabilities} from '../../source/terminal/capabilities.js';
import App from '../../views/app.js';
import {createTools} from '../../views/create-tools.js';
import {mount} from '../../views/output/render.js';
import {openScreen} from '../../views/output/screen.js';
import {clustersPane} from '../../views/panes/clusters.js';
import {sortRows} from '../../views/parts/table/sort-rows.js';
import {createTheme} from '../../views/theme.js';

/*
Takes the name of a file that it writes as soon as everything was read and changes begin.
*/

const interval = 3000;

/**
Everything in the demo happened whole days before its clock began: a minute later, no age turns to the next day while polls are measured.
*/
const since = 60_000;

/**
The member of a cluster's document that says on which version it is.
*/
const versionOf = (name: string): RegExp => new RegExp(`(?<before>"name":"${name}".*?"currentKubernetesVersion":")(?<version>[^"]+)`, 'v');

/**
The cluster whose patch version changes with each reading; nothing changes before it is chosen.
*/
let changing: RegExp | undefined;

/**
The demo without its story, but for one cluster.
*/
const createChangingTransport = (): HttpClient => {
	const transport = createDemoTransport({
		seed: 1, now: () => Date.now() - since, story: false,
	});
	let reads = 0;
	return {
		async sendRequest(request) {
			const response = await transport.sendRequest(request);
			return {
				...response,
				bodyAsText: changing === undefined
					? response.bodyAsText
					: response.bodyAsText?.replace(changing, (_, before: string, found: string) => {
						reads++;
						return before + found.replace(/\d$/v, digit => String((Number(digit) + (reads % 2)) % 10));
					}),
			};
		},
	};
};

const session = createSession({
	cloud: demoCloud,
	credential: createDemoCredential(),
	transport: createChangingTransport(),
	scope: {subscriptions: [], managementGroup: undefined, tenant: undefined},
});
const store = createFleetStore({
	// What is asked of each cluster by itself would change rows of its own.
	collectors: async () => ({...createCollectors(session), clusterRecords: async () => new Promise(() => {/* Never. */})}),
	interval,
	isDemo: true,
});

/**
Sources that have come to an end once: a first page is not yet one.
*/
const ended = new Set<string>();

/**
Once everything was read, the cluster in the first row of its pane begins to change: the row is on the screen, and stays where
it is, because another patch of an old version changes no verdict.
*/
const beginToChange = (): void => {
	const snapshot = store.getSnapshot();
	const sources = Object.values(snapshot.sources);
	for (const {name, isReading, readAt, error} of sources) {
		if (!isReading && (readAt !== undefined || error !== undefined)) {
			ended.add(name);
		}
	}

	if (changing !== undefined || ended.size < sources.length) {
		return;
	}

	const column = clustersPane.columns.find(({id}) => id === clustersPane.defaultSort.column)!;
	const [first] = sortRows(snapshot.clusters, column, clustersPane.defaultSort.isDescending, {snapshot, now: Date.now()});
	changing = versionOf(first!.name);
	writeFileSync(process.argv[2]!, '');
};

store.subscribe(beginToChange);
const screen = openScreen({onClosing: async () => store.stop()});
const capabilities = readCapabilities({
	env: process.env, platform: process.platform, color: true, isAscii: false,
});
const tools = createTools({
	screen, capabilities, theme: createTheme(capabilities), portal: demoCloud.portal, clipboard: 'osc52',
});
mount(<App store={store} tools={tools}/>, screen, error => {
	screen.quit({error});
});
