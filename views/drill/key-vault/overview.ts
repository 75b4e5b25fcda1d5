import type {KeyVault} from '../../../source/model/key-vault.js';
import {valueOf} from '../../../source/model/known.js';
import {
	goodWhenOn,
	switchRow,
	textRow,
	words,
} from '../../parts/sheet/fact-row.js';
import {drawSheet} from '../../parts/sheet/sheet.js';
import {postureSection} from '../rows/posture-section.js';
import {placeRows, tagSection} from '../rows/resource-section.js';
import type {Tab} from '../tab.js';
import {logSection} from '../rows/log-rows.js';

const liesIn = ({vaultUri}: KeyVault, keyUrl: string | undefined): boolean => {
	const uri = valueOf(vaultUri);
	return uri !== undefined && keyUrl !== undefined && URL.parse(uri)?.hostname === URL.parse(keyUrl)?.hostname;
};

/**
A vault at a glance: how well its keys are kept, and whose they are. What lies in it is not read.
*/
export const overview: Tab<KeyVault> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines({resource, snapshot, theme, width}) {
		const users = [
			...snapshot.diskEncryptionSets.filter(({keyUrl}) => liesIn(resource, valueOf(keyUrl))),
			...snapshot.registries.filter(({encryptionKey}) => liesIn(resource, valueOf(valueOf(encryptionKey)?.keyIdentifier))),
		];
		return drawSheet([
			postureSection(snapshot.posture.byKey.get(resource.key), theme),
			{
				title: 'Key vault',
				rows: [
					textRow('Address', resource.vaultUri, words('not reported', 'unknown')),
					switchRow('Soft delete', resource.softDelete, goodWhenOn),
					textRow('Kept for, days', resource.softDeleteDays),
					switchRow('Purge protection', resource.purgeProtection, goodWhenOn),
					switchRow('Azure RBAC', resource.rbacAuthorization, goodWhenOn),
					textRow('Public network', resource.publicNetworkAccess),
					textRow('SKU', resource.sku),
					{label: 'Keys of', value: words(users.length === 0 ? 'nothing in the fleet' : users.map(({name}) => name).join(', '))},
					...placeRows(resource, snapshot),
				],
			},
			logSection(resource, snapshot),
			tagSection(resource),
		], width, theme);
	},
};
