import {builtInDefinitions} from './built-in-definitions.js';
import {registryOperations} from './registry-operations.js';
import type {RegistryMode} from './registry-mode.js';
import {roleMatrix, type RoleRow} from './role-matrix.js';

/**
The seven roles whose matrix Microsoft published, in its order.
*/
const classic = ['Owner', 'Contributor', 'Reader', 'AcrPush', 'AcrPull', 'AcrDelete', 'AcrImageSigner'] as const;

export type RegistryReference = {
	readonly classic: readonly RoleRow[];
	/**
	Others of those that we carry, where they give anything.
	*/
	readonly others: readonly RoleRow[];
};

const made = new Map<RegistryMode, RegistryReference>();

/**
What the built-in roles give on a registry in a mode; made once.
*/
export const registryReference = (mode: RegistryMode): RegistryReference => {
	const known = made.get(mode);
	if (known) {
		return known;
	}

	const rows = roleMatrix(builtInDefinitions.values().toArray(), registryOperations(mode));
	const names: readonly string[] = classic;
	const reference = {
		classic: classic.map(name => rows.find(({role}) => role.name === name)!),
		others: rows.filter(({role, rights}) => !names.includes(role.name) && rights.some(({is}) => is !== 'none')),
	};
	made.set(mode, reference);
	return reference;
};
