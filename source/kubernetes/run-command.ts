import {randomBytes} from 'node:crypto';
import {readDocument} from '../azure/reading.js';
import {resourceParts} from '../azure/resource-id.js';
import type {Session} from '../azure/session.js';
import {breathe, type OnWait} from '../azure/wait.js';
import type {Cluster} from '../model/cluster.js';
import type {LookGrants} from '../model/inside.js';
import {valueOf} from '../model/known.js';
import {SourceError} from '../model/source-error.js';
import {sanitize} from '../terminal/sanitize.js';
import type {KubernetesReader} from './kubernetes-reader.js';
import {membersOf, textOf} from './members.js';
import {
	readRows,
	readVersion,
	runCommandScript,
	splitOutput,
	type RunCommandPart,
} from './run-command-script.js';

export type RunCommandOptions = {
	/**
	Milliseconds from one question for the result to the next.
	*/
	readonly pollInterval: number;
	/**
	Milliseconds until it is given up: an image has to be pulled, and a node to be found.
	*/
	readonly deadline: number;
	/**
	Gives the text that marks the parts of the output.
	*/
	readonly mark: () => string;
};

export const runCommandOptions: RunCommandOptions = {
	pollInterval: 2000, deadline: 240_000, mark: () => `@@${randomBytes(12).toString('hex')}`,
};

/**
Runs the command once for each time that a person asks for it, and keeps what it gave, a failure too: each run starts a pod.
*/
export type RunCommands = {
	/**
	Rejects with `SourceError`, or with the signal's reason once it is aborted.
	*/
	readonly read: (cluster: Cluster, grants: LookGrants, signal: AbortSignal, onWait: OnWait | undefined) => Promise<KubernetesReader>;
	/**
	What the last run gave; runs nothing. Rejects with `SourceError` where there was none, or it failed.
	*/
	readonly readKept: (cluster: Cluster) => Promise<KubernetesReader>;
};

const unreachable = (reason: string, remedy?: string): SourceError => new SourceError({
	cause: 'unreachable', reason, remedy, retryAt: undefined,
});

const cutOff = (length: number): SourceError => new SourceError({
	// What Azure leaves out is not there to be read.
	cause: 'not-found', reason: `Azure cut off the output of the run command after ${Math.round(length / 1000)} kB; this part is not in it.`, remedy: 'reach the cluster by another way: --kubeconfig FILE', retryAt: undefined,
});

const wholePart = (parts: ReadonlyMap<string, RunCommandPart>, name: string, length: number): RunCommandPart & {readonly state: 'whole'} => {
	const part = parts.get(name);
	if (part?.state !== 'whole') {
		throw cutOff(length);
	}

	return part;
};

const readerOf = (logs: string, mark: string, readAt: number): KubernetesReader => {
	const parts = splitOutput(logs, mark);
	return {
		readAt,
		async version(signal) {
			signal.throwIfAborted();
			return readVersion(wholePart(parts, 'version', logs.length).text);
		},
		async * list(list, signal) {
			signal.throwIfAborted();
			const {code, text} = wholePart(parts, list, logs.length);
			const documents = readRows(list, code, text);
			if (documents === undefined) {
				return;
			}

			yield {documents, isFirst: true};
			await breathe(signal);
		},
		async get(object, signal) {
			signal.throwIfAborted();
			const {code, text} = wholePart(parts, object.kind === 'node' ? 'nodes' : 'services', logs.length);
			const documents = readRows(object.kind === 'node' ? 'nodes' : 'services', code, text) ?? [];
			const found = documents.find(document => {
				const {name, namespace} = membersOf(membersOf(document).metadata);
				return name === object.name && (object.kind === 'node' || namespace === object.namespace);
			});
			if (found === undefined) {
				throw new SourceError({
					cause: 'not-found', reason: 'It was not there when the command ran.', remedy: undefined, retryAt: undefined,
				});
			}

			return found;
		},
	};
};

/**
Source: RunCommandResult of Microsoft.ContainerService 2026-07-01; its states come in any casing.
*/
const logsOf = (body: unknown): string => {
	const {provisioningState, reason, logs} = membersOf(membersOf(body).properties);
	const state = textOf(provisioningState)?.toLowerCase();
	if (state === 'succeeded') {
		return textOf(logs) ?? '';
	}

	const why = textOf(reason) ?? textOf(logs) ?? 'no reason is given';
	throw unreachable(state === 'failed' ? `The run command failed: ${sanitize(why, 200)}.` : 'The run command gave no result.');
};

type Done = {readonly runs: number; readonly outcome: KubernetesReader | SourceError};

/**
Makes what runs the command, for one session.
*/
export const createRunCommands = (session: Pick<Session, 'clusterToken' | 'containerService'>, options: RunCommandOptions = runCommandOptions): RunCommands => {
	const done = new Map<string, Done>();

	const run: RunCommands['read'] = async (cluster, grants, signal, onWait) => {
		const {subscriptionId, resourceGroup, names} = resourceParts(cluster.id);
		const client = await session.containerService(subscriptionId);
		const mark = options.mark();
		// Where Entra signs in, the command runs with this token's rights; without, as cluster-admin.
		const clusterToken = valueOf(cluster.entraIntegrated) === true ? await session.clusterToken(signal) : undefined;
		const ending = AbortSignal.timeout(options.deadline);
		try {
			const body = await readDocument({signal: AbortSignal.any([signal, ending]), onWait, grants}, async ({abortSignal}) => client.managedClusters.runCommand(
				resourceGroup,
				names.managedclusters ?? '',
				{command: runCommandScript(mark), context: '', ...(clusterToken !== undefined && {clusterToken})},
				{abortSignal, updateIntervalInMs: options.pollInterval},
			));
			return readerOf(logsOf(body), mark, Date.now());
		} catch (error) {
			signal.throwIfAborted();
			throw ending.aborted ? unreachable(`The run command was not done within ${Math.ceil(options.deadline / 60_000)} minutes.`, 'az aks command invoke --command "kubectl get nodes" shows what it waits for') : error;
		}
	};

	const giveKept = ({outcome}: Done): KubernetesReader => {
		if (outcome instanceof SourceError) {
			throw outcome;
		}

		return outcome;
	};

	return {
		async readKept({key}) {
			const known = done.get(key);
			if (known === undefined) {
				throw unreachable('The run command has not given anything yet.');
			}

			return giveKept(known);
		},
		async read(cluster, grants, signal, onWait) {
			const {runs = 0} = grants;
			const known = done.get(cluster.key);
			if (known?.runs === runs) {
				return giveKept(known);
			}

			try {
				const outcome = await run(cluster, grants, signal, onWait);
				done.set(cluster.key, {runs, outcome});
				return outcome;
			} catch (error) {
				// Where Azure asks to wait, no pod was started.
				if (error instanceof SourceError && error.detail.cause !== 'throttled') {
					done.set(cluster.key, {runs, outcome: error});
				}

				throw error;
			}
		},
	};
};
