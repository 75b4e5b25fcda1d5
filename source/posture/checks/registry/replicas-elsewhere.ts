import {isUnknown, type Fact} from '../../../model/known.js';
import type {Registry, RegistryReplica} from '../../../model/registry.js';

/**
Replicas in other regions than the registry's own: once there is one, Azure lists the home region among them (recorded).
*/
export const replicasElsewhere = ({region, replicas}: Registry): Fact<readonly RegistryReplica[]> =>
	(isUnknown(replicas) ? replicas : replicas.filter(replica => replica.region !== region));
