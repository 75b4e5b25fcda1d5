import {alertKinds} from './fleet/alert-kinds.js';
import type {ClusterSpec, PoolSpec} from './fleet/cluster-spec.js';
import type {FindingSpec, Subject} from './fleet/finding-spec.js';
import type {RegistrySpec} from './fleet/registry-spec.js';

/**
Seconds of one round. Not a multiple of usual poll intervals, so that polls meet the story at ever other moments.
*/
export const roundSeconds = 53;

type Timing = {
	readonly name: string;
	/**
	Second of the round at which it begins.
	*/
	readonly at: number;
	/**
	Seconds until it is done; going back takes as long.
	*/
	readonly lasts: number;
	/**
	Rounds for which the outcome stays before it goes back; 0: it goes back at once.
	*/
	readonly holds: number;
};

/**
`isDone` is false while it is under way, forth or back.
*/
type Change<Spec> = (spec: Spec, isDone: boolean) => Spec;

export type Scene = Timing & (
	| {readonly kind: 'cluster'; readonly cast: (cluster: ClusterSpec) => boolean; readonly change: Change<ClusterSpec>}
	| {readonly kind: 'registry'; readonly cast: (registry: RegistrySpec) => boolean; readonly change: Change<RegistrySpec>}
	/**
	A finding that is there from its beginning until it goes back. `startedAt` is in seconds after the demo began.
	*/
	| {readonly kind: 'finding'; readonly cast: (subject: Subject) => boolean; readonly make: (subject: Subject, startedAt: number, isDone: boolean) => FindingSpec}
	/**
	The first Resource Graph query after its beginning is refused, once in so many rounds.
	*/
	| {readonly kind: 'throttle'; readonly everyRounds: number; readonly retryAfter: number}
);

const changePool = (cluster: ClusterSpec, index: number, change: Partial<PoolSpec>): ClusterSpec => ({
	...cluster,
	pools: cluster.pools?.map((pool, position) => (position === index ? {...pool, ...change} : pool)),
});

const isCalm = (cluster: ClusterSpec): boolean => cluster.pools !== undefined && cluster.provisioningState === undefined && cluster.powerState === undefined;

/**
What happens in the demo. Adding a scene is adding one entry; each is played by another member of its cast every round.
*/
export const scenes: readonly Scene[] = [
	{
		name: 'node-image-upgrade',
		kind: 'cluster',
		at: 4,
		lasts: 16,
		holds: 3,
		cast: cluster => isCalm(cluster) && (cluster.pools?.[1]?.weeksBehind ?? 0) > 0,
		change: (cluster, isDone) => changePool(cluster, 1, isDone
			? {weeksBehind: 0}
			: {provisioningState: 'UpgradingNodeImageVersion', count: (cluster.pools?.[1]?.count ?? 0) + 1}),
	},
	{
		name: 'alert-arrives',
		kind: 'finding',
		at: 8,
		lasts: 20,
		holds: 2,
		cast: subject => subject.kind === 'cluster' && subject.spec.defender,
		make: (subject, startedAt, isDone) => ({
			kind: 'alert', subject, alert: alertKinds[2]!, minutesAgo: -startedAt / 60, status: isDone ? 'InProgress' : 'Active', number: 100,
		}),
	},
	{
		name: 'cluster-scales',
		kind: 'cluster',
		at: 13,
		lasts: 8,
		holds: 1,
		cast: cluster => isCalm(cluster) && cluster.pools?.[1]?.scale !== undefined && !cluster.pools[1].virtualMachines,
		change: (cluster, isDone) => changePool(cluster, 1, {
			count: (cluster.pools?.[1]?.count ?? 0) + 2,
			...(!isDone && {provisioningState: 'Scaling'}),
		}),
	},
	{
		name: 'admin-user-on-and-off',
		kind: 'registry',
		at: 17,
		lasts: 15,
		holds: 0,
		cast: registry => !registry.adminUser,
		change: registry => ({...registry, adminUser: true}),
	},
	{
		name: 'image-finding-appears',
		kind: 'finding',
		at: 22,
		lasts: 1,
		holds: 2,
		cast: subject => subject.kind === 'registry' && subject.spec.sku === 'Premium',
		// Numbers above all others, so that the ids come last on their registry.
		make: (subject, startedAt) => ({
			kind: 'package', subject, number: 610_000 + Math.round(startedAt % 40_000), severity: 'High', appearedAt: startedAt,
		}),
	},
	{
		name: 'private-endpoint-asked-for',
		kind: 'registry',
		at: 26,
		lasts: 12,
		holds: 1,
		cast: registry => registry.sku === 'Premium',
		change: (registry, isDone) => ({...registry, privateEndpoints: [...(registry.privateEndpoints ?? []), isDone ? 'Approved' : 'Pending']}),
	},
	{
		name: 'api-server-opened-for-maintenance',
		kind: 'cluster',
		at: 30,
		lasts: 14,
		holds: 0,
		cast: cluster => cluster.access === 'public' && cluster.ranges !== undefined && !cluster.ranges.includes('0.0.0.0/0'),
		change: cluster => ({...cluster, ranges: [...(cluster.ranges ?? []), '0.0.0.0/0']}),
	},
	{
		name: 'kubernetes-upgrade',
		kind: 'cluster',
		at: 35,
		lasts: 22,
		holds: 2,
		cast: cluster => isCalm(cluster) && cluster.version === '1.35.5',
		change: (cluster, isDone) => (isDone ? {...cluster, version: '1.35.7'} : {...cluster, wantedVersion: '1.35.7', provisioningState: 'Upgrading'}),
	},
	{
		name: 'poll-throttled', kind: 'throttle', at: 40, lasts: 1, holds: 0, everyRounds: 3, retryAfter: 4,
	},
	{
		name: 'key-rotated',
		kind: 'registry',
		at: 44,
		lasts: 1,
		holds: 3,
		cast: registry => registry.customerKey === 'rotating',
		change: registry => ({...registry, keyAgeDays: 0}),
	},
	{
		name: 'development-cluster-stops',
		kind: 'cluster',
		at: 48,
		lasts: 9,
		holds: 1,
		cast: cluster => isCalm(cluster) && cluster.environment === 'dev',
		change: (cluster, isDone) => ({
			...cluster,
			powerState: isDone ? 'Stopped' : 'Running',
			provisioningState: isDone ? 'Succeeded' : 'Stopping',
		}),
	},
];
