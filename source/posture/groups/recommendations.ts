import type {ContainerGroup} from '../../model/container-group.js';
import type {Image} from '../../model/image.js';
import {isUnknown} from '../../model/known.js';
import type {Registry} from '../../model/registry.js';
import type {ResourceKind} from '../../model/resource.js';
import type {Verdict} from '../check.js';
import type {ResourcePosture} from '../posture.js';
import {standingOf, type Standing} from '../standing.js';
import {groupPulls, registryNameOf} from './group-pulls.js';
import {imageOf} from './image-of.js';

export const recommendationIds = ['private-registry', 'scan-images', 'credentials', 'life-cycle', 'least-privilege', 'user-access', 'resource-activity', 'audit'] as const;

/**
One of the eight recommendations for container instances. Source: Azure Container Instances documentation, 'Security considerations'.
*/
export type RecommendationId = (typeof recommendationIds)[number];

export type RecommendationState = 'met' | 'not-met' | 'unknown';

/**
One check that has a say, and what it says of one resource; without a verdict, why there is none.
*/
export type Proof = {
	readonly checkId: string | undefined;
	readonly kind: ResourceKind;
	readonly key: string;
	readonly name: string;
	readonly verdict: Verdict | undefined;
	readonly reason?: string;
};

export type Recommendation = {
	readonly id: RecommendationId;
	readonly state: RecommendationState;
	readonly proofs: readonly Proof[];
};

/**
What decides besides the group.
*/
export type RecommendationFacts = {
	readonly registries: readonly Registry[];
	readonly images: readonly Image[];
	readonly postures: ReadonlyMap<string, ResourcePosture>;
	readonly subscriptionNames: ReadonlyMap<string, string>;
};

type Subject = {readonly kind: ResourceKind; readonly key: string; readonly name: string};

const notJudged = 'not judged yet';

const proofsOf = ({kind, key, name}: Subject, {postures}: RecommendationFacts, checkIds: readonly string[]): readonly Proof[] => {
	const verdicts = postures.get(key)?.verdicts;
	return checkIds.map(checkId => {
		const verdict = verdicts?.find(candidate => candidate.checkId === checkId);
		return {
			checkId, kind, key, name, verdict, ...(verdict === undefined && {reason: notJudged}),
		};
	});
};

const unread = ({kind, key, name}: Subject, reason: string): Proof => ({
	checkId: undefined, kind, key, name, verdict: undefined, reason,
});

const subscriptionOf = (id: string, {subscriptionNames}: RecommendationFacts): Subject => ({kind: 'subscription', key: `/subscriptions/${id}`, name: subscriptionNames.get(id) ?? id});

/**
The registries of Azure that a group pulls from, and what is not known of them.
*/
const ownRegistries = (group: ContainerGroup, {registries}: RecommendationFacts): {readonly found: readonly Registry[]; readonly gaps: readonly Proof[]} => {
	const pulls = groupPulls(group, registries);
	if (isUnknown(pulls)) {
		return {found: [], gaps: [unread(group, pulls.reason)]};
	}

	const own = pulls.filter(({host}) => registryNameOf(host) !== undefined);
	return {
		found: own.flatMap(({registry}) => registry ?? []),
		gaps: own.filter(({registry}) => registry === undefined).map(({host}) => unread(group, `no registry among those that could be read is ${host}`)),
	};
};

const imageProofs = (group: ContainerGroup, facts: RecommendationFacts, checkIds: readonly string[]): readonly Proof[] => {
	const {containers} = group;
	if (isUnknown(containers)) {
		return [unread(group, containers.reason)];
	}

	const own = containers.filter(({host}) => host !== undefined && registryNameOf(host) !== undefined);
	const texts = new Map(own.map(({image, host}) => [typeof image === 'string' ? image : '', host!]));
	return [...texts].flatMap(([text, host]) => {
		const image = imageOf(facts.images, host, text);
		return image ? proofsOf(image, facts, checkIds) : [unread(group, `Defender has no record of ${text} that could be read, and its registry has not been opened`)];
	});
};

type Decide = (group: ContainerGroup, facts: RecommendationFacts) => readonly Proof[];

const byGroup = (...checkIds: readonly string[]): Decide => (group, facts) => proofsOf(group, facts, checkIds);

const scanning: Decide = (group, facts) => {
	const {found, gaps} = ownRegistries(group, facts);
	const subscriptions = [...new Set(found.map(({subscriptionId}) => subscriptionId))];
	return [
		...proofsOf(group, facts, ['aci-public-registry-image']),
		...subscriptions.flatMap(id => proofsOf(subscriptionOf(id, facts), facts, ['defender-containers-plan-off', 'defender-ext-registry-va-off'])),
		...imageProofs(group, facts, ['image-unscanned']),
		...gaps,
	];
};

const audit: Decide = (group, facts) => {
	const {found, gaps} = ownRegistries(group, facts);
	return [
		...proofsOf(subscriptionOf(group.subscriptionId, facts), facts, ['subscription-activity-log-export-off']),
		...found.flatMap(registry => proofsOf(registry, facts, ['acr-diagnostics-missing'])),
		...gaps,
	];
};

const decides: Readonly<Record<RecommendationId, Decide>> = {
	'private-registry': byGroup('aci-public-registry-image'),
	'scan-images': scanning,
	credentials: byGroup('aci-secret-in-plain-env', 'aci-secret-in-command', 'aci-registry-password-credentials', 'aci-registry-admin-user'),
	'life-cycle': (group, facts) => [...proofsOf(group, facts, ['aci-public-registry-image']), ...imageProofs(group, facts, ['image-critical-cves', 'image-high-cves', 'image-scan-stale'])],
	'least-privilege': byGroup('aci-identity-overprivileged'),
	'user-access': (group, facts) => [...proofsOf(group, facts, ['aci-diagnostics-missing']), ...proofsOf(subscriptionOf(group.subscriptionId, facts), facts, ['subscription-activity-log-export-off'])],
	'resource-activity': byGroup('aci-diagnostics-missing', 'aci-restart-policy-loop'),
	audit,
};

/**
One failure is enough for 'not met', also one that somebody has accepted; what could not be read never makes it met.
*/
const stateOf = (proofs: readonly Proof[]): RecommendationState => {
	const standings = proofs.map(({verdict}): Standing => (verdict === undefined ? 'unknown' : standingOf(verdict)));
	if (standings.some(standing => standing === 'fail' || standing === 'accepted')) {
		return 'not-met';
	}

	return standings.includes('unknown') ? 'unknown' : 'met';
};

/**
How the eight recommendations stand for one group, each with the checks that decide it.
*/
export const recommendationsOf = (group: ContainerGroup, facts: RecommendationFacts): readonly Recommendation[] => recommendationIds.map(id => {
	const proofs = decides[id](group, facts);
	return {id, state: stateOf(proofs), proofs};
});

/**
The groups by how each recommendation stands for them.
*/
export type RecommendationBoard = ReadonlyMap<RecommendationId, Readonly<Record<RecommendationState, readonly ContainerGroup[]>>>;

/**
Groups between two yields.
*/
const batch = 32;

/**
How the recommendations stand over the fleet, worked out step by step.
*/
export const boardOf = function * ({groups, facts}: {readonly groups: readonly ContainerGroup[]; readonly facts: RecommendationFacts}): Generator<void, RecommendationBoard, void> {
	const board = new Map(recommendationIds.map(id => [id, {met: [] as ContainerGroup[], 'not-met': [] as ContainerGroup[], unknown: [] as ContainerGroup[]}]));
	for (const [index, group] of groups.entries()) {
		for (const {id, state} of recommendationsOf(group, facts)) {
			board.get(id)![state].push(group);
		}

		if (index % batch === batch - 1) {
			yield;
		}
	}

	return board;
};
