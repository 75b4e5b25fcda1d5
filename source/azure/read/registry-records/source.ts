import {unknown, valueOf, type Fact} from '../../../model/known.js';
import type {ConnectedRegistry, RegistryCacheRule, RegistryCredentialSet} from '../../../model/registry-records.js';
import {type Branch} from '../branch.js';
import {readElements} from '../elements.js';
import {lastSegment} from '../resource.js';
import {maskSecretsIn} from '../secrets.js';
import {timeOf} from '../time-of.js';
import {credentialHealths} from '../vocabulary.js';

const named = <T>(document: Branch, what: string, read: (name: string, properties: Branch) => T): Fact<T> => {
	const name = valueOf(document.text('name'));
	return name === undefined || name === '' ? unknown('malformed', `a ${what} has no name`) : read(name, document.required('properties'));
};

/**
Maps a cache rule. Never throws. Source: Microsoft.ContainerRegistry registries/cacheRules 2025-11-01.
*/
export const readRegistryCacheRule = (document: Branch): Fact<RegistryCacheRule> => named(document, 'cache rule', (name, properties) => {
	const set = properties.text('credentialSetResourceId', 2048);
	return {
		name, source: properties.text('sourceRepository'), target: properties.text('targetRepository'), credentialSet: typeof set === 'string' ? lastSegment(set) : set,
	};
});

const hostOf = (address: string | undefined): readonly string[] => {
	const host = address === undefined ? undefined : URL.parse(address)?.hostname;
	return host === undefined || host === '' ? [] : [host];
};

type Health = {readonly status: Fact<string | undefined>; readonly fault: Fact<string | undefined>; readonly vaults: readonly string[]};

const readHealth = (element: Branch): Fact<Health> => {
	const health = element.child('credentialHealth');
	const code = health.text('errorCode', 80);
	const message = health.text('errorMessage', 200);
	const said = [valueOf(code), valueOf(message)].filter(text => text !== undefined && text !== '').join(': ');
	return {
		status: health.word('status', credentialHealths),
		fault: said === '' ? undefined : maskSecretsIn(said),
		vaults: [valueOf(element.text('usernameSecretIdentifier')), valueOf(element.text('passwordSecretIdentifier'))].flatMap(address => hostOf(address)),
	};
};

/**
Maps a credential set: which vaults hold its secrets and whether they work, never the secrets. Never throws.
Source: Microsoft.ContainerRegistry registries/credentialSets 2025-11-01.
*/
export const readRegistryCredentialSet = (document: Branch): Fact<RegistryCredentialSet> => named(document, 'credential set', (name, properties) => {
	const all = readElements(properties, 'authCredentials', readHealth);
	const loginServer = properties.text('loginServer');
	if ('unknown' in all) {
		return {
			name, loginServer, vaults: [], health: all, fault: undefined,
		};
	}

	const worst = all.find(({status}) => status !== 'Healthy') ?? all[0];
	return {
		name, loginServer, vaults: [...new Set(all.flatMap(({vaults}) => vaults))], health: worst?.status, fault: worst?.fault,
	};
});

/**
Maps a connected registry. Never throws. Source: Microsoft.ContainerRegistry registries/connectedRegistries 2025-11-01.
*/
export const readConnectedRegistry = (document: Branch): Fact<ConnectedRegistry> => named(document, 'connected registry', (name, properties) => ({
	name,
	mode: properties.word('mode'),
	state: properties.word('connectionState'),
	activation: properties.child('activation').word('status'),
	lastActivity: timeOf(properties, 'lastActivityTime'),
}));
