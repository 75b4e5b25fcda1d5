import {isUnknown, unknown, type Fact} from '../../model/known.js';
import type {Permission} from '../../model/role-definition.js';
import type {Branch} from './branch.js';
import {readElements} from './elements.js';
import {conditionOf} from './role-assignment.js';

const none: readonly never[] = Object.freeze([]);

/**
One block. Where a list of it cannot be read the whole is unknown: what a block leaves out counts as much as what it names.
*/
const readPermission = (block: Branch): Fact<Permission> => {
	const [actions, notActions, dataActions, notDataActions] = ['actions', 'notActions', 'dataActions', 'notDataActions'].map(name => block.texts(name) ?? none);
	const lost = [actions, notActions, dataActions, notDataActions].find(list => isUnknown(list));
	return lost !== undefined && isUnknown(lost)
		? lost
		: {
			actions: actions as readonly string[],
			notActions: notActions as readonly string[],
			dataActions: dataActions as readonly string[],
			notDataActions: notDataActions as readonly string[],
			condition: conditionOf(block),
		};
};

/**
The blocks of a role definition or of a deny assignment; unknown where there are none: nobody writes such a thing.
*/
export const readPermissions = (properties: Branch): Fact<readonly Permission[]> => {
	const presence = properties.list('permissions');
	return presence === undefined ? unknown('not-reported', `\`${properties.path}.permissions\` is not in the answer`) : readElements(properties, 'permissions', readPermission);
};
