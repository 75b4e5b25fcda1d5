import {isUnknown, unknown, type Unknown} from '../../model/known.js';
import type {SourceErrorDetail} from '../../model/source-error.js';
import type {Cluster} from '../../model/cluster.js';
import type {ContainerGroup} from '../../model/container-group.js';
import type {Registry} from '../../model/registry.js';
import type {Subscription} from '../../model/subscription.js';
import type {AccessParts} from '../../posture/access/access-parts.js';
import {toUnknown} from '../error-detail.js';
import {gapOf} from '../relations/gap-of.js';
import {createMemo} from '../relations/memo.js';
import {groupsOf, kubeletIdsOf} from '../relations/registry-rights.js';
import {groupIdentitiesOf} from '../relations/group-identities.js';
import {objectIdsOf, servicePrincipalsOf, type ServicePrincipals} from '../relations/service-principals.js';
import {isSameJson, reuseEqual, reuseMap} from '../reuse.js';
import type {Known, SourceData} from '../sources.js';

/**
Why sources could not be read.
*/
export type AccessErrors = Readonly<Record<'roleAssignments' | 'roleDefinitions' | 'denyAssignments' | 'roleEligibilities' | 'principals', SourceErrorDetail | undefined>>;

export type AccessInput = {
	readonly known: Known;
	readonly errors: AccessErrors;
	/**
	Whether Microsoft Graph is asked with these settings.
	*/
	readonly isGraphAsked: boolean;
};

const none: readonly never[] = [];

const noFacts: ReadonlyMap<string, never> = new Map<string, never>();

const noSubscriptions: readonly Subscription[] = none;

const why = (error: SourceErrorDetail | undefined, what: string): Unknown => (error ? toUnknown(error) : unknown('not-asked', `${what} not been read yet.`));

const notAsked = unknown('not-asked', 'Names need Microsoft Graph, which takes more than Reader: start with --graph.');

const gapsOf = (collected: SourceData['roleAssignments'] | undefined): ReadonlyMap<string, Unknown> => new Map((collected?.coverage ?? noFacts).entries().flatMap(([id, coverage]) => {
	const gap = gapOf(coverage);
	return gap ? [[id, gap] as const] : [];
}));

const firstGap = (collected: SourceData['roleDefinitions'] | undefined, error: SourceErrorDetail | undefined): Unknown | undefined => (collected
	? gapsOf(collected as unknown as SourceData['roleAssignments']).values().next().value
	: why(error, 'Role definitions have'));

const reuseJson = <T>(before: T | undefined, next: T): T => (before === undefined ? next : reuseEqual(before, next));

const firstUnknown = (principals: ServicePrincipals): Unknown | undefined => {
	for (const id of principals.values()) {
		if (id !== undefined && isUnknown(id)) {
			return id;
		}
	}

	return undefined;
};

const namesOf = (subscriptions: readonly Subscription[]): ReadonlyMap<string, string> => new Map(subscriptions.map(({id, name}) => [id, name]));

/**
Makes the function that puts together what was read of rights; the same object again while nothing in it has changed.
*/
export const createAccessPartsOf = (): ((input: AccessInput) => AccessParts) => {
	const keepGaps = createMemo(gapsOf);
	const keepGroups = createMemo(groupsOf);
	const keepNames = createMemo(namesOf);
	const keepFaces = createMemo((registries: readonly Registry[]) => registries.map(({key, roleAssignmentMode}) => ({key, isAbac: roleAssignmentMode === 'AbacRepositoryPermissions'})));
	const keepKeys = createMemo((clusters: readonly Cluster[]) => clusters.map(({key}) => key));
	const keepServicePrincipals = createMemo(servicePrincipalsOf);
	const keepKubelets = createMemo((clusters: readonly Cluster[], principals: ServicePrincipals) => [...kubeletIdsOf(clusters), ...objectIdsOf(principals)]);
	const keepIdentities = createMemo((groups: readonly ContainerGroup[]) => groupIdentitiesOf(groups));
	let last: AccessParts | undefined;
	return ({known, errors, isGraphAsked}) => {
		const {roleAssignments, roleDefinitions, denyAssignments = noFacts, roleEligibilities = noFacts, principals = noFacts} = known;
		const subscriptions = known.subscriptions?.subscriptions ?? noSubscriptions;
		const registries = known.registries?.items ?? none;
		const clusters = known.clusters?.items ?? none;
		const ofClusters = keepServicePrincipals(clusters, roleAssignments?.items ?? none, known.principals);
		const next: AccessParts = {
			registries: reuseJson(last?.registries, keepFaces(registries)),
			clusters: reuseJson(last?.clusters, keepKeys(clusters)),
			groupIdentities: reuseJson(last?.groupIdentities, keepIdentities(known.containerGroups?.items ?? none)),
			kubelets: reuseJson(last?.kubelets, keepKubelets(clusters, ofClusters)),
			kubeletGap: firstUnknown(ofClusters),
			assignments: roleAssignments?.items ?? none,
			assignmentGap: roleAssignments ? undefined : why(errors.roleAssignments, 'They have'),
			assignmentGaps: keepGaps(roleAssignments),
			definitions: roleDefinitions?.items ?? none,
			definitionGap: firstGap(roleDefinitions, errors.roleDefinitions),
			denials: denyAssignments,
			denialGap: why(errors.denyAssignments, 'Deny assignments of this subscription have'),
			eligibilities: roleEligibilities,
			eligibilityGap: why(errors.roleEligibilities, 'Eligible roles of this subscription have'),
			principals,
			graphGap: isGraphAsked ? (known.principals ? undefined : why(errors.principals, 'Names have')) : notAsked,
			managementGroups: last ? reuseMap(last.managementGroups, keepGroups(subscriptions), isSameJson) : keepGroups(subscriptions),
			subscriptionNames: last ? reuseMap(last.subscriptionNames, keepNames(subscriptions), isSameJson) : keepNames(subscriptions),
		};
		const before = last;
		const isSame = before !== undefined && Object.entries(next).every(([member, value]) => {
			const old = before[member as keyof AccessParts];
			// Gaps are made anew each time.
			return old === value || (member.endsWith('Gap') && isSameJson(old, value));
		});
		last = isSame ? before : next;
		return last;
	};
};
