import type {Cluster} from '../../model/cluster.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';
import type {JudgeContext} from '../check.js';
import type {RegistryRight} from '../relations.js';
import {pullIdentityOf} from './pull-identity.js';

const notRead = unknown('not-asked', 'role assignments have not been read yet');

const onlyClientId = unknown('not-reported', 'it pulls as a service principal, of which only the client id is known: role assignments name another id');

/**
The roles by which the nodes of a cluster reach registries of the fleet. Unknown, never none, where that cannot be told.
*/
export const attachmentsOf = (cluster: Cluster, rights: JudgeContext['registryRights']): Fact<readonly RegistryRight[]> => {
	const identity = pullIdentityOf(cluster);
	return isUnknown(identity) ? identity : rights?.get(identity.id) ?? (identity.kind === 'servicePrincipal' ? onlyClientId : notRead);
};
