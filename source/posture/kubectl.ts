import {shellQuote} from './shell-quote.js';

type InCluster = {readonly clusterName: string};

type InNamespace = InCluster & {readonly namespace: string; readonly name: string};

/**
`kubectl VERB` in the context that `az aks get-credentials` makes, which is called like the cluster. `options` is shell text: quote what comes from a document.
*/
export const kubectl = (verb: string, {clusterName}: InCluster, options: string): string =>
	`kubectl ${verb} --context ${shellQuote(clusterName)} ${options}`;

/**
`kubectl VERB service` on one Service.
*/
export const kubectlService = (verb: string, service: InNamespace, options = ''): string =>
	kubectl(verb, service, `--namespace ${shellQuote(service.namespace)} service ${shellQuote(service.name)}${options === '' ? '' : ` ${options}`}`);
