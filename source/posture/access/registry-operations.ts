import {
	control,
	data,
	type Need,
	type Operation,
} from './operation.js';
import type {RegistryMode} from './registry-mode.js';

const registry = (action: string): Need => control(`Microsoft.ContainerRegistry/registries/${action}`);

const repository = (action: string): Need => data(`Microsoft.ContainerRegistry/registries/repositories/${action}`);

const signing: readonly Need[] = [registry('sign/write'), data('Microsoft.ContainerRegistry/registries/trustedCollections/write')];

const operationsIn = (mode: RegistryMode): readonly Operation[] => {
	const isAbac = mode === 'abac';
	return [
		{
			id: 'accessResourceManager', title: 'Access Resource Manager', short: 'ARM', means: 'sees the registry and its settings',
			require: 'all', needs: [registry('read')],
		},
		{
			id: 'createDeleteRegistry', title: 'Create or delete registry', short: 'make', means: 'creates, changes and deletes the registry itself',
			require: 'all', needs: [registry('write'), registry('delete')],
		},
		{
			id: 'push', title: 'Push', short: 'push', means: 'uploads images',
			require: 'all', needs: isAbac ? [repository('content/write'), repository('metadata/write')] : [registry('push/write')],
		},
		{
			id: 'pull', title: 'Pull', short: 'pull', means: 'downloads images',
			require: 'all', needs: [isAbac ? repository('content/read') : registry('pull/read')],
		},
		{
			id: 'deleteImageData', title: 'Delete image data', short: 'del', means: 'deletes images, tags and repositories',
			require: 'all', needs: [isAbac ? repository('content/delete') : registry('artifacts/delete')],
		},
		{
			id: 'changePolicies', title: 'Change policies', short: 'pol', means: 'retention, quarantine, content trust, soft delete, export',
			require: 'any', needs: [registry('updatePolicies/write'), registry('write')],
		},
		{
			id: 'signImages', title: 'Sign images', short: 'sign', means: isAbac ? 'content trust does not exist in this mode' : 'signs with Docker Content Trust',
			require: isAbac ? 'any' : 'all', needs: isAbac ? [] : signing,
		},
	];
};

// Made once: what a role answers to a need is remembered by the need itself.
const operations: Readonly<Record<RegistryMode, readonly Operation[]>> = {rbac: operationsIn('rbac'), abac: operationsIn('abac')};

/**
What can be done with a registry, and what a role must hold for it in each mode. Policies are properties of the registry, so
that writing it changes them as the older action of its own does. Content trust does not exist in ABAC mode.
Source: Azure Container Registry documentation, roles and permissions, and attribute-based access control, August 2026.
*/
export const registryOperations = (mode: RegistryMode): readonly Operation[] => operations[mode];
