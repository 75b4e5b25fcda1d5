import {Buffer} from 'node:buffer';
import {kubeconfigOf} from '../documents/kubeconfig.js';
import {isoTime} from '../documents/context.js';
import type {Site} from '../inside/site.js';
import {ok, type Answer} from './answer.js';
import {clusterPath, withCluster} from './cluster-routes.js';
import {runScript} from './kubernetes/run-script.js';
import {isDone} from './run-commands.js';
import {pathPattern, type Call, type Route} from './route.js';
import {siteOf} from './site-of.js';
import type {World} from './world.js';

/**
AKS's own words are flat, without `error` (recorded answers).
*/
const refused = (message: string, subcode: string): Answer => ({
	status: 400,
	body: {
		code: 'BadRequest', details: null, message, subcode,
	},
});

const handOut = (site: Site): Answer => ok({kubeconfigs: [{name: 'clusterUser', value: Buffer.from(kubeconfigOf(site)).toString('base64')}]});

const commandOf = (body: string): string => {
	try {
		const {command} = JSON.parse(body) as {readonly command?: unknown};
		return typeof command === 'string' ? command : '';
	} catch {
		return '';
	}
};

/**
202 with a location and nothing else, as often as it is asked while the command runs (recorded answers).
*/
const accepted = (url: URL, body?: unknown): Answer => ({status: 202, headers: {location: url.href}, body});

const start = (world: World, site: Site, {url, body, seconds}: Call): Answer => {
	if (site.cluster.runCommandDisabled) {
		return refused('Run command is disabled on this cluster.', 'RunCommand_BadRequest');
	}

	const {id} = world.commands.start(site, commandOf(body), seconds);
	const location = new URL(url);
	location.pathname = `${url.pathname.slice(0, url.pathname.lastIndexOf('/'))}/commandResults/${id}`;
	return accepted(location);
};

const result = (world: World, id: string, {url, seconds}: Call): Answer => {
	const command = world.commands.find(id);
	if (!command) {
		return refused(`The command ${id} is not known.`, 'GetCommandResult_NotFound');
	}

	if (!isDone(command, seconds)) {
		return accepted(url, {id, properties: {provisioningState: 'Running'}});
	}

	const startedAt = world.context.base + (command.startedAt * 1000);
	return ok({
		id,
		properties: {
			provisioningState: 'Succeeded', exitCode: 0, startedAt: isoTime(startedAt), finishedAt: isoTime(startedAt + 2000), logs: runScript(siteOf(world, command.index), command.script),
		},
	});
};

/**
The ways into a cluster that Resource Manager hands out; Microsoft.ContainerService, api-version 2026-07-01.
*/
export const entryRoutes: readonly Route[] = [
	{
		method: 'POST',
		pattern: pathPattern(`${clusterPath}/listClusterUserCredential`),
		action: 'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action',
		answer: (world, _call, groups) => withCluster(world, groups, (_cluster, index) => handOut(siteOf(world, index))),
	},
	{
		method: 'POST',
		pattern: pathPattern(`${clusterPath}/runCommand`),
		action: 'Microsoft.ContainerService/managedClusters/runCommand/action',
		answer: (world, call, groups) => withCluster(world, groups, (_cluster, index) => start(world, siteOf(world, index), call)),
	},
	{
		pattern: pathPattern(`${clusterPath}/commandResults/:command`),
		action: 'Microsoft.ContainerService/managedClusters/commandResults/read',
		answer: (world, call, groups) => result(world, groups.command!, call),
	},
];
