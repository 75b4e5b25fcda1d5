import type {Fact} from '../model/known.js';
import type {RegistryRole} from '../model/registry-roles.js';

/**
How many resources of each kind a subscription holds.
*/
export type Holdings = {readonly clusters: number; readonly registries: number};

/**
One role of an identity, as it works on one registry.
*/
export type RegistryRight = {
	readonly registryKey: string;
	readonly registryName: string;
	readonly role: RegistryRole['name'];
	/**
	Id of the assignment, in small letters.
	*/
	readonly assignment: string;
	readonly scope: string;
	readonly pulls: boolean;
	readonly changes: boolean;
	/**
	True for a role that would let pull if the registry were not in ABAC mode.
	*/
	readonly isVoid: boolean;
};

/**
A cluster that may pull from a registry.
*/
export type Puller = {readonly key: string; readonly name: string; readonly isPrivate: Fact<boolean | undefined>};

/**
What is encrypted with a key of a vault, and where it says so.
*/
export type VaultUser = {readonly key: string; readonly name: string; readonly path: string; readonly keyUrl: string};

/**
The key of a Defender plan in the context.
*/
export const planKey = (subscriptionId: string, plan: string): string => `${subscriptionId}/${plan.toLowerCase()}`;
