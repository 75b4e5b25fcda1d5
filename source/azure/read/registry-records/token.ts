import {isUnknown, unknown, type Fact} from '../../../model/known.js';
import type {RegistryScopeMap, RegistryToken, RegistryTokenCredential} from '../../../model/registry-records.js';
import type {Branch} from '../branch.js';
import {readElements} from '../elements.js';
import {firstUnknown} from '../first-unknown.js';
import {readResource} from '../resource.js';
import {timeOf} from '../time-of.js';
import {policyStates} from '../vocabulary.js';

const readCredential = (kind: RegistryTokenCredential['kind']) => (element: Branch): Fact<RegistryTokenCredential> => {
	const name = element.text('name', 60);
	const created = timeOf(element, 'creationTime');
	const expires = timeOf(element, 'expiry');
	const fault = firstUnknown(name, created, expires);
	return fault ?? {
		kind, name: (name as string | undefined) ?? kind, created: created as string | undefined, expires: expires as string | undefined,
	};
};

const readCredentials = (credentials: Branch): RegistryToken['credentials'] => {
	const passwords = readElements(credentials, 'passwords', readCredential('password'));
	const certificates = readElements(credentials, 'certificates', readCredential('certificate'));
	return isUnknown(passwords) || isUnknown(certificates) ? firstUnknown(passwords, certificates)! : [...passwords, ...certificates];
};

const withoutId = (what: string): Fact<never> => unknown('malformed', `a ${what} has no id`);

/**
Maps a repository-scoped token. A password's value, which Azure never sends again, is not looked for. Never throws; unknown without an id.
Source: Microsoft.ContainerRegistry registries/tokens 2025-11-01.
*/
export const readRegistryToken = (document: Branch): Fact<RegistryToken> => {
	const resource = readResource(document);
	if (!resource) {
		return withoutId('token');
	}

	const properties = document.required('properties');
	const scopeMap = properties.text('scopeMapId', 2048);
	return {
		key: resource.key,
		name: resource.name,
		status: properties.word('status', policyStates),
		scopeMapKey: typeof scopeMap === 'string' ? scopeMap.toLowerCase() : scopeMap,
		created: timeOf(properties, 'creationDate'),
		credentials: readCredentials(properties.child('credentials')),
	};
};

const isSystemDefined = (properties: Branch): Fact<boolean> => {
	const type = properties.word('type');
	// The specification calls it BuildIn, Azure sends SystemDefined (recorded).
	return isUnknown(type) ? type : type !== undefined && ['systemdefined', 'buildin', 'builtin'].includes(type.toLowerCase());
};

/**
Maps a scope map. Never throws; unknown without an id.
Source: Microsoft.ContainerRegistry registries/scopeMaps 2025-11-01.
*/
export const readRegistryScopeMap = (document: Branch): Fact<RegistryScopeMap> => {
	const resource = readResource(document);
	if (!resource) {
		return withoutId('scope map');
	}

	const properties = document.required('properties');
	const actions = properties.texts('actions');
	return {
		key: resource.key,
		name: resource.name,
		isSystem: isSystemDefined(properties),
		actions: actions ?? unknown('not-reported', `the actions of scope map ${resource.name} are not in the answer`),
	};
};
