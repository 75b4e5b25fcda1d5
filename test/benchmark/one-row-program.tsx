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
import {createTheme} from '../../views/theme.js';

const interval = 3000;

/**
The member of one cluster's document that says on which version it is: no other row shows it.
*/
const version = /(?<before>"name":"aks-platform-portal-prod[^"]*".*?"currentKubernetesVersion":")(?<version>[^"]+)/v;

/**
The demo without its story, but for one cluster, which is found on another patch version each time that clusters are read.
*/
const createChangingTransport = (): HttpClient => {
	const transport = createDemoTransport({
		seed: 1, now: Date.now, story: false,
	});
	let reads = 0;
	return {
		async sendRequest(request) {
			const response = await transport.sendRequest(request);
			return {
				...response,
				bodyAsText: response.bodyAsText?.replace(version, (_, before: string, found: string) => {
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
const store = createFleetStore({collectors: async () => createCollectors(session), interval, isDemo: true});
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
