import type {Json} from '../../documents/context.js';
import {nodeDocument} from '../../documents/kubernetes/node-document.js';
import {nodesOf} from '../../inside/nodes.js';
import type {Site} from '../../inside/site.js';

export type List = {
	/**
	Group and version, `apps/v1`; of the core group `v1`.
	*/
	readonly apiVersion: string;
	/**
	Name in the path, `daemonsets`.
	*/
	readonly resource: string;
	readonly kind: string;
	/**
	Of a custom resource: its items carry kind and apiVersion, and `metadata.continue` is there even on the last page.
	*/
	readonly isCustom?: boolean;
	/**
	Absent: in every cluster.
	*/
	readonly isInstalled?: (site: Site) => boolean;
	readonly documents: (site: Site) => readonly Json[];
};

/**
Everything that a cluster of the demo lists.
*/
const lists: readonly List[] = [
	{
		apiVersion: 'v1', resource: 'nodes', kind: 'Node', documents: site => nodesOf(site).map(node => nodeDocument(node, site)),
	},
];

const pathOf = ({apiVersion, resource}: List): string => `${apiVersion === 'v1' ? '/api' : '/apis'}/${apiVersion}/${resource}`;

const byPath = new Map(lists.map(list => [pathOf(list), list]));

/**
The list at a path of the API, over all namespaces; absent: none of those that the demo has.
*/
export const listAt = (path: string): List | undefined => byPath.get(path);

/**
Group of a list, '' for the core one.
*/
export const groupOf = ({apiVersion}: List): string => (apiVersion.includes('/') ? apiVersion.split('/', 1)[0]! : '');
