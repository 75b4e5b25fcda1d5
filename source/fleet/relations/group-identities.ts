import type {ContainerGroup} from '../../model/container-group.js';
import {valueOf} from '../../model/known.js';

/**
The object ids of all identities of container groups, in small letters and in order.
*/
export const groupIdentitiesOf = (groups: ReadonlyArray<Pick<ContainerGroup, 'identities' | 'principalId'>>): readonly string[] => {
	const ids = new Set<string>();
	for (const {principalId, identities} of groups) {
		for (const id of [principalId, ...(valueOf(identities) ?? []).map(identity => identity.principalId)]) {
			if (typeof id === 'string' && id !== '') {
				ids.add(id.toLowerCase());
			}
		}
	}

	return [...ids].toSorted();
};
