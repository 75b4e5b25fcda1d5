import type {ClusterNode, Reboot} from '../../model/cluster-node.js';
import type {Kured} from '../../model/inside.js';
import {isUnknown, valueOf, type Fact} from '../../model/known.js';

/**
Whether a node waits for a restart, Kured's lock included: who holds it is being drained and restarted, also where nodes are not annotated.
A lock that a person took restarts nothing.
*/
export const restartOf = ({name, reboot}: ClusterNode, kured: Fact<Kured | undefined>): Fact<Reboot> => {
	if (!isUnknown(reboot) && reboot.state === 'in-progress') {
		return reboot;
	}

	const lock = valueOf(kured)?.locks.find(({node, isManual}) => node === name && !isManual);
	return lock ? {state: 'in-progress', since: lock.since, path: 'metadata.annotations["weave.works/kured-node-lock"]'} : reboot;
};
