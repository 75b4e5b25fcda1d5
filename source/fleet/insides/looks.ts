import type {ClusterRecords} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import type {Inside, InsideGrants, LookGrants} from '../../model/inside.js';
import type {Asked} from './allowances.js';

export type LooksState = {
	readonly insides: ReadonlyMap<string, Inside>;
	readonly records: ReadonlyMap<string, ClusterRecords>;
	readonly asked: Asked;
	readonly grants: InsideGrants;
};

export type Looks = {
	/**
	The same object as long as nothing in it changed.
	*/
	readonly getState: () => LooksState;
	/**
	Takes the fleet as it is now; what is due is begun.
	*/
	readonly advance: (clusters: readonly Cluster[]) => void;
	/**
	Somebody has this cluster open: it comes first. Returns how to say that it is closed.
	*/
	readonly open: (clusterKey: string) => () => void;
	/**
	Somebody watches all clusters at once: the rest is read sooner. Returns how to end it.
	*/
	readonly watch: () => () => void;
	/**
	A person asks to look inside, by what more than Reader it takes. Asking for the run command again runs it again.
	*/
	readonly ask: (which: 'all' | string, grant: keyof InsideGrants) => void;
	/**
	What a look into a cluster may use; absent where nobody has asked to look into it.
	*/
	readonly grantsFor: (clusterKey: string) => LookGrants | undefined;
	/**
	Reads again what is open, or watched.
	*/
	readonly refresh: () => void;
	readonly setPaused: (isPaused: boolean) => void;
	readonly stop: () => void;
};

/**
What is asked of one cluster by itself.
*/
export type LookCollectors = {
	readonly inside: (signal: AbortSignal, cluster: Cluster, grants: LookGrants, onPartial: (inside: Inside) => void) => Promise<Inside>;
	readonly clusterRecords: (signal: AbortSignal, cluster: Cluster) => Promise<ClusterRecords>;
};

export type LooksOptions = {
	readonly collectors: () => Promise<LookCollectors>;
	/**
	Milliseconds between two looks into what is open.
	*/
	readonly interval: number;
	readonly grants: InsideGrants;
	/**
	Whether the settings ask for all clusters.
	*/
	readonly isAsked: boolean;
	/**
	So many clusters are asked at once.

	@default 8
	*/
	readonly concurrency?: number | undefined;
	readonly now: () => number;
	/**
	Something that somebody looks at has changed. What is read of the rest shows with the next poll.
	*/
	readonly onChange: () => void;
};
