import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {isUnknown} from '../../../source/model/known.js';
import type {PrivateEndpointConnection, Registry, RegistryKey} from '../../../source/model/registry.js';
import {scoreTone} from '../../parts/gauge/gauge.js';
import {relativeAge} from '../../parts/text/relative-age.js';
import type {Line} from '../../theme.js';
import {
	factRow,
	goodWhenOn,
	listRow,
	plainSwitch,
	switchRow,
	textRow,
	unknownLine,
	words,
} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import type {Tab} from '../tab.js';
import {registryExposureLine} from './exposure.js';

const networkSection = (registry: Registry): Section => ({
	title: 'Network',
	rows: [
		{label: 'Exposure', value: registryExposureLine(registry)},
		textRow('Public access', registry.publicNetworkAccess, words('not set: enabled', 'dim')),
		textRow('Default action', registry.defaultAction, words('none: rules need Premium', 'dim')),
		listRow('Address rules', registry.ipRules, words('none', 'dim')),
		factRow('Trusted services', registry.networkBypass, bypass => (bypass === 'None'
			? words('no way past the rules', 'good')
			: words(`${bypass} may pass the rules`)), words('not set: AzureServices may pass the rules', 'dim')),
		{label: 'Service tag', value: words('AzureContainerRegistry, in the rules of who pulls; the registry\'s own rules take addresses only', 'dim')},
		switchRow('Data endpoints', registry.dataEndpointEnabled, plainSwitch),
		listRow('Data endpoint names', registry.dataEndpointHosts, words('none', 'dim')),
	],
});

const connectionRow = ({name, status, privateEndpointId, description}: PrivateEndpointConnection): SheetRow => {
	const state: Line = isUnknown(status)
		? unknownLine(status)
		: words(status ?? 'state not reported', status === 'Approved' ? 'good' : 'medium');
	const target: Line = isUnknown(privateEndpointId) ? unknownLine(privateEndpointId) : words(privateEndpointId ?? 'endpoint not reported', 'dim');
	const said: Line = typeof description === 'string' && description !== '' ? words(` (${description})`, 'dim') : [];
	return {value: [{text: `${name} `}, ...state, ...said, {text: ' '}, ...target]};
};

const endpointSection = ({privateEndpoints}: Registry): Section => {
	if (isUnknown(privateEndpoints)) {
		return {title: 'Private endpoints', rows: [{value: unknownLine(privateEndpoints)}]};
	}

	const rows = (privateEndpoints ?? []).map(connection => connectionRow(connection));
	return {title: 'Private endpoints', rows: rows.length === 0 ? [{value: words('none', 'dim')}] : rows};
};

const keyRows = (key: RegistryKey, now: number): readonly SheetRow[] => [
	textRow('Key', key.keyIdentifier, words('not reported', 'unknown')),
	textRow('Version in use', key.versionedKeyIdentifier, words('not reported', 'dim')),
	switchRow('Automatic rotation', key.rotationEnabled, {on: words('on', 'good'), off: words('off: a new key version is not taken up', 'medium'), absent: words('not reported', 'unknown')}),
	factRow('Last rotated', key.lastRotated, time => (Number.isNaN(Date.parse(time))
		? words(time)
		: [{text: time.slice(0, 10)}, {text: ` (${relativeAge(now - Date.parse(time))})`, tone: 'dim'}]), words('not reported', 'dim')),
	textRow('Identity that reads it', key.identityClientId, words('not reported', 'dim')),
];

/**
A key lies in a vault, or in a managed HSM, which has another host and which nobody reads here.
*/
const vaultRows = ({keyIdentifier}: RegistryKey, {keyVaults, posture}: Snapshot): readonly SheetRow[] => {
	const host = typeof keyIdentifier === 'string' ? URL.parse(keyIdentifier)?.hostname : undefined;
	if (host === undefined) {
		return [];
	}

	if (host.includes('.managedhsm.')) {
		return [{label: 'Kept in', value: [{text: `managed HSM ${host}`}, {text: ', which is not read', tone: 'dim'}]}];
	}

	const vault = keyVaults.find(({vaultUri}) => typeof vaultUri === 'string' && URL.parse(vaultUri)?.hostname === host);
	if (!vault) {
		return [{label: 'Kept in', value: [{text: host}, {text: ': this vault is not among those that could be read', tone: 'unknown'}]}];
	}

	const score = posture.byKey.get(vault.key)?.score;
	return [
		{label: 'Kept in', value: [{text: `vault ${vault.name}`}, {text: score === undefined ? ', not judged yet' : `, score ${score}`, tone: scoreTone(score)}]},
		switchRow('Soft delete', vault.softDelete, goodWhenOn),
		switchRow('Purge protection', vault.purgeProtection, goodWhenOn),
	];
};

const keySection = ({encryption, encryptionKey}: Registry, snapshot: Snapshot, now: number): Section => {
	const own: readonly SheetRow[] = isUnknown(encryptionKey)
		? [{label: 'Own key', value: unknownLine(encryptionKey)}]
		: (encryptionKey === undefined
			? [{label: 'Own key', value: words('none: Microsoft\'s key', 'dim')}]
			: [...keyRows(encryptionKey, now), ...vaultRows(encryptionKey, snapshot)]);
	return {
		title: 'Encryption',
		rows: [
			factRow('With an own key', encryption, status => words(status.toLowerCase(), status.toLowerCase() === 'enabled' ? 'good' : 'plain'), words('not set: Microsoft\'s key', 'dim')),
			...own,
		],
	};
};

/**
Who reaches a registry, and which key its images are encrypted with.
*/
export const network: Tab<Registry> = {
	id: 'network',
	title: 'Network & keys',
	type: 'lines',
	lines: ({resource, snapshot, width, theme, now}) => drawSheet([networkSection(resource), endpointSection(resource), keySection(resource, snapshot, now)], width, theme),
};
