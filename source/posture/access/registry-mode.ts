import {isUnknown, unknown, type Fact} from '../../model/known.js';
import type {Registry} from '../../model/registry.js';

/**
What decides on images: `rbac`: control plane actions of roles, for the whole registry; `abac`: data actions, by repository.
*/
export type RegistryMode = 'rbac' | 'abac';

/**
The mode of a registry. Azure leaves the member out on registries that are older than it: they have the older mode.
Source: Microsoft.ContainerRegistry registries, api-version 2025-11-01, `roleAssignmentMode`.
*/
export const registryMode = ({roleAssignmentMode: mode}: Registry): Fact<RegistryMode> => {
	if (isUnknown(mode)) {
		return mode;
	}

	switch (mode?.toLowerCase() ?? '') {
		case '':
		case 'legacyregistrypermissions': {
			return 'rbac';
		}

		case 'abacrepositorypermissions': {
			return 'abac';
		}

		default: {
			return unknown('malformed', `\`roleAssignmentMode\` holds "${mode}", which crowsnest does not know.`);
		}
	}
};
