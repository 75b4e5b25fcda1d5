import type {OpenedDocument} from '../azure/collect/document.js';
import type {Session} from '../azure/session.js';
import type {OnWait} from '../azure/wait.js';
import type {Cluster} from '../model/cluster.js';
import type {Inside, LookGrants} from '../model/inside.js';
import {clusterLimits, type ClusterLimits} from './cluster-transport.js';
import {createCollectInside} from './collect-inside.js';
import {readInsideDocument} from './inside-document.js';
import {reachCluster} from './reach-cluster.js';
import type {KubeconfigChoice} from './reach-input.js';
import {createRunCommands, runCommandOptions, type RunCommandOptions} from './run-command.js';

export type InsideOptions = {
	readonly kubeconfig?: KubeconfigChoice | undefined;
	readonly onWait?: OnWait | undefined;
	readonly limits?: ClusterLimits | undefined;
	readonly runCommand?: RunCommandOptions | undefined;
};

/**
Looks into one cluster. Rejects with the signal's reason only: what could not be reached or read is unknown, with its reason.
*/
export type LookInside = (signal: AbortSignal, cluster: Cluster, grants: LookGrants, onPartial?: (inside: Inside) => void) => Promise<Inside>;

/**
Reads the document of one node or Service. Rejects with `SourceError`, or with the signal's reason.
*/
export type ReadInsideDocument = (signal: AbortSignal, cluster: Cluster, grants: LookGrants, key: string) => Promise<OpenedDocument>;

export type InsideReaders = {readonly look: LookInside; readonly readDocument: ReadInsideDocument};

/**
Makes what looks into the clusters of one session.
*/
export const createInside = (session: Session, {kubeconfig, onWait, limits = clusterLimits, runCommand = runCommandOptions}: InsideOptions = {}): InsideReaders => {
	const collectInside = createCollectInside();
	const runCommands = createRunCommands(session, runCommand);
	const common = {
		session, kubeconfig, limits, onWait,
	};
	return {
		async look(signal, cluster, grants, onPartial) {
			const reached = await reachCluster({
				...common, cluster, grants, runCommands,
			}, signal);
			return collectInside(reached, cluster, signal, onPartial);
		},
		async readDocument(signal, cluster, grants, key) {
			const reached = await reachCluster({
				...common, cluster, grants, runCommands: {...runCommands, read: runCommands.readKept},
			}, signal);
			return readInsideDocument(reached, key, signal);
		},
	};
};
