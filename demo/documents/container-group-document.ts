import type {DemoContainer, GroupSpec} from '../fleet/group-spec.js';
import {guidOf, hash} from '../random.js';
import {isoTime, type DocumentContext, type Json} from './context.js';
import {containerGroupId, groupIdentityId} from './ids.js';

const hour = 3_600_000;

type View = {readonly context: DocumentContext; readonly seconds: number};

/**
A container that crashes comes up every so many seconds.
*/
const crashSeconds = 37;

/**
How often a container has restarted by now: one that crashes has done so for hours when the demo begins.
*/
const restartsOf = ({behaviour}: DemoContainer, {seconds}: View): number => (behaviour === 'crashing' ? 214 + Math.floor(seconds / crashSeconds) : 0);

const event = (name: string, message: string, count: number, at: number, type = 'Normal'): Json => ({
	count, firstTimestamp: isoTime(at - (count * 60_000)), lastTimestamp: isoTime(at), name, message, type,
});

const crashed = (container: DemoContainer, view: View): Json => {
	const restartCount = restartsOf(container, view);
	const at = view.context.base + (Math.floor(view.seconds / crashSeconds) * crashSeconds * 1000);
	return {
		restartCount,
		currentState: {state: 'Waiting', detailStatus: 'CrashLoopBackOff: Back-off restarting failed'},
		previousState: {
			state: 'Terminated', startTime: isoTime(at - 9000), exitCode: 1, finishTime: isoTime(at), detailStatus: 'Error',
		},
		events: [
			event('Pulled', `Successfully pulled image "${container.image}"`, restartCount, at - 10_000),
			event('Started', 'Started container', restartCount, at - 9000),
			event('BackOff', 'Back-off restarting failed container', restartCount, at, 'Warning'),
		],
	};
};

const viewOf = (group: GroupSpec, container: DemoContainer, view: View): Json => {
	const {base} = view.context;
	if (container.behaviour === 'crashing') {
		return crashed(container, view);
	}

	const started = base - (6 * hour);
	const hasEnded = container.behaviour === 'finished' || group.isStopped === true || container.isInit === true;
	return {
		restartCount: 0,
		currentState: hasEnded
			? {
				state: 'Terminated', startTime: isoTime(started), exitCode: 0, finishTime: isoTime(started + 184_000), detailStatus: 'Completed',
			}
			: {state: 'Running', startTime: isoTime(started), detailStatus: ''},
		events: [event('Pulling', `pulling image "${container.image}"`, 1, started - 20_000), event('Pulled', `Successfully pulled image "${container.image}"`, 1, started - 4000), event('Started', 'Started container', 1, started)],
	};
};

const containerDocument = (group: GroupSpec, container: DemoContainer, view: View | undefined): Json => {
	const {name, image, command, ports, variables, cpu, memory, hasProbes, mounts} = container;
	const [port] = ports ?? [];
	return {
		name,
		properties: {
			image,
			...(command && {command}),
			...(!container.isInit && {ports: (ports ?? []).map(({port: number, protocol = 'TCP'}) => ({protocol, port: number}))}),
			environmentVariables: variables ?? [],
			...(view && !group.hasFailed && {instanceView: viewOf(group, container, view)}),
			...(!container.isInit && {resources: {requests: {memoryInGB: memory, cpu}}}),
			...(mounts && {volumeMounts: mounts.map(mount => ({name: mount, mountPath: `/mnt/${mount}`, readOnly: mount === 'code'}))}),
			...(hasProbes && port && {
				livenessProbe: {
					httpGet: {path: '/healthz', port: port.port, scheme: 'https'}, periodSeconds: 15, failureThreshold: 3, timeoutSeconds: 2,
				},
			}),
		},
	};
};

const volumeDocuments: Readonly<Record<string, Json>> = {
	share: {name: 'share', azureFile: {shareName: 'data', readOnly: false, storageAccountName: 'stvlmdata'}},
	code: {name: 'code', gitRepo: {repository: 'https://git.vellamar.example/data/notebooks.git', directory: '.', revision: '0123456789abcdef0123456789abcdef01234567'}},
};

const identityDocument = (group: GroupSpec, {seed, tenantId}: DocumentContext): Json => {
	const {identity} = group;
	const types = {system: 'SystemAssigned', user: 'UserAssigned', both: 'SystemAssigned, UserAssigned'} as const;
	return {
		type: types[identity!],
		...(identity !== 'user' && {principalId: groupPrincipalId(group, seed), tenantId}),
		...(identity !== 'system' && {
			userAssignedIdentities: {
				[groupIdentityId(group)]: {principalId: groupUserPrincipalId(group, seed), clientId: guidOf(seed, `client ${group.team} jobs`)},
			},
		}),
	};
};

/**
Object id of the group's own identity.
*/
export const groupPrincipalId = ({name}: Pick<GroupSpec, 'name'>, seed: number): string => guidOf(seed, `principal of group ${name}`);

/**
Object id of the identity that the groups of a team share.
*/
export const groupUserPrincipalId = ({team, subscription}: Pick<GroupSpec, 'subscription' | 'team'>, seed: number): string => guidOf(seed, `jobs of ${team} in ${subscription.id}`);

const credentialDocument = (group: GroupSpec): Json => {
	const {server, by} = group.pull!;
	return by === 'identity' ? {server, identity: groupIdentityId(group)} : {server, username: by === 'admin' ? server.slice(0, server.indexOf('.')) : 'deploy'};
};

const addressDocument = (group: GroupSpec, {seed}: DocumentContext): Json => {
	const dice = hash(seed, `address ${group.name}`);
	const ports = group.containers.flatMap(({ports: own}) => own ?? []).map(({port, protocol = 'TCP'}) => ({protocol, port}));
	if (group.network === 'private') {
		return {ports: ports.length === 0 ? [{protocol: 'TCP', port: 8080}] : ports, ip: `10.40.${dice % 16}.${4 + (dice % 200)}`, type: 'Private'};
	}

	return {
		ports,
		// TEST-NET-3 (RFC 5737).
		...(!group.hasFailed && {ip: `203.0.113.${1 + (dice % 250)}`}),
		type: 'Public',
		...(group.label !== undefined && {
			dnsNameLabel: group.label, autoGeneratedDomainNameLabelScope: group.labelScope ?? 'Unsecure', fqdn: `${group.label}.${group.region}.azurecontainer.io`,
		}),
	};
};

const stateOf = ({isStopped, hasFailed, containers}: GroupSpec): string => {
	if (hasFailed) {
		return 'Failed';
	}

	return isStopped ? 'Stopped' : (containers.every(({behaviour, isInit}) => behaviour === 'finished' || isInit) ? 'Succeeded' : 'Running');
};

/**
A container group as `containerGroups.get` sends it at a moment, or, without `seconds`, as lists do: those have no instance view
(Microsoft.ContainerInstance 2023-05-01, recorded answers).
*/
export const containerGroupDocument = (group: GroupSpec, context: DocumentContext, seconds?: number): Json => {
	const view = seconds === undefined ? undefined : {context, seconds};
	const init = group.containers.filter(({isInit}) => isInit);
	const volumes = [...new Set(group.containers.flatMap(({mounts}) => mounts ?? []))];
	return {
		properties: {
			sku: group.sku ?? 'Standard',
			provisioningState: group.hasFailed ? 'Failed' : 'Succeeded',
			provisioningTimeoutInSeconds: 1800,
			isCustomProvisioningTimeout: false,
			containers: group.containers.filter(({isInit}) => !isInit).map(container => containerDocument(group, container, view)),
			initContainers: init.map(container => containerDocument(group, container, view)),
			...(group.pull !== undefined && {imageRegistryCredentials: [credentialDocument(group)]}),
			restartPolicy: group.restartPolicy ?? 'Always',
			...(group.network !== 'none' && {ipAddress: addressDocument(group, context)}),
			osType: group.os ?? 'Linux',
			...(volumes.length > 0 && {volumes: volumes.map(name => volumeDocuments[name])}),
			...(group.network === 'private' && {
				subnetIds: [{id: `/subscriptions/${group.subscription.id}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-${group.team}/subnets/snet-jobs`, name: 'snet-jobs'}],
			}),
			...(group.isSpot && {priority: 'Spot'}),
			...(group.sku === 'Confidential' && {confidentialComputeProperties: {ccePolicy: 'cGFja2FnZSBwb2xpY3k='}}),
			...(group.hasLogs && {diagnostics: {logAnalytics: {workspaceId: guidOf(context.seed, `workspace ${group.team}`), logType: 'ContainerInstanceLogs'}}}),
			isCreatedFromStandbyPool: false,
			...(view && {instanceView: {events: group.hasFailed ? [event('FailedMount', 'The image could not be pulled in time.', 4, context.base - hour, 'Warning')] : [], state: stateOf(group)}}),
		},
		...(group.identity !== undefined && {identity: identityDocument(group, context)}),
		...(group.zone !== undefined && {zones: [group.zone]}),
		id: containerGroupId(group),
		name: group.name,
		type: 'Microsoft.ContainerInstance/containerGroups',
		location: group.region,
		tags: {owner: group.team, environment: group.subscription.environment},
	};
};
