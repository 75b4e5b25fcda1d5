import type {DiagnosticSetting, VaultKey} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import type {
	ContainerCommand,
	ContainerGroup,
	ContainerPort,
	ContainerProbe,
	ContainerSecurity,
	EnvironmentVariable,
	GroupAddress,
	GroupContainer,
	GroupCredential,
	GroupIdentity,
	GroupVolume,
	VolumeMount,
} from '../../model/container-group.js';
import type {DataDisk} from '../../model/data-disk.js';
import type {DefenderPlan} from '../../model/defender-plan.js';
import type {DenyAssignment} from '../../model/deny-assignment.js';
import type {DiskEncryptionSet} from '../../model/disk-encryption-set.js';
import type {Finding, FindingTotals} from '../../model/finding.js';
import type {ImageCounts, ImageScan, RunningScan} from '../../model/image-scan.js';
import type {Host, PatchAssessment} from '../../model/host.js';
import type {KeyVault} from '../../model/key-vault.js';
import type {KubernetesVersion} from '../../model/kubernetes-version.js';
import type {
	BackendAddress,
	InboundRule,
	LoadBalancerRule,
	NetworkResource,
} from '../../model/network-resource.js';
import type {NodeImage} from '../../model/node-image.js';
import type {NodePool} from '../../model/node-pool.js';
import type {ExemptState, PolicyExemption, PolicyRecord} from '../../model/policy-exemption.js';
import type {
	PrivateEndpointConnection,
	Registry,
	RegistryKey,
	RegistryReplica,
	RegistryWebhook,
} from '../../model/registry.js';
import type {
	RegistryRecords,
	RegistryScopeMap,
	RegistryToken,
	RegistryTokenCredential,
	RegistryUsage,
} from '../../model/registry-records.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {ListedRole, Permission} from '../../model/role-definition.js';
import type {RoleEligibility} from '../../model/role-eligibility.js';
import {severities} from '../../model/severity.js';
import type {Coverage, Subscription} from '../../model/subscription.js';
import {
	dictionary,
	fact,
	flagFact,
	isFlag,
	isNumber,
	isText,
	list,
	numberFact,
	oneOf,
	optional,
	shape,
	textFact,
	textsFact,
	type Is,
} from './shape.js';

const resource = {
	id: isText,
	key: isText,
	name: isText,
	subscriptionId: isText,
	resourceGroup: isText,
	region: isText,
	tags: dictionary(isText),
};

const severity = oneOf(...severities);

export const isNodePool: Is<NodePool> = shape<NodePool>({
	...resource,
	kind: oneOf('nodePool'),
	isTagged: fact(isFlag),
	clusterKey: isText,
	clusterName: isText,
	mode: textFact,
	osType: textFact,
	osSku: textFact,
	vmSize: textFact,
	count: numberFact,
	minCount: numberFact,
	maxCount: numberFact,
	autoScaling: flagFact,
	poolType: textFact,
	provisioningState: textFact,
	powerState: textFact,
	kubernetesVersion: textFact,
	nodeImageVersion: textFact,
	subnetId: textFact,
	publicIpPerNode: flagFact,
	allowedHostPorts: textsFact,
	sshAccess: textFact,
	fips: flagFact,
	osDiskType: textFact,
	encryptionAtHost: flagFact,
	spot: flagFact,
	zones: textsFact,
	nodeOsUpgradeChannel: textFact,
	clusterKubernetesVersion: textFact,
});

const areNodePools = list(isNodePool);

export const isCluster: Is<Cluster> = shape<Cluster>({
	...resource,
	kind: oneOf('cluster'),
	isTagged: fact(isFlag),
	provisioningState: textFact,
	powerState: textFact,
	kubernetesVersion: textFact,
	currentKubernetesVersion: textFact,
	tier: textFact,
	skuName: textFact,
	supportPlan: textFact,
	fqdn: textFact,
	privateFqdn: textFact,
	nodeResourceGroup: textFact,
	privateCluster: flagFact,
	publicNetworkAccess: textFact,
	authorizedIpRanges: textsFact,
	runCommandDisabled: flagFact,
	vnetIntegration: flagFact,
	entraIntegrated: fact(isFlag),
	entraManaged: flagFact,
	azureRbac: flagFact,
	localAccountsDisabled: flagFact,
	kubernetesRbac: flagFact,
	identityType: textFact,
	servicePrincipalClientId: textFact,
	upgradeChannel: textFact,
	nodeOsUpgradeChannel: textFact,
	networkPlugin: textFact,
	networkPolicy: textFact,
	networkDataplane: textFact,
	outboundType: textFact,
	azurePolicy: flagFact,
	httpApplicationRouting: flagFact,
	containerInsights: flagFact,
	containerInsightsWorkspace: textFact,
	monitorContainerInsights: flagFact,
	monitorContainerInsightsWorkspace: textFact,
	prometheusMetrics: flagFact,
	oidcIssuer: flagFact,
	workloadIdentity: flagFact,
	podIdentity: flagFact,
	defenderSensor: flagFact,
	keyManagementService: flagFact,
	infrastructureEncryption: textFact,
	kubeletObjectId: textFact,
	diskEncryptionSetId: textFact,
	webAppRouting: flagFact,
	nginxControllerType: textFact,
	gatewayApiIstio: textFact,
	nodePools: fact(optional(areNodePools)),
});

const isPrivateEndpoint = shape<PrivateEndpointConnection>({
	name: isText, status: textFact, privateEndpointId: textFact, description: textFact,
});

const arePrivateEndpoints = list(isPrivateEndpoint);

const isRegistryKey = shape<RegistryKey>({
	keyIdentifier: textFact,
	versionedKeyIdentifier: textFact,
	rotationEnabled: flagFact,
	lastRotated: textFact,
	identityClientId: textFact,
});

const isRegistryReplica = shape<RegistryReplica>({
	key: isText, region: isText, endpointEnabled: flagFact, state: textFact, message: textFact, since: textFact, provisioningState: textFact, zoneRedundancy: textFact,
});

const isRegistryWebhook = shape<RegistryWebhook>({
	key: isText, name: isText, status: textFact, scope: textFact, actions: textsFact, provisioningState: textFact,
});

export const isRegistry: Is<Registry> = shape<Registry>({
	...resource,
	kind: oneOf('registry'),
	sku: textFact,
	loginServer: textFact,
	provisioningState: textFact,
	created: textFact,
	adminUser: flagFact,
	anonymousPull: flagFact,
	publicNetworkAccess: textFact,
	defaultAction: textFact,
	ipRules: textsFact,
	networkBypass: textFact,
	dataEndpointEnabled: flagFact,
	dataEndpointHosts: textsFact,
	privateEndpoints: fact(optional(arePrivateEndpoints)),
	zoneRedundancy: textFact,
	encryption: textFact,
	encryptionKey: fact(optional(isRegistryKey)),
	quarantinePolicy: textFact,
	trustPolicy: textFact,
	retentionPolicy: textFact,
	retentionDays: numberFact,
	exportPolicy: textFact,
	softDeletePolicy: textFact,
	armAudiencePolicy: textFact,
	roleAssignmentMode: textFact,
	identityType: textFact,
	replicas: fact(list(isRegistryReplica)),
	webhooks: fact(list(isRegistryWebhook)),
});

const isVariable = shape<EnvironmentVariable>({name: isText, keeps: oneOf('plain', 'secure', 'vault'), secret: optional(isText)});

const isCommand = shape<ContainerCommand>({words: list(isText), secret: optional(isText)});

const isContainerProbe = shape<ContainerProbe>({asks: isText, secret: optional(isText)});

const isProbe = fact(optional(isContainerProbe));

const isContainerPort = shape<ContainerPort>({port: isNumber, protocol: isText});

const arePorts = fact(list(isContainerPort));

const isVolumeMount = shape<VolumeMount>({volume: isText, path: isText, isReadOnly: isFlag});

const isGroupVolume = shape<GroupVolume>({name: isText, kind: oneOf('azureFile', 'emptyDir', 'gitRepo', 'secret', 'unknown'), detail: isText});

const isGroupIdentity = shape<GroupIdentity>({id: isText, principalId: textFact, clientId: textFact});

const isContainerSecurity = shape<ContainerSecurity>({
	privileged: flagFact, escalates: flagFact, runAsUser: numberFact, adds: textsFact,
});

const isGroupContainer = shape<GroupContainer>({
	name: isText,
	isInit: isFlag,
	image: textFact,
	host: optional(isText),
	command: fact(optional(isCommand)),
	variables: fact(list(isVariable)),
	ports: arePorts,
	cpu: numberFact,
	memory: numberFact,
	gpus: numberFact,
	mounts: fact(list(isVolumeMount)),
	liveness: isProbe,
	readiness: isProbe,
	security: optional(isContainerSecurity),
});

const isGroupAddress = shape<GroupAddress>({
	type: textFact, ip: textFact, fqdn: textFact, dnsLabel: textFact, labelScope: textFact, ports: arePorts,
});

const isGroupCredential = shape<GroupCredential>({
	server: isText, username: textFact, identity: textFact, isInVault: isFlag,
});

export const isContainerGroup: Is<ContainerGroup> = shape<ContainerGroup>({
	...resource,
	kind: oneOf('containerGroup'),
	provisioningState: textFact,
	osType: textFact,
	restartPolicy: textFact,
	sku: textFact,
	priority: textFact,
	containers: fact(list(isGroupContainer)),
	address: fact(optional(isGroupAddress)),
	subnetIds: textsFact,
	nameServers: textsFact,
	credentials: fact(list(isGroupCredential)),
	volumes: fact(list(isGroupVolume)),
	vaultSecrets: textsFact,
	identityType: textFact,
	principalId: textFact,
	identities: fact(list(isGroupIdentity)),
	logWorkspace: textFact,
	logType: textFact,
	zones: textsFact,
	confidentialPolicy: fact(isFlag),
	ownKey: textFact,
});

export const isFinding: Is<Finding> = shape<Finding>({
	...resource,
	kind: oneOf('finding'),
	source: oneOf('assessment', 'alert'),
	title: isText,
	assessmentKey: isText,
	severity,
	severityUnknown: isFlag,
	status: oneOf('unhealthy', 'healthy', 'not-applicable', 'active', 'in-progress', 'resolved', 'dismissed', 'unknown'),
	cause: textFact,
	statusText: textFact,
	isIndividual: optional(isFlag),
	resourceKey: isText,
	resourceName: isText,
	resourceType: isText,
	description: textFact,
	remediation: textFact,
	since: textFact,
	firstEvaluated: textFact,
	portalUrl: textFact,
	tactics: list(isText),
});

export const isFindingTotals: Is<FindingTotals> = shape<FindingTotals>({
	bySeverity: shape<FindingTotals['bySeverity']>({
		critical: isNumber, high: isNumber, medium: isNumber, low: isNumber, info: isNumber,
	}),
	total: isNumber,
});

const isFlags = dictionary(isFlag);

export const isDefenderPlan: Is<DefenderPlan> = shape<DefenderPlan>({
	subscriptionId: isText,
	name: isText,
	tier: textFact,
	deprecated: flagFact,
	extensions: fact(optional(isFlags)),
	freeTrialRemaining: textFact,
});

export const isDiskEncryptionSet: Is<DiskEncryptionSet> = shape<DiskEncryptionSet>({
	...resource,
	kind: oneOf('diskEncryptionSet'),
	encryptionType: textFact,
	keyUrl: textFact,
	vaultId: textFact,
	autoRotation: flagFact,
	lastRotated: textFact,
	rotationError: textFact,
	identityType: textFact,
});

export const isKeyVault: Is<KeyVault> = shape<KeyVault>({
	...resource,
	kind: oneOf('keyVault'),
	sku: textFact,
	vaultUri: textFact,
	softDelete: flagFact,
	softDeleteDays: numberFact,
	purgeProtection: flagFact,
	rbacAuthorization: flagFact,
	publicNetworkAccess: textFact,
	created: textFact,
});

const isPatchAssessment = shape<PatchAssessment>({
	critical: numberFact, security: numberFact, rebootPending: flagFact, assessed: textFact,
});

export const isHost: Is<Host> = shape<Host>({
	...resource,
	kind: oneOf('host'),
	osType: textFact,
	osSku: textFact,
	osVersion: textFact,
	memory: numberFact,
	processors: numberFact,
	isVirtual: flagFact,
	hyperV: flagFact,
	nestedVirtualization: flagFact,
	systemDrive: textFact,
	status: textFact,
	statusChanged: textFact,
	agentVersion: textFact,
	manufacturer: textFact,
	model: textFact,
	cloud: textFact,
	processorName: textFact,
	architecture: textFact,
	domain: textFact,
	patches: fact(optional(isPatchAssessment)),
});

const isBackendAddress = shape<BackendAddress>({address: isText, networkKey: optional(isText)});

const isLoadBalancerRule = shape<LoadBalancerRule>({
	name: isText,
	protocol: optional(isText),
	frontendPort: optional(isNumber),
	backendPort: optional(isNumber),
	isFloating: isFlag,
	publicIpKey: optional(isText),
	privateAddress: optional(isText),
	groups: list(isText),
	addresses: list(isBackendAddress),
});

const isInboundRule = shape<InboundRule>({
	name: isText,
	priority: optional(isNumber),
	isAllow: isFlag,
	protocol: optional(isText),
	sources: list(isText),
	destinations: list(isText),
	ports: list(isText),
});

type NetworkOf<Type extends NetworkResource['type']> = Extract<NetworkResource, {readonly type: Type}>;

const networkResource = {...resource, kind: oneOf('networkResource'), isTagged: fact(isFlag)};

const networkShapes: {readonly [Type in NetworkResource['type']]: Is<NetworkOf<Type>>} = {
	publicIp: shape<NetworkOf<'publicIp'>>({
		...networkResource,
		type: oneOf('publicIp'),
		address: textFact,
		fqdn: textFact,
		services: list(isText),
		isInUse: fact(isFlag),
		ddosProtection: textFact,
	}),
	loadBalancer: shape<NetworkOf<'loadBalancer'>>({
		...networkResource, type: oneOf('loadBalancer'), sku: textFact, rules: fact(list(isLoadBalancerRule)), natRules: fact(list(isLoadBalancerRule)),
	}),
	networkSecurityGroup: shape<NetworkOf<'networkSecurityGroup'>>({...networkResource, type: oneOf('networkSecurityGroup'), rules: fact(list(isInboundRule))}),
	routeTable: shape<NetworkOf<'routeTable'>>({...networkResource, type: oneOf('routeTable')}),
	virtualNetwork: shape<NetworkOf<'virtualNetwork'>>({...networkResource, type: oneOf('virtualNetwork')}),
};

export const isNetworkResource: Is<NetworkResource> = (value): value is NetworkResource => Object.values(networkShapes).some(is => is(value));

export const isDataDisk: Is<DataDisk> = shape<DataDisk>({
	...resource,
	kind: oneOf('dataDisk'),
	claim: isText,
	encryptionType: textFact,
	diskEncryptionSetKey: textFact,
	sizeGib: numberFact,
});

export const isVaultKey: Is<VaultKey> = shape<VaultKey>({
	name: isText,
	vaultKey: isText,
	created: optional(isText),
	expires: optional(isText),
	isEnabled: optional(isFlag),
	rotation: fact(list(isText)),
});

const isRegistryUsage = shape<RegistryUsage>({
	name: isText, used: isNumber, limit: optional(isNumber), unit: oneOf('bytes', 'count'),
});

const isTokenCredential = shape<RegistryTokenCredential>({
	kind: oneOf('password', 'certificate'), name: isText, created: optional(isText), expires: optional(isText),
});

const isRegistryToken = shape<RegistryToken>({
	key: isText, name: isText, status: textFact, scopeMapKey: textFact, created: textFact, credentials: fact(list(isTokenCredential)),
});

const isScopeMap = shape<RegistryScopeMap>({
	key: isText, name: isText, isSystem: fact(isFlag), actions: fact(list(isText)),
});

export const isRegistryRecords: Is<RegistryRecords> = shape<RegistryRecords>({
	registryKey: isText,
	usages: fact(list(isRegistryUsage)),
	tokens: fact(list(isRegistryToken)),
	scopeMaps: fact(list(isScopeMap)),
	// What was read of an open registry is read again when it is opened.
	details: (value): value is undefined => value === undefined,
});

export const isDiagnosticSetting: Is<DiagnosticSetting> = shape<DiagnosticSetting>({name: isText, categories: list(isText), destinations: list(isText)});

const roleAssignment = {
	key: isText,
	subscriptionId: isText,
	principalId: textFact,
	principalType: textFact,
	roleId: textFact,
	scope: textFact,
	condition: textFact,
	changedAt: optional(isNumber),
};

export const isRoleAssignment: Is<RoleAssignment> = shape<RoleAssignment>(roleAssignment);

export const isRoleEligibility: Is<RoleEligibility> = shape<RoleEligibility>({...roleAssignment, endsAt: numberFact});

const isPermission = shape<Permission>({
	actions: list(isText), notActions: list(isText), dataActions: list(isText), notDataActions: list(isText), condition: textFact,
});

const permissions = fact(list(isPermission));

export const isRoleDefinition: Is<ListedRole> = shape<ListedRole>({
	id: isText, subscriptionId: isText, name: isText, isBuiltIn: isFlag, permissions,
});

export const isDenyAssignment: Is<DenyAssignment> = shape<DenyAssignment>({
	key: isText,
	name: isText,
	scope: textFact,
	stopsAtScope: flagFact,
	principals: fact(list(isText)),
	excluded: fact(list(isText)),
	permissions,
	condition: textFact,
});

const isPolicyExemption: Is<PolicyExemption> = shape<PolicyExemption>({
	kind: oneOf('exemption'),
	id: isText,
	key: isText,
	name: isText,
	subscriptionId: isText,
	resourceGroup: isText,
	scope: isText,
	assignmentId: textFact,
	referenceIds: textsFact,
	category: textFact,
	expiresAt: numberFact,
	displayName: textFact,
	description: textFact,
	createdBy: optional(isText),
});

const isExemptState: Is<ExemptState> = shape<ExemptState>({
	kind: oneOf('state'),
	key: isText,
	resourceKey: isText,
	subscriptionId: isText,
	definition: isText,
	assignmentId: isText,
	referenceId: textFact,
});

export const isPolicyRecord: Is<PolicyRecord> = (value): value is PolicyRecord => isExemptState(value) || isPolicyExemption(value);

export const isNodeImage: Is<NodeImage> = shape<NodeImage>({version: isText, family: isText, built: optional(isText)});

export const isKubernetesVersion: Is<KubernetesVersion> = shape<KubernetesVersion>({
	minor: isText,
	patches: list(isText),
	supportPlans: list(isText),
	isPreview: isFlag,
	isDefault: isFlag,
});

const isReasonedCoverage = shape<{readonly state: string; readonly reason: string}>({state: oneOf('listed', 'denied', 'failed'), reason: isText});

const isPlainCoverage = shape<{readonly state: string}>({state: oneOf('answered', 'waiting')});

export const isCoverage: Is<Coverage> = (value): value is Coverage => isPlainCoverage(value) || isReasonedCoverage(value);

export const isSubscription: Is<Subscription> = shape<Subscription>({
	id: isText,
	name: isText,
	tenantId: textFact,
	state: textFact,
	managementGroups: optional(list(isText)),
	coverage: isCoverage,
});

const isCounts: Is<ImageCounts> = shape<ImageCounts>({
	critical: isNumber, high: isNumber, medium: isNumber, low: isNumber, info: isNumber,
});

const imagePlace = {host: isText, repository: isText, digest: optional(isText)};

export const isImageScan: Is<ImageScan> = shape<ImageScan>({
	...imagePlace,
	key: isText,
	subscriptionId: isText,
	registryKey: isText,
	tagNames: list(isText),
	os: optional(isText),
	pushed: optional(isNumber),
	open: isCounts,
	fixable: isCounts,
	assessed: optional(isNumber),
	scanned: optional(isNumber),
});

export const isRunningScan: Is<RunningScan> = shape<RunningScan>({
	...imagePlace, key: isText, subscriptionId: isText, clusterKey: isText, open: isCounts,
});
