import {isUnknown, valueOf} from '../../model/known.js';
import type {PrincipalKind} from '../../model/principal.js';
import type {AccessIndex} from './access-index.js';

/**
Principal types of role assignments. Source: Microsoft.Authorization roleAssignments 2022-04-01, `principalType`.
*/
const types: ReadonlyMap<string, PrincipalKind> = new Map([
	['user', 'user'], ['group', 'group'], ['serviceprincipal', 'servicePrincipal'], ['foreigngroup', 'foreign'],
]);

export type Named = {
	readonly name: string;
	readonly kind: PrincipalKind | 'deleted';
	/**
	Why the name is only an id; absent where it is a name.
	*/
	readonly nameGap: string | undefined;
};

const kindInAssignments = ({byHolder, eligibleByHolder}: AccessIndex, id: string): PrincipalKind => {
	const type = valueOf((byHolder.get(id) ?? eligibleByHolder.get(id))?.[0]?.principalType) ?? '';
	return types.get(type.toLowerCase()) ?? 'unknown';
};

/**
How a principal is called and what it is: by Microsoft Graph where it was asked, else by its id and what assignments say of it.
*/
export const nameOf = (index: AccessIndex, id: string): Named => {
	const {principals, graphGap} = index.parts;
	const principal = principals.get(id);
	const kind = kindInAssignments(index, id);
	if (principal === undefined) {
		return {name: id, kind, nameGap: graphGap?.reason ?? 'Microsoft Graph was not asked for it yet.'};
	}

	if (principal.isGone) {
		// A group of another tenant is not in this one's directory, and not deleted for that.
		return kind === 'foreign'
			? {name: id, kind, nameGap: 'It belongs to another tenant.'}
			: {name: id, kind: 'deleted', nameGap: 'Microsoft Graph does not know it: it was deleted.'};
	}

	const {name} = principal;
	return name === undefined || name === '' || isUnknown(name)
		? {name: id, kind: principal.kind, nameGap: isUnknown(name) ? name.reason : 'It has no name.'}
		: {name, kind: principal.kind, nameGap: undefined};
};
