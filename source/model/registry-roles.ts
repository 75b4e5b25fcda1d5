/**
What a built-in role lets its holder do with the content of a registry, in each of its modes. A role is on this list when a
kubelet identity that holds it can pull, or can do more than pull.
Source: built-in role definitions as listed on 2026-08-24, by the last segment of their ids.
*/
export type RegistryRole = {
	readonly name: string;
	/**
	Pulls from a registry in RBAC mode without ABAC.
	*/
	readonly pulls: boolean;
	/**
	Pulls from a registry in ABAC mode, where the older roles lose image data.
	*/
	readonly pullsAbac: boolean;
	/**
	Can change or delete images, or the registry itself.
	*/
	readonly changes: boolean;
	/**
	As `changes`, in ABAC mode.
	*/
	readonly changesAbac: boolean;
};

// eslint-disable-next-line max-params -- one row of the table
const role = (name: string, pulls: boolean, pullsAbac: boolean, changes: boolean, changesAbac: boolean): RegistryRole => ({
	name, pulls, pullsAbac, changes, changesAbac,
});

export const registryRoles: ReadonlyMap<string, RegistryRole> = new Map([
	['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', role('Owner', true, false, true, true)],
	['b24988ac-6180-42a0-ab88-20f7382dd24c', role('Contributor', true, false, true, true)],
	['acdd72a7-3385-48ef-bd42-f606fba81ae7', role('Reader', true, false, false, false)],
	['8311e382-0749-4cb8-b61a-304f252e45ec', role('AcrPush', true, false, true, false)],
	['7f951dda-4ed3-4680-a7ca-43fe172d538d', role('AcrPull', true, false, false, false)],
	['c2f4ef07-c644-48eb-af81-4b1b4947fb11', role('AcrDelete', false, false, true, false)],
	['b93aa761-3e63-49ed-ac28-beffa264f7ac', role('Container Registry Repository Reader', false, true, false, false)],
	['2a1e307c-b015-4ebd-883e-5b7698a07328', role('Container Registry Repository Writer', false, true, false, true)],
	['2efddaa5-3f1f-4df3-97df-af3f13818f4c', role('Container Registry Repository Contributor', false, true, false, true)],
]);
