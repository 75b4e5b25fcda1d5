import {groupPrincipalId, groupUserPrincipalId} from '../documents/container-group-document.js';
import {registryId} from '../documents/ids.js';
import {roleIds, type Grant} from '../documents/rights-documents.js';
import {guidOf} from '../random.js';
import type {Fleet} from './fleet.js';
import type {GroupSpec} from './group-spec.js';
import type {Person} from './people.js';
import type {RegistrySpec} from './registry-spec.js';

const groupsOf = ({containerGroups}: Pick<Fleet, 'containerGroups'>): readonly GroupSpec[] => Array.from({length: containerGroups.length}, (_, index) => containerGroups.at(index));

/**
The identities of container groups, each once: those that a team shares, and a group's own.
*/
export const groupIdentities = (fleet: Pick<Fleet, 'containerGroups' | 'context'>): readonly Person[] => {
	const {seed} = fleet.context;
	const people = new Map<string, Person>();
	for (const group of groupsOf(fleet)) {
		if (group.identity === 'user' || group.identity === 'both') {
			const id = groupUserPrincipalId(group, seed);
			people.set(id, {
				kind: 'managedIdentity', id, name: `id-${group.team}-jobs`, appId: guidOf(seed, `client ${group.team} jobs`),
			});
		}

		if (group.identity !== 'system' && group.identity !== 'both') {
			continue;
		}

		const id = groupPrincipalId(group, seed);
		people.set(id, {
			kind: 'managedIdentity', id, name: group.name, appId: guidOf(seed, `client ${group.name}`),
		});
	}

	return people.values().toArray();
};

/**
Build agents that deploy what they build, with more rights than anybody meant.
*/
const deployer = 'aci-build-agents';

const registryNamed = ({registries}: Pick<Fleet, 'registries'>, server: string): RegistrySpec | undefined => {
	for (let index = 0; index < registries.length; index++) {
		const registry = registries.at(index);
		if (server === `${registry.name}.azurecr.io`) {
			return registry;
		}
	}

	return undefined;
};

/**
What the identities of container groups may do: pull from the registry of their team, and one of them far more.
*/
export const groupGrants = (fleet: Pick<Fleet, 'containerGroups' | 'context' | 'registries'>): readonly Grant[] => {
	const grants = new Map<string, Grant>();
	for (const group of groupsOf(fleet)) {
		if (group.identity !== 'user' && group.identity !== 'both') {
			continue;
		}

		const principalId = groupUserPrincipalId(group, fleet.context.seed);
		const registry = group.pull?.by === 'identity' && !grants.has(principalId) ? registryNamed(fleet, group.pull.server) : undefined;
		if (registry) {
			grants.set(principalId, {
				principalId, principalType: 'ServicePrincipal', role: registry.abac ? roleIds['Container Registry Repository Reader'] : roleIds.AcrPull, scope: registryId(registry),
			});
		}

		if (group.name === deployer) {
			grants.set(`${principalId} deploys`, {
				principalId, principalType: 'ServicePrincipal', role: roleIds.Contributor, scope: `/subscriptions/${group.subscription.id}`,
			});
		}
	}

	return grants.values().toArray();
};
