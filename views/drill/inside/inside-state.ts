import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Inside} from '../../../source/model/inside.js';
import {howToLook, isAsked} from './look-words.js';

export type InsideState =
	| {readonly is: 'read'; readonly inside: Inside}
	/**
	`reason`: what stands where rows would stand.
	*/
	| {readonly is: 'off' | 'reading'; readonly reason: string};

/**
Whether a cluster was looked into, is being looked into, or nobody has asked for it.
*/
export const insideStateOf = (clusterKey: string, snapshot: Snapshot): InsideState => {
	const inside = snapshot.insides.get(clusterKey);
	if (inside) {
		return {is: 'read', inside};
	}

	return isAsked(snapshot, clusterKey)
		? {is: 'reading', reason: snapshot.isPaused ? 'Polling is paused: p goes on, and looks inside.' : 'Being read from the cluster itself.'}
		: {is: 'off', reason: `Nobody has looked into this cluster. ${howToLook('this one')}`};
};
