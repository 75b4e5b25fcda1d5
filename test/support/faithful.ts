import type {ExecutionContext} from 'ava';
import {isUnknown} from '../../source/model/known.js';

/**
Which member of a document each fact comes from, written down apart from the readers.
*/
export type Member = {
	readonly fact: string;
	readonly path: string;
	readonly type: 'text' | 'flag' | 'number' | 'texts';
};

const members = (type: Member['type'], paths: Readonly<Record<string, string>>): readonly Member[] =>
	Object.entries(paths).map(([fact, path]) => ({fact, path, type}));

const p = (path: string): string => `properties.${path}`;

export const clusterMembers: readonly Member[] = [
	...members('text', {
		provisioningState: p('provisioningState'), powerState: p('powerState.code'), kubernetesVersion: p('kubernetesVersion'),
		currentKubernetesVersion: p('currentKubernetesVersion'), tier: 'sku.tier', skuName: 'sku.name', supportPlan: p('supportPlan'), fqdn: p('fqdn'),
		privateFqdn: p('privateFQDN'), nodeResourceGroup: p('nodeResourceGroup'), publicNetworkAccess: p('publicNetworkAccess'), identityType: 'identity.type',
		servicePrincipalClientId: p('servicePrincipalProfile.clientId'), upgradeChannel: p('autoUpgradeProfile.upgradeChannel'),
		nodeOsUpgradeChannel: p('autoUpgradeProfile.nodeOSUpgradeChannel'), networkPlugin: p('networkProfile.networkPlugin'),
		networkPolicy: p('networkProfile.networkPolicy'), networkDataplane: p('networkProfile.networkDataplane'), outboundType: p('networkProfile.outboundType'),
		kubeletObjectId: p('identityProfile.kubeletidentity.objectId'),
		diskEncryptionSetId: p('diskEncryptionSetID'),
		infrastructureEncryption: p('securityProfile.kubernetesResourceObjectEncryptionProfile.infrastructureEncryption'),
		nginxControllerType: p('ingressProfile.webAppRouting.nginx.defaultIngressControllerType'),
		gatewayApiIstio: p('ingressProfile.webAppRouting.gatewayAPIImplementations.appRoutingIstio.mode'),
		monitorContainerInsightsWorkspace: p('azureMonitorProfile.containerInsights.logAnalyticsWorkspaceResourceId'),
	}),
	...members('flag', {
		privateCluster: p('apiServerAccessProfile.enablePrivateCluster'), runCommandDisabled: p('apiServerAccessProfile.disableRunCommand'),
		vnetIntegration: p('apiServerAccessProfile.enableVnetIntegration'), entraManaged: p('aadProfile.managed'), azureRbac: p('aadProfile.enableAzureRBAC'),
		localAccountsDisabled: p('disableLocalAccounts'), kubernetesRbac: p('enableRBAC'), oidcIssuer: p('oidcIssuerProfile.enabled'),
		workloadIdentity: p('securityProfile.workloadIdentity.enabled'), podIdentity: p('podIdentityProfile.enabled'),
		defenderSensor: p('securityProfile.defender.securityMonitoring.enabled'), keyManagementService: p('securityProfile.azureKeyVaultKms.enabled'),
		webAppRouting: p('ingressProfile.webAppRouting.enabled'), monitorContainerInsights: p('azureMonitorProfile.containerInsights.enabled'),
		prometheusMetrics: p('azureMonitorProfile.metrics.enabled'),
	}),
	...members('texts', {authorizedIpRanges: p('apiServerAccessProfile.authorizedIPRanges')}),
];

const poolPaths = {
	text: {
		mode: 'mode', osType: 'osType', osSku: 'osSKU', poolType: 'type', provisioningState: 'provisioningState', powerState: 'powerState.code',
		nodeImageVersion: 'nodeImageVersion', sshAccess: 'securityProfile.sshAccess', osDiskType: 'osDiskType',
	},
	flag: {
		autoScaling: 'enableAutoScaling', publicIpPerNode: 'enableNodePublicIP', fips: 'enableFIPS', encryptionAtHost: 'enableEncryptionAtHost',
	},
	number: {minCount: 'minCount', maxCount: 'maxCount'},
	texts: {zones: 'availabilityZones'},
} as const;

/**
Members of a pool: flat in a cluster, under `properties` in the agentPools API.
*/
export const poolMembers = (prefix: '' | 'properties.'): readonly Member[] =>
	(['text', 'flag', 'number', 'texts'] as const).flatMap(type => members(type, poolPaths[type]).map(member => ({...member, path: `${prefix}${member.path}`})));

export const registryMembers: readonly Member[] = [
	...members('text', {
		sku: 'sku.name', loginServer: p('loginServer'), provisioningState: p('provisioningState'), created: p('creationDate'),
		publicNetworkAccess: p('publicNetworkAccess'), defaultAction: p('networkRuleSet.defaultAction'), networkBypass: p('networkRuleBypassOptions'),
		zoneRedundancy: p('zoneRedundancy'), encryption: p('encryption.status'), quarantinePolicy: p('policies.quarantinePolicy.status'),
		trustPolicy: p('policies.trustPolicy.status'), retentionPolicy: p('policies.retentionPolicy.status'), exportPolicy: p('policies.exportPolicy.status'),
		softDeletePolicy: p('policies.softDeletePolicy.status'), armAudiencePolicy: p('policies.azureADAuthenticationAsArmPolicy.status'),
		roleAssignmentMode: p('roleAssignmentMode'), identityType: 'identity.type',
	}),
	...members('flag', {adminUser: p('adminUserEnabled'), anonymousPull: p('anonymousPullEnabled'), dataEndpointEnabled: p('dataEndpointEnabled')}),
	...members('number', {retentionDays: p('policies.retentionPolicy.days')}),
	...members('texts', {dataEndpointHosts: p('dataEndpointHostNames')}),
];

type Sent = {readonly state: 'absent' | 'broken'} | {readonly state: 'sent'; readonly value: unknown};

const sentAt = (document: unknown, path: string): Sent => {
	let value = document;
	for (const name of path.split('.')) {
		if (value === undefined || value === null) {
			return {state: 'absent'};
		}

		if (typeof value !== 'object' || Array.isArray(value)) {
			return {state: 'broken'};
		}

		value = (value as Record<string, unknown>)[name];
	}

	return value === undefined || value === null ? {state: 'absent'} : {state: 'sent', value};
};

const isOfType = (value: unknown, type: Member['type']): boolean => {
	switch (type) {
		case 'text': {
			return typeof value === 'string';
		}

		case 'flag': {
			return typeof value === 'boolean';
		}

		case 'number': {
			return typeof value === 'number';
		}

		case 'texts': {
			return Array.isArray(value) && value.every(element => typeof element === 'string');
		}
	}
};

const comparable = (value: unknown): string => JSON.stringify(value).toLowerCase();

/**
Every fact says what was sent (in any casing), is absent where nothing was, and is unknown with a reason where something
else was: never a value of its own.
*/
export const isFaithful = (t: ExecutionContext, document: unknown, model: Record<string, unknown>, table: readonly Member[], label: string): void => {
	for (const {fact, path, type} of table) {
		const found: unknown = (model)[fact];
		const sent = sentAt(document, path);
		const note = `${label}: ${fact} of ${path}`;
		if (isUnknown(found)) {
			t.true(found.reason.length > 0, note);
			t.true(sent.state !== 'sent' || !isOfType(sent.value, type), `${note} was sent well, yet is unknown: ${found.reason}`);
			continue;
		}

		if (sent.state === 'sent') {
			t.true(isOfType(sent.value, type), `${note} holds ${JSON.stringify(sent.value)}, yet became ${JSON.stringify(found)}`);
			t.is(comparable(found), comparable(sent.value), note);
		} else {
			t.is(sent.state, 'absent', note);
			t.is(found, undefined, note);
		}
	}
};
