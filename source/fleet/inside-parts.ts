import type {Snapshot} from './snapshot.js';

/**
The members of a snapshot that come from looking into clusters one by one.
*/
export type InsideParts = Pick<Snapshot, 'insides' | 'clusterRecords' | 'nodes' | 'services' | 'exposures' | 'insideAsked'>;

const none: readonly never[] = [];

const noFacts: ReadonlyMap<string, never> = new Map<string, never>();

/**
As long as nobody has looked into a cluster.
*/
export const noInsideParts: InsideParts = {
	insides: noFacts, clusterRecords: noFacts, nodes: none, services: none, exposures: noFacts, insideAsked: new Set(),
};
