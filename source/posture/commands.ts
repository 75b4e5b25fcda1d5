import type {Cluster} from '../model/cluster.js';
import type {NodePool} from '../model/node-pool.js';
import type {Registry} from '../model/registry.js';
import type {Resource} from '../model/resource.js';
import {shellQuote} from './shell-quote.js';

const place = (resource: Resource): string =>
	`--subscription ${shellQuote(resource.subscriptionId)} --resource-group ${shellQuote(resource.resourceGroup)}`;

const tail = (options: string): string => (options === '' ? '' : ` ${options}`);

/**
`az aks VERB` on a cluster. `options` is shell text: quote what comes from a document.
*/
export const aksCommand = (verb: string, cluster: Cluster, options = ''): string =>
	`az aks ${verb} ${place(cluster)} --name ${shellQuote(cluster.name)}${tail(options)}`;

export const nodePoolCommand = (verb: string, pool: NodePool, options = ''): string =>
	`az aks nodepool ${verb} ${place(pool)} --cluster-name ${shellQuote(pool.clusterName)} --name ${shellQuote(pool.name)}${tail(options)}`;

/**
`az aks VERB` on the cluster of a pool, for what is set for the whole cluster.
*/
export const clusterOfPoolCommand = (verb: string, pool: NodePool, options: string): string =>
	`az aks ${verb} ${place(pool)} --name ${shellQuote(pool.clusterName)} ${options}`;

/**
A new pool beside the old one, for what is chosen when a pool is created: its size and kind are carried over.
*/
export const newPoolCommand = (pool: NodePool, options: string): string => {
	const size = typeof pool.vmSize === 'string' ? ` --node-vm-size ${shellQuote(pool.vmSize)}` : '';
	const mode = typeof pool.mode === 'string' ? ` --mode ${shellQuote(pool.mode)}` : '';
	const osType = pool.osType === 'Windows' ? ' --os-type Windows' : '';
	return `az aks nodepool add ${place(pool)} --cluster-name ${shellQuote(pool.clusterName)} --name ${needed('NEW_POOL', 'name of the new pool')}${size}${mode}${osType}${tail(options)}`;
};

export const acrCommand = (verb: string, registry: Registry, options = ''): string =>
	`az acr ${verb} ${place(registry)} --name ${shellQuote(registry.name)}${tail(options)}`;

/**
A value that only a person knows, as a shell variable: pasted unedited, the shell stops with the hint and runs nothing.
*/
export const needed = (variable: string, hint: string): string => `"\${${variable}:?${hint}}"`;
