import type {Reach, ReachAttempt} from '../model/inside.js';
import {valueOf} from '../model/known.js';
import {sanitize} from '../terminal/sanitize.js';
import {tryKubeconfig} from './kubeconfig-way.js';
import type {KubernetesReader} from './kubernetes-reader.js';
import type {ReachInput} from './reach-input.js';
import {tryRunCommand} from './run-command-way.js';
import {tryUserCredential} from './user-credential.js';

const ways = [tryUserCredential, tryKubeconfig, tryRunCommand];

const safeHost = (host: string | undefined): string | undefined => (host === undefined || host === '' ? undefined : sanitize(host, 253));

/**
Reaches a cluster's own API by the first way that is open: with an Entra token, with the certificate that everybody shares, by a kubeconfig, by
the run command. Each is tried only where a person has asked for it.

@returns How it was reached and what was tried before, and what reads it; no reader where it could not be reached. Rejects with the signal's
reason only.
*/
export const reachCluster = async (input: ReachInput, signal: AbortSignal): Promise<{readonly reach: Reach; readonly reader: KubernetesReader | undefined}> => {
	const {cluster} = input;
	if (valueOf(cluster.powerState)?.toLowerCase() === 'stopped') {
		const attempt: ReachAttempt = {
			way: 'entra', cause: 'unreachable', reason: 'The cluster is stopped.', remedy: `az aks start --ids ${sanitize(cluster.id, 300)}`,
		};
		return {reach: {way: undefined, server: undefined, attempts: [attempt]}, reader: undefined};
	}

	const attempts: ReachAttempt[] = [];
	let server: string | undefined;
	for (const tryWay of ways) {
		// eslint-disable-next-line no-await-in-loop -- the order is the meaning
		const tried = await tryWay(input, signal);
		if (tried.isReached) {
			return {reach: {way: tried.way, server: safeHost(tried.server), attempts}, reader: tried.reader};
		}

		attempts.push(...tried.attempts);
		server ??= tried.server;
	}

	return {reach: {way: undefined, server: safeHost(server), attempts}, reader: undefined};
};
