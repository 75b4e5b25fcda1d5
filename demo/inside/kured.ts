import type {Site} from './site.js';

/**
How Kured runs in a cluster.
*/
export type KuredSpec = {
	/**
	Runs with `--annotate-nodes`; without, nodes tell nothing of restarts.
	*/
	readonly annotatesNodes: boolean;
	/**
	A person has taken its lock, so that nothing restarts.
	*/
	readonly isHeld: boolean;
	/**
	What its annotations begin with: both are met, by release.
	*/
	readonly prefix: 'weave.works' | 'kured.dev';
};

const held: KuredSpec = {annotatesNodes: true, isHeld: true, prefix: 'weave.works'};
const silent: KuredSpec = {annotatesNodes: false, isHeld: false, prefix: 'weave.works'};
const well: KuredSpec = {annotatesNodes: true, isHeld: false, prefix: 'weave.works'};

/**
By the place of the cluster in its fleet; one in six has forgotten it.
*/
const kinds: ReadonlyArray<KuredSpec | undefined> = [well, undefined, well, held, silent, {...well, prefix: 'kured.dev'}];

/**
Kured, where nodes are patched at night and restart by nobody else; absent where it does not run.
*/
export const kuredOf = ({cluster, index}: Site): KuredSpec | undefined => (cluster.nodeOsChannel === 'Unmanaged' ? kinds[index % kinds.length] : undefined);
