import {isUnknown} from '../../../model/known.js';
import type {Check} from '../../check.js';
import {acrCommand} from '../../commands.js';
import {
	fail,
	judgeSwitch,
	notApplicable,
	notReported,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';
import {inRegistry} from './in-registry.js';
import {judgePolicy} from './policy.js';

const adminPath = 'properties.adminUserEnabled';
const modePath = 'properties.roleAssignmentMode';
const audiencePath = 'properties.policies.azureADAuthenticationAsArmPolicy.status';

export const accessChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-admin-user-enabled',
		kind: 'registry',
		title: 'Admin user is enabled',
		severity: 'high',
		why: 'One account for all, which may pull and push, outside of roles and Conditional Access.',
		decidedBy: `${adminPath} (Resource Graph)`,
		references: {cisAks: ['5.1.2'], mcsb: ['IM-1', 'IM-3', 'PA-1'], azurePolicy: ['dc921057-6b28-4fbe-9b83-f7bec05db6c2']},
		fix: registry => ({
			command: acrCommand('update', registry, '--admin-enabled false'),
			effect: 'Whatever signs in with the admin password fails at once: move it to a managed identity, service principal or token first.',
		}),
		judge: ({adminUser}) => (adminUser === undefined ? notReported(adminPath) : judgeSwitch(adminPath, adminUser, false)),
	},
	{
		id: 'acr-anonymous-pull-enabled',
		kind: 'registry',
		title: 'Anonymous pull is enabled',
		severity: 'high',
		why: 'Everyone can read every repository, and images often hold source, tokens and internal names.',
		decidedBy: 'properties.anonymousPullEnabled and sku.name (Resource Graph)',
		references: {mcsb: ['IM-1'], azurePolicy: ['9f2dea28-e834-476c-99c5-3507b4728395']},
		fix: registry => ({
			command: acrCommand('update', registry, '--anonymous-pull-enabled false'),
			effect: 'Pulls without a sign-in fail at once; nothing else changes.',
		}),
		judge: ({sku, anonymousPull}) => (sku === 'Basic' ? notApplicable(seen('sku.name', sku)) : judgeSwitch('properties.anonymousPullEnabled', anonymousPull, false)),
	},
	{
		id: 'acr-arm-audience-accepted',
		kind: 'registry',
		title: 'Registry accepts tokens that are meant for Resource Manager',
		severity: 'low',
		why: 'A token for Resource Manager opens the registry too, so Conditional Access cannot be bound to the registry.',
		decidedBy: `${audiencePath} (Resource Graph); absent means enabled`,
		references: {azurePolicy: ['42781ec6-6127-4c30-bdfa-fb423a0047d3']},
		fix: registry => ({
			command: `az acr config authentication-as-arm update ${inRegistry(registry)} --status disabled`,
			effect: 'Tools that sign in with a token for Resource Manager fail; az acr login of today asks for the right one.',
		}),
		judge: ({armAudiencePolicy}) => judgePolicy(audiencePath, armAudiencePolicy, 'disabled', 'enabled'),
	},
	{
		id: 'acr-rbac-mode-legacy',
		kind: 'registry',
		title: 'A role opens every repository',
		severity: 'low',
		why: 'Without permissions by repository, whoever may pull one image may pull them all.',
		decidedBy: `${modePath} (Resource Graph); absent means for the whole registry`,
		references: {},
		fix: registry => ({
			command: acrCommand('update', registry, '--role-assignment-mode rbac-abac'),
			effect: 'AcrPull, AcrPush and AcrDelete stop to work at once, and Owner, Contributor and Reader lose the images: assign the repository roles first.',
		}),
		judge({roleAssignmentMode}) {
			if (isUnknown(roleAssignmentMode)) {
				return unknownBecause(roleAssignmentMode.reason);
			}

			if (roleAssignmentMode === 'AbacRepositoryPermissions') {
				return pass(seen(modePath, roleAssignmentMode));
			}

			return roleAssignmentMode === undefined || roleAssignmentMode === 'LegacyRegistryPermissions'
				? fail([seen(modePath, roleAssignmentMode)])
				: unfamiliar(modePath, roleAssignmentMode);
		},
	},
];
