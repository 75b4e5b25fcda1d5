import {isUnknown, unknown, type Fact} from '../../model/known.js';
import type {
	PrivateEndpointConnection,
	Registry,
	RegistryChildren,
	RegistryKey,
} from '../../model/registry.js';
import {sanitize} from '../../terminal/sanitize.js';
import {Branch} from './branch.js';
import {intern} from './intern.js';
import {lastSegment, readResource} from './resource.js';
import {
	bypasses,
	capitalisedStates,
	connectionStates,
	identityTypes,
	networkAccesses,
	networkActions,
	policyStates,
	provisioningStates,
	registrySkus,
	roleAssignmentModes,
} from './vocabulary.js';

const ruleValue = (element: unknown): string | undefined => {
	const value = Branch.of(element).raw('value');
	return typeof value === 'string' ? intern(value) : undefined;
};

const readConnection = (element: unknown, position: number): PrivateEndpointConnection => {
	const connection = Branch.of(element);
	const properties = connection.required('properties');
	const name = connection.raw('name');
	const id = connection.raw('id');
	const own = typeof id === 'string' ? lastSegment(id) : `(connection ${position + 1})`;
	const state = properties.child('privateLinkServiceConnectionState');
	return {
		name: sanitize(typeof name === 'string' ? name : own),
		status: state.word('status', connectionStates),
		privateEndpointId: properties.child('privateEndpoint').text('id'),
		description: state.text('description', 200),
	};
};

const readConnections = (properties: Branch): Fact<readonly PrivateEndpointConnection[] | undefined> => {
	const connections = properties.list('privateEndpointConnections');
	return connections === undefined || isUnknown(connections)
		? connections
		: connections.map((element, position) => readConnection(element, position));
};

const readKey = (encryption: Branch): Fact<RegistryKey | undefined> => {
	const key = encryption.child('keyVaultProperties');
	const presence = key.presence();
	if (isUnknown(presence)) {
		return presence;
	}

	if (!presence) {
		return undefined;
	}

	return {
		keyIdentifier: key.text('keyIdentifier'),
		versionedKeyIdentifier: key.text('versionedKeyIdentifier'),
		rotationEnabled: key.flag('keyRotationEnabled'),
		lastRotated: key.text('lastKeyRotationTimestamp'),
		identityClientId: key.text('identity'),
	};
};

const notAsked = unknown('not-asked', 'the registry\'s replications and webhooks have not been read yet');

/**
They have documents of their own: see `registry-child.ts`.
*/
const noChildrenYet: RegistryChildren = {replicas: notAsked, webhooks: notAsked};

/**
Maps a container registry as Resource Manager and Resource Graph send it. Never throws; gives nothing only where the
document has no usable id.
Source: Microsoft.ContainerRegistry registries 2025-11-01 (`softDeletePolicy` in preview versions only).
*/
export const readRegistry = (document: unknown): Registry | undefined => {
	const root = Branch.of(document);
	const resource = readResource(root);
	if (resource === undefined) {
		return undefined;
	}

	const properties = root.required('properties');
	const rules = properties.child('networkRuleSet');
	const encryption = properties.child('encryption');
	const policies = properties.child('policies');
	const retention = policies.child('retentionPolicy');
	return {
		kind: 'registry',
		...resource,
		...noChildrenYet,
		sku: root.child('sku').word('name', registrySkus),
		loginServer: properties.text('loginServer'),
		provisioningState: properties.word('provisioningState', provisioningStates),
		created: properties.text('creationDate'),
		adminUser: properties.flag('adminUserEnabled'),
		anonymousPull: properties.flag('anonymousPullEnabled'),
		publicNetworkAccess: properties.word('publicNetworkAccess', networkAccesses),
		defaultAction: rules.word('defaultAction', networkActions),
		ipRules: rules.texts('ipRules', ruleValue),
		networkBypass: properties.word('networkRuleBypassOptions', bypasses),
		dataEndpointEnabled: properties.flag('dataEndpointEnabled'),
		dataEndpointHosts: properties.texts('dataEndpointHostNames'),
		privateEndpoints: readConnections(properties),
		zoneRedundancy: properties.word('zoneRedundancy', capitalisedStates),
		encryption: encryption.word('status', policyStates),
		encryptionKey: readKey(encryption),
		quarantinePolicy: policies.child('quarantinePolicy').word('status', policyStates),
		trustPolicy: policies.child('trustPolicy').word('status', policyStates),
		retentionPolicy: retention.word('status', policyStates),
		retentionDays: retention.number('days'),
		exportPolicy: policies.child('exportPolicy').word('status', policyStates),
		softDeletePolicy: policies.child('softDeletePolicy').word('status', policyStates),
		armAudiencePolicy: policies.child('azureADAuthenticationAsArmPolicy').word('status', policyStates),
		roleAssignmentMode: properties.word('roleAssignmentMode', roleAssignmentModes),
		identityType: root.child('identity').word('type', identityTypes),
	};
};
