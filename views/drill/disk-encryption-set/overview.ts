import type {DiskEncryptionSet} from '../../../source/model/disk-encryption-set.js';
import {valueOf} from '../../../source/model/known.js';
import {
	factRow,
	goodWhenOn,
	switchRow,
	textRow,
	words,
} from '../../parts/sheet/fact-row.js';
import {drawSheet} from '../../parts/sheet/sheet.js';
import {postureSection} from '../rows/posture-section.js';
import {placeRows, tagSection} from '../rows/resource-section.js';
import type {Tab} from '../tab.js';

/**
A disk encryption set at a glance: its key, how it follows it, and whose disks it encrypts.
*/
export const overview: Tab<DiskEncryptionSet> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines({resource, snapshot, theme, width}) {
		const users = snapshot.clusters.filter(({diskEncryptionSetId}) => valueOf(diskEncryptionSetId)?.toLowerCase() === resource.key);
		return drawSheet([
			postureSection(snapshot.posture.byKey.get(resource.key), theme),
			{
				title: 'Disk encryption set',
				rows: [
					textRow('Key', resource.keyUrl, words('not reported', 'unknown')),
					textRow('Encryption', resource.encryptionType),
					switchRow('Follows new versions', resource.autoRotation, goodWhenOn),
					textRow('Key taken', resource.lastRotated, words('never since it was made', 'dim')),
					factRow('Last rotation', resource.rotationError, code => words(`failed: ${code}`, 'high'), words('no error', 'good')),
					textRow('Managed identity', resource.identityType, words('none', 'dim')),
					{label: 'Disks of', value: words(users.length === 0 ? 'no cluster' : users.map(({name}) => name).join(', '))},
					...placeRows(resource, snapshot),
				],
			},
			tagSection(resource),
		], width, theme);
	},
};
