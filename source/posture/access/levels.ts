import {isUnknown} from '../../model/known.js';
import type {AccessLevel} from '../../model/role-holder.js';
import type {RoleDefinition} from '../../model/role-definition.js';
import {matchOnce} from './match-once.js';
import {control, data, type Need} from './operation.js';

const registry = 'Microsoft.ContainerRegistry/registries';
const cluster = 'Microsoft.ContainerService/managedClusters';
const vault = 'Microsoft.KeyVault/vaults';
const instance = 'Microsoft.ContainerInstance/containerGroups';

/**
What tells each level: any of these is enough.
*/
const signs: ReadonlyArray<readonly [level: AccessLevel, needs: readonly Need[]]> = [
	['grants', [control('Microsoft.Authorization/roleAssignments/write')]],
	['administers', [
		control(`${cluster}/listClusterAdminCredential/action`),
		control(`${cluster}/accessProfiles/listCredential/action`),
		control(`${cluster}/runcommand/action`),
		data(`${cluster}/rbac.authorization.k8s.io/clusterrolebindings/write`),
	]],
	['manages', [control(`${cluster}/write`), control(`${registry}/write`), control(`${vault}/write`), control(`${instance}/write`)]],
	['changes', [
		control(`${registry}/push/write`),
		control(`${registry}/artifacts/delete`),
		data(`${registry}/repositories/content/write`),
		data(`${registry}/repositories/content/delete`),
		data(`${cluster}/apps/deployments/write`),
		data(`${cluster}/pods/exec/action`),
		control(`${instance}/containers/exec/action`),
	]],
	['secrets', [data(`${vault}/secrets/getSecret/action`), data(`${cluster}/secrets/read`)]],
	['pulls', [
		control(`${registry}/pull/read`),
		data(`${registry}/repositories/content/read`),
		control(`${cluster}/listClusterUserCredential/action`),
		data(`${cluster}/pods/read`),
	]],
	['reads', [control(`${cluster}/read`), control(`${registry}/read`), control(`${vault}/read`), control(`${instance}/read`)]],
];

const known = new WeakMap<RoleDefinition, AccessLevel>();

const find = (role: RoleDefinition): AccessLevel => {
	const {permissions} = role;
	return isUnknown(permissions) ? 'unknown' : signs.find(([, needs]) => needs.some(need => matchOnce(permissions, need) !== undefined))?.[0] ?? 'nothing';
};

/**
The widest thing that a role lets its holder do. Each definition is looked through once.
*/
export const levelOf = (role: RoleDefinition | undefined): AccessLevel => {
	if (!role) {
		return 'unknown';
	}

	const level = known.get(role) ?? find(role);
	known.set(role, level);
	return level;
};
