import {control, type Need, type Operation} from './operation.js';

const group = (action: string): Need => control(`Microsoft.ContainerInstance/containerGroups/${action}`);

/**
What can be done with a container group. Whoever opens a shell in a container is in it, with its secrets and its identities.
Source: operations of Microsoft.ContainerInstance, Azure resource provider operations, September 2023.
*/
export const containerGroupOperations: readonly Operation[] = [
	{
		id: 'read', title: 'Read', short: 'read', means: 'sees the group, and the values of plain environment variables',
		require: 'all', needs: [group('read')],
	},
	{
		id: 'logs', title: 'Read logs', short: 'logs', means: 'reads what the containers write',
		require: 'all', needs: [group('containers/logs/read')],
	},
	{
		id: 'shell', title: 'Open a shell', short: 'exec', means: 'runs commands inside a container (az container exec), with its secrets and identities',
		require: 'all', needs: [group('containers/exec/action')],
	},
	{
		id: 'attach', title: 'Attach', short: 'att', means: 'follows what a container writes, and may write to it',
		require: 'all', needs: [group('containers/attach/action')],
	},
	{
		id: 'run', title: 'Start and stop', short: 'run', means: 'starts, stops and restarts the group',
		require: 'any', needs: [group('start/action'), group('stop/action'), group('restart/action')],
	},
	{
		id: 'change', title: 'Create or change', short: 'make', means: 'replaces the group by one with other images and commands, and the same identities',
		require: 'all', needs: [group('write')],
	},
	{
		id: 'delete', title: 'Delete', short: 'del', means: 'deletes the group, and with it its logs',
		require: 'all', needs: [group('delete')],
	},
];
