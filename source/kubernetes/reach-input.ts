import type {HttpClient} from '@azure/core-rest-pipeline';
import type {Session} from '../azure/session.js';
import type {OnWait} from '../azure/wait.js';
import type {Cluster} from '../model/cluster.js';
import type {LookGrants} from '../model/inside.js';
import {valueOf} from '../model/known.js';
import type {ClusterLimits} from './cluster-transport.js';
import type {RunCommands} from './run-command.js';

/**
A kubeconfig that a person has named.
*/
export type KubeconfigChoice = {
	readonly file: string;
	/**
	Absent: whichever leads to the cluster.
	*/
	readonly context: string | undefined;
	/**
	Commands that it may run, as they stand there.
	*/
	readonly allowExec: readonly string[];
};

export type ReachInput = {
	/**
	Whose transport, sign-in and Resource Manager are used.
	*/
	readonly session: Pick<Session, 'cloud' | 'clusterToken' | 'containerService'> & {readonly transport: HttpClient};
	readonly cluster: Cluster;
	readonly grants: LookGrants;
	readonly kubeconfig: KubeconfigChoice | undefined;
	readonly runCommands: RunCommands;
	readonly limits: ClusterLimits;
	readonly onWait: OnWait | undefined;
};

/**
Whether the API server has an address in a virtual network only.
*/
export const isPrivateCluster = (cluster: Cluster): boolean => valueOf(cluster.privateCluster) === true || valueOf(cluster.publicNetworkAccess)?.toLowerCase() === 'disabled';
