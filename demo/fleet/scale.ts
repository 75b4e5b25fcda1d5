import {choose, hash} from '../random.js';
import {alertKinds} from './alert-kinds.js';
import type {ClusterSpec, PoolSpec} from './cluster-spec.js';
import {
	regions,
	scaleSubscriptions,
	tenantIdOf,
	type DemoSubscription,
} from './estate.js';
import type {Fleet} from './fleet.js';
import {
	oldPool,
	systemPool,
	userPool,
	windowsPool,
} from './pools.js';
import {scaleGroupAt} from './scale-groups.js';
import {profiles, type ProfileName} from './profiles.js';
import type {RegistrySpec} from './registry-spec.js';

/**
How often each profile is met, by environment.
*/
const mixes: Readonly<Record<DemoSubscription['environment'], readonly ProfileName[]>> = {
	prod: ['hardened', 'hardened', 'hardened', 'hardened', 'standard', 'standard', 'standard', 'standard', 'ageing', 'legacy'],
	staging: ['hardened', 'standard', 'standard', 'standard', 'ageing'],
	dev: ['standard', 'standard', 'sandbox', 'sandbox', 'ageing'],
};

const current = ['1.35.7', '1.35.7', '1.35.5', '1.36.4', '1.36.2', '1.34.9'] as const;
const outdated = ['1.33.12', '1.34.8', '1.32.11', '1.31.9'] as const;

/**
Five pools, as good as the cluster that they belong to.
*/
const poolsOf = (seed: number, key: string, profile: ProfileName): readonly PoolSpec[] => {
	const linux = profile === 'hardened' ? 'azureLinux' : choose(seed, `image ${key}`, ['ubuntu2204', 'ubuntu2404', 'azureLinux'] as const);
	const weeks = (pool: string): number => hash(seed, `weeks ${key} ${pool}`) % 4;
	const count = (pool: string): number => 2 + (hash(seed, `count ${key} ${pool}`) % 10);
	if (profile === 'legacy' || profile === 'ageing') {
		const behind = profile === 'legacy' ? 30 : 7;
		return [
			oldPool('nodepool1', 'ubuntu2204', behind + weeks('nodepool1'), 3, {mode: 'System', publicIp: profile === 'legacy'}),
			oldPool('apps', 'ubuntu2204', behind + weeks('apps'), count('apps')),
			oldPool('jobs', 'ubuntu2204', behind + weeks('jobs'), count('jobs')),
			oldPool('cache', 'ubuntu2204', behind + weeks('cache'), 2),
			windowsPool('win', profile === 'legacy' ? 'windows2019' : 'windows2022', behind, 2),
		];
	}

	return [
		systemPool(linux, weeks('system')),
		userPool('apps', linux, weeks('apps'), count('apps')),
		userPool('jobs', linux, weeks('jobs'), count('jobs'), {spot: profile === 'sandbox'}),
		userPool('memory', linux, weeks('memory'), count('memory'), {vmSize: 'Standard_E8ds_v5'}),
		userPool('edge', linux, weeks('edge'), 2, {publicIp: profile === 'sandbox'}),
	];
};

const states = (seed: number, key: string): Pick<ClusterSpec, 'provisioningState' | 'powerState'> => {
	switch (hash(seed, `state ${key}`) % 60) {
		case 0: {
			return {provisioningState: 'Failed'};
		}

		case 1: {
			return {powerState: 'Stopped'};
		}

		default: {
			return {};
		}
	}
};

const clusterAt = (seed: number, readable: readonly DemoSubscription[], index: number, pullsFrom: ClusterSpec['pullsFrom']): ClusterSpec => {
	const subscription = readable[index % readable.length]!;
	const {team, environment} = subscription;
	const key = `cluster ${index}`;
	const profile = choose(seed, `profile ${key}`, mixes[environment]);
	const [region, short] = choose(seed, `region ${key}`, regions);
	const isOld = profile === 'ageing' || profile === 'legacy';
	return {
		...profiles[profile],
		name: `aks-${team}-${environment}-${short}-${String(index + 1).padStart(4, '0')}`,
		subscription,
		resourceGroup: `rg-${team}-${environment}-${short}`,
		region,
		team,
		environment,
		pullsFrom,
		version: choose(seed, `version ${key}`, isOld ? outdated : current),
		tags: isOld ? undefined : {environment, owner: team, costCentre: `cc-${4100 + ((index % readable.length) * 10)}`},
		...states(seed, key),
		...(profiles[profile].access !== 'public' && hash(seed, `reach ${key}`) % 12 === 0 && {isOutOfReach: true}),
		...(hash(seed, `forbidden ${key}`) % 40 === 0 && {forbidden: ['nodes', 'storageclasses', 'clusterrolebindings']}),
		// Most who ask for a spec do not look at its pools.
		get pools() {
			return poolsOf(seed, key, profile);
		},
	};
};

const registryAt = (seed: number, readable: readonly DemoSubscription[], index: number): RegistrySpec => {
	const subscription = readable[(index * 3) % readable.length]!;
	const {team, environment} = subscription;
	const key = `registry ${index}`;
	const grade = hash(seed, `grade ${key}`) % 10;
	const isPremium = grade < 6;
	const isClosed = grade < 4;
	const [region] = choose(seed, `region ${key}`, regions);
	return {
		name: `vlm${team}${environment}${String(index + 1).padStart(3, '0')}`,
		subscription,
		resourceGroup: `rg-${team}-${environment}-registry`,
		region,
		team,
		sku: isPremium ? 'Premium' : (grade < 8 ? 'Standard' : 'Basic'),
		ageDays: 30 + (hash(seed, `age ${key}`) % 2400),
		adminUser: grade > 6,
		anonymousPull: grade === 7,
		publicNetwork: !isClosed,
		defaultAction: isClosed || grade === 5 ? 'Deny' : (isPremium || grade < 8 ? 'Allow' : undefined),
		trustedServices: grade !== 2,
		privateEndpoints: isClosed ? ['Approved'] : [],
		...(grade < 2 && {customerKey: 'rotating', keyAgeDays: hash(seed, `key ${key}`) % 90}),
		exportDisabled: isClosed,
		zoneRedundant: isPremium,
		...(isPremium && {retentionDays: 14}),
		armAudienceDisabled: isClosed,
		abac: grade < 3,
		usedGib: 2 + (hash(seed, `size ${key}`) % (isPremium ? 700 : 60)),
		tokens: hash(seed, `tokens ${key}`) % 30,
		webhooks: hash(seed, `webhooks ${key}`) % 3,
		webhooksOff: hash(seed, `webhooks off ${key}`) % 4 === 0,
		contentTrust: grade === 4,
		quarantine: grade === 0,
		softDelete: !isPremium && hash(seed, `soft delete ${key}`) % 2 === 0,
		...(grade < 2 && {replicas: [choose(seed, `replica ${key}`, regions)[0]].filter(other => other !== region)}),
	};
};

/**
A fleet of any size for measuring: 5 pools, 0.2 registries, half a container group and 100 findings for each cluster. Every spec is made from
its index alone, when it is asked for.
*/
export const scaleFleet = (seed: number, base: number, size: number): Fleet => {
	const subscriptions = scaleSubscriptions(seed, size);
	const readable = subscriptions.filter(({isReadable}) => isReadable);
	const registries = Math.max(1, Math.round(size / 5));
	const cluster = (index: number): ClusterSpec => clusterAt(seed, readable, index, registryAt(seed, readable, index % registries));
	return {
		context: {seed, base, tenantId: tenantIdOf(seed)},
		subscriptions,
		clusters: {length: size, at: cluster},
		registries: {length: registries, at: index => registryAt(seed, readable, index)},
		containerGroups: {length: Math.ceil(size / 2), at: index => scaleGroupAt(seed, readable, index)},
		alerts: {
			length: Math.ceil(size / 3),
			at: index => ({
				kind: 'alert',
				subject: {kind: 'cluster', spec: cluster(index * 3)},
				alert: choose(seed, `alert ${index}`, alertKinds),
				minutesAgo: 10 + (hash(seed, `when ${index}`) % 20_000),
				status: index % 5 === 3 ? 'InProgress' : 'Active',
				number: index,
			}),
		},
		findingCount: size * 100,
		runningFindings: () => 12,
	};
};
