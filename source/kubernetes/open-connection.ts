import type {ReachWay} from '../model/inside.js';
import {valueOf} from '../model/known.js';
import type {ClusterConnection} from './cluster-connection.js';
import {createClusterReader} from './cluster-reader.js';
import {createClusterTransport} from './cluster-transport.js';
import type {Tried} from './reach-attempt.js';
import {isPrivateCluster, type ReachInput} from './reach-input.js';

/**
Milliseconds until the first answer: a private cluster without a line is silent for ever.
*/
const firstDeadline = 10_000;

/**
Tries a connection with one question, which everybody who has signed in may ask: its version.

Rejects with `SourceError` where the server does not answer, or does not know who asks.
*/
export const openConnection = async (way: ReachWay, connection: ClusterConnection, {session, cluster, limits, onWait}: ReachInput, signal: AbortSignal): Promise<Tried> => {
	const about = {clusterId: cluster.id, isAzureRbac: valueOf(cluster.azureRbac)};
	const isPrivate = isPrivateCluster(cluster);
	const open = (deadline: number) => createClusterReader({
		connection, about, transport: createClusterTransport(session.transport, connection, isPrivate, {...limits, deadline, onWait}),
	});
	const version = await open(Math.min(firstDeadline, limits.deadline)).version(signal);
	return {
		isReached: true,
		way,
		server: new URL(connection.server).host,
		reader: {...open(limits.deadline), version: async () => version},
	};
};
