import type {ContainerGroup, GroupIdentity} from '../../../source/model/container-group.js';
import {isUnknown} from '../../../source/model/known.js';
import {textRow, unknownLine, words} from '../../parts/sheet/fact-row.js';
import type {Section, SheetRow} from '../../parts/sheet/sheet.js';

const identityRow = ({id, principalId}: GroupIdentity): SheetRow => {
	const name = id.slice(id.lastIndexOf('/') + 1);
	const who = isUnknown(principalId)
		? unknownLine(principalId)
		: words(principalId ?? 'Azure gives no object id: it may be gone', principalId === undefined ? 'medium' : 'dim');
	return {label: 'User-assigned', value: [{text: `${name} `}, ...who]};
};

/**
As whom the containers of a group may ask for tokens.
*/
export const identitySection = ({identityType, principalId, identities}: ContainerGroup): Section => ({
	title: 'Identity',
	rows: [
		textRow('Managed identity', identityType, words('none', 'dim')),
		...(principalId === undefined ? [] : [textRow('System-assigned', principalId)]),
		...(isUnknown(identities) ? [{label: 'User-assigned', value: unknownLine(identities)}] : identities.map(identity => identityRow(identity))),
	],
});
