import {writeFileSync} from 'node:fs';
import path from 'node:path';
import type {ExecutionContext} from 'ava';
import {startAzureServer, type AzureServer, type ServerOptions} from './azure-server/server.js';
import {
	makeHome,
	openDashboard,
	type DashboardOptions,
	type Home,
} from './dashboard.js';
import type {TerminalDriver} from './terminal.js';

/**
A server that speaks as Azure does, and all that the program needs to read it.
*/
export type Live = {
	readonly server: AzureServer;
	readonly home: Home;
	/**
	`--cloud FILE --auth environment`
	*/
	readonly args: readonly string[];
	/**
	Of the home, with an application's id and secret.
	*/
	readonly env: Readonly<Record<string, string | undefined>>;
};

/**
Starts the server and writes its profile; both are gone with the test.

@param change What is otherwise in the profile: another address, no certificate authority.
*/
export const startLive = async (t: ExecutionContext, {change = {}, ...options}: ServerOptions & {readonly change?: Readonly<Record<string, unknown>>} = {}): Promise<Live> => {
	const server = await startAzureServer(options);
	const home = makeHome();
	t.teardown(async () => {
		home.remove();
		await server.close();
	});
	const profile = path.join(home.folder, 'cloud.json');
	writeFileSync(profile, JSON.stringify({...server.profile, ...change}));
	return {
		server,
		home,
		args: ['--cloud', profile, '--auth', 'environment'],
		env: {
			...home.env, AZURE_TENANT_ID: server.fleet.tenantId, AZURE_CLIENT_ID: '00000000-0000-0000-0000-000000000077', AZURE_CLIENT_SECRET: 'a-secret-of-a-test',
		},
	};
};

/**
Opens the built dashboard over such a server.
*/
export const openLive = (t: ExecutionContext, {args, env, home}: Live, options: DashboardOptions = {}): TerminalDriver => openDashboard(t, {
	...options, home, args: [...args, ...(options.args ?? [])], env: {...env, ...options.env},
});
