import type {SourceName} from '../source/fleet/snapshot.js';
import type {DrillKind, PaneId} from './navigation.js';

/**
A kind of resource that surrounds clusters and registries. It has a drill and no pane of its own.
*/
export type Surrounding = {
	readonly kind: DrillKind;
	/**
	The pane that esc comes back to.
	*/
	readonly id: PaneId;
	/**
	Words for `:`, the long one last.
	*/
	readonly names: readonly string[];
	/**
	What ctrl-r reads again.
	*/
	readonly source: SourceName;
};

export const surroundings: readonly Surrounding[] = [
	{
		kind: 'subscription', id: 'clusters', names: ['sub', 'subscriptions'], source: 'defenderPlans',
	},
	{
		kind: 'diskEncryptionSet', id: 'clusters', names: ['des', 'disk-encryption-sets'], source: 'diskEncryptionSets',
	},
	{
		kind: 'keyVault', id: 'clusters', names: ['kv', 'key-vaults'], source: 'keyVaults',
	},
	{
		kind: 'node', id: 'clusters', names: ['node', 'nodes'], source: 'clusters',
	},
	{
		kind: 'service', id: 'clusters', names: ['svc', 'services'], source: 'clusters',
	},
	{
		kind: 'principal', id: 'clusters', names: ['ra', 'access'], source: 'roleAssignments',
	},
	{
		kind: 'image', id: 'registries', names: ['img', 'images'], source: 'imageScans',
	},
	{
		kind: 'containerGroup', id: 'registries', names: ['aci', 'containergroups', 'container-groups'], source: 'containerGroups',
	},
	{
		kind: 'host', id: 'clusters', names: ['arc', 'hosts'], source: 'hosts',
	},
];
