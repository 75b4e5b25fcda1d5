import {isUnknown, unknown, type Fact} from '../../model/known.js';
import type {VaultKey} from '../../model/cluster-records.js';
import {Branch} from './branch.js';
import {readElements} from './elements.js';

/**
Unix seconds of the last moment that a `Date` can hold.
*/
const lastSecond = 8_640_000_000_000;

/**
Key Vault's times are seconds since 1970.
*/
const timeOf = (branch: Branch, name: string): Fact<string | undefined> => {
	const seconds = branch.number(name);
	if (seconds === undefined || isUnknown(seconds)) {
		return seconds;
	}

	return Math.abs(seconds) > lastSecond ? unknown('malformed', `\`${branch.path}.${name}\` holds ${seconds}, which is no time`) : new Date(seconds * 1000).toISOString();
};

const actionOf = (element: Branch): Fact<string> => {
	const type = element.child('action').word('type');
	const after = element.child('trigger').word('timeAfterCreate');
	const before = element.child('trigger').word('timeBeforeExpiry');
	if (isUnknown(type) || isUnknown(after) || isUnknown(before)) {
		return [type, after, before].find(fact => isUnknown(fact))!;
	}

	return type === undefined ? unknown('malformed', 'an action of the rotation policy has no type') : `${type.toLowerCase()}${after === undefined ? (before === undefined ? '' : ` ${before} before expiry`) : ` after ${after}`}`;
};

/**
Maps a key as `vaults/keys` of Resource Manager sends it: no part of the key itself is in there. Never throws. Unknown without a
name, or where its times cannot be read: a key that seems to have no end would be told so.
Source: Microsoft.KeyVault vaults/keys 2026-02-01.
*/
export const readVaultKey = (document: unknown, vaultKey: string): Fact<VaultKey> => {
	const root = Branch.of(document);
	const properties = root.required('properties');
	const attributes = properties.required('attributes');
	const name = root.text('name', 200);
	const created = timeOf(attributes, 'created');
	const expires = timeOf(attributes, 'exp');
	const isEnabled = attributes.flag('enabled');
	if (isUnknown(name) || isUnknown(created) || isUnknown(expires) || isUnknown(isEnabled)) {
		return [name, created, expires, isEnabled].find(fact => isUnknown(fact))!;
	}

	if (name === undefined || name === '') {
		return unknown('malformed', 'a key has no name');
	}

	return {
		name, vaultKey, created, expires, isEnabled, rotation: readElements(properties.child('rotationPolicy'), 'lifetimeActions', actionOf),
	};
};
