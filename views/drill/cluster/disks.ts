import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Cluster} from '../../../source/model/cluster.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
	type Unknown,
} from '../../../source/model/known.js';
import type {DataDisk} from '../../../source/model/data-disk.js';
import {inNodeGroup} from '../../../source/model/node-group.js';
import type {StorageClass} from '../../../source/model/inside.js';
import {
	encryptionMap,
	type Encryption,
	type EncryptionMap,
	type KeyChain,
} from '../../../source/posture/encryption/encryption-map.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import {relativeAge} from '../../parts/text/relative-age.js';
import type {Line, Segment} from '../../theme.js';
import {insideStateOf} from '../inside/inside-state.js';
import {sourceGap} from '../inside/source-gap.js';
import type {Tab} from '../tab.js';
import {plural} from '../../../source/model/plural.js';
import {poolsOf} from './pools-of.js';

const hop: Line = [{text: ' → ', tone: 'dim'}];

const rotationWords = (rotation: Fact<readonly string[]>): Segment => {
	if (isUnknown(rotation)) {
		return {text: ', rotation unknown', tone: 'unknown'};
	}

	const rotates = rotation.some(action => /^rotate/iv.test(action));
	return {text: rotates ? `, ${rotation.join(', ')}` : ', no rotation policy', tone: rotates ? 'good' : 'medium'};
};

const keyWords = ({key, keyName}: KeyChain, now: number): Line => {
	const name: Line = [{text: 'key ', tone: 'dim'}, {text: keyName ?? '?'}];
	if (isUnknown(key)) {
		return [...name, {text: ` (${key.reason})`, tone: 'unknown'}];
	}

	const age = key.created === undefined ? '' : `, ${relativeAge(now - Date.parse(key.created))} old`;
	const isOver = key.expires !== undefined && Date.parse(key.expires) < now;
	const end: Line = key.expires === undefined ? [] : [{text: `, ${isOver ? 'expired' : 'expires'} ${key.expires.slice(0, 10)}`, tone: isOver ? 'critical' : 'plain'}];
	return [...name, {text: age, tone: 'dim'}, ...end, rotationWords(key.rotation), ...(key.isEnabled === false ? [{text: ', disabled', tone: 'critical'} as const] : [])];
};

const switchWords = (fact: Fact<boolean | undefined>, what: string): Segment => isUnknown(fact) ? {text: `, ${what} unknown`, tone: 'unknown'} : {text: `, ${fact === true ? '' : 'no '}${what}`, tone: fact === true ? 'good' : 'high'};

const vaultWords = ({vault, vaultName}: KeyChain): Line => {
	const name: Line = [{text: 'vault ', tone: 'dim'}, {text: vaultName ?? '?'}];
	return isUnknown(vault) ? [...name, {text: ` (${vault.reason})`, tone: 'unknown'}] : [...name, switchWords(vault.softDelete, 'soft delete'), switchWords(vault.purgeProtection, 'purge protection')];
};

const setWords = ({set, nameOfSet}: KeyChain): Line => {
	const name: Line = [{text: 'disk encryption set ', tone: 'dim'}, {text: nameOfSet}];
	return isUnknown(set) ? [...name, {text: ` (${set.reason})`, tone: 'unknown'}] : [...name, {text: valueOf(set.autoRotation) === true ? ', follows new versions' : '', tone: 'good'}];
};

/**
The way from what is encrypted to the vault, one station a line, as a picture.
*/
const encryptionLines = (what: Line, encryption: Encryption, now: number): readonly Line[] => {
	switch (encryption.by) {
		case 'platform': {
			return [[...what, ...hop, {text: 'Microsoft\'s key', tone: 'dim'}]];
		}

		case 'unknown': {
			return [[...what, ...hop, {text: 'unknown', tone: 'unknown'}, {text: `: ${encryption.reason}`}]];
		}

		case 'own': {
			const {chain} = encryption;
			return [
				[...what, ...hop, ...setWords(chain)],
				[{text: '  '}, ...hop, ...keyWords(chain, now)],
				[{text: ' '.repeat(4)}, ...hop, ...vaultWords(chain)],
			];
		}
	}
};

const rowsOf = (lines: readonly Line[]): readonly SheetRow[] => lines.map(value => ({value}));

const osSection = (map: EncryptionMap, now: number): Section => ({
	title: 'OS disks of the nodes (chosen when the cluster is made)',
	rows: rowsOf(encryptionLines([{text: 'OS disks'}], map.osDisks, now)),
});

const classSection = ({classes}: EncryptionMap, now: number): Section => ({
	title: 'New volumes, by storage class',
	rows: isUnknown(classes)
		? [{value: unknownLine(classes)}]
		: (classes.length === 0
			? [{value: words('no storage class of Azure disks', 'dim')}]
			: classes.flatMap(({storageClass, encryption}) => rowsOf(encryptionLines([
				{text: storageClass.name}, {text: storageClass.isDefault ? ' (default)' : '', tone: 'dim'},
			], encryption, now)))),
});

const volumeSection = ({volumes}: EncryptionMap, now: number): Section => ({
	title: 'Volumes that are there',
	rows: isUnknown(volumes)
		? [{value: unknownLine(volumes)}]
		: (volumes.length === 0
			? [{value: words('no disk of a volume', 'dim')}]
			: volumes.flatMap(({disks, encryption}) => rowsOf(encryptionLines([
				{text: plural(disks.length, 'disk')}, {text: ` (${disks.slice(0, 3).map(({claim}) => claim).join(', ')}${disks.length > 3 ? ', ...' : ''})`, tone: 'dim'},
			], encryption, now)))),
});

const hostSection = (cluster: Cluster, snapshot: Snapshot): Section => ({
	title: 'Caches and temporary disks: encryption at host',
	rows: poolsOf(cluster, snapshot).map(({name, encryptionAtHost, osDiskType}): SheetRow => ({
		label: name,
		value: isUnknown(encryptionAtHost)
			? unknownLine(encryptionAtHost)
			: [...(encryptionAtHost === true ? words('on', 'good') : words('off', 'medium')), {text: valueOf(osDiskType) === 'Ephemeral' ? ', OS disks are ephemeral' : '', tone: 'dim'}],
	})),
});

const asUnknown = (line: Line | undefined): Unknown | undefined => line && unknown('not-asked', line.map(({text}) => text).join('').replace(/^unknown: /v, ''));

const classesOf = (cluster: Cluster, snapshot: Snapshot): Fact<readonly StorageClass[]> => {
	const state = insideStateOf(cluster.key, snapshot);
	return state.is === 'read' ? state.inside.storageClasses : unknown('not-asked', state.reason);
};

const disksOf = (cluster: Cluster, snapshot: Snapshot): Fact<readonly DataDisk[]> =>
	asUnknown(sourceGap(cluster.subscriptionId, snapshot, 'dataDisks')) ?? inNodeGroup(snapshot.dataDisks, cluster);

/**
What of the cluster is encrypted with what, as one picture: disks, sets, keys, vaults.
*/
export const disks: Tab<Cluster> = {
	id: 'disks',
	title: 'Disks and keys',
	type: 'lines',
	lines({resource, snapshot, theme, width, now}) {
		const map = encryptionMap({
			cluster: resource,
			sets: snapshot.diskEncryptionSets,
			vaults: snapshot.keyVaults,
			vaultKeys: snapshot.vaultKeys,
			gap: asUnknown(sourceGap(resource.subscriptionId, snapshot, 'diskEncryptionSets')),
			storageClasses: classesOf(resource, snapshot),
			disks: disksOf(resource, snapshot),
		});
		return drawSheet([osSection(map, now), classSection(map, now), volumeSection(map, now), hostSection(resource, snapshot)], width, theme);
	},
};
