import type {Collected} from '../azure/collectors.js';
import {unknown, type Fact} from '../model/known.js';
import type {RegistryContents} from '../model/registry-contents.js';
import type {SourceErrorDetail} from '../model/source-error.js';
import type {Coverage, Subscription} from '../model/subscription.js';
import type {AccessSummaries} from '../posture/access/summaries.js';
import type {JudgeContext} from '../posture/check.js';
import type {JudgeInput} from '../posture/judge.js';
import {createCoverageMerge} from './coverage.js';
import {toUnknown} from './error-detail.js';
import {createContextOf} from './judge-context.js';
import {createNodePoolsOf} from './node-pools-of.js';
import {createClusterFaces, type ClusterFace} from './relations/cluster-faces.js';
import {groupIdentitiesOf} from './relations/group-identities.js';
import {createGroupContext} from './relations/group-context.js';
import {createJudgedSubscriptions} from './relations/judged-subscriptions.js';
import {createRegistryFacts} from './registry-facts.js';
import {createMemo} from './relations/memo.js';
import {createAroundContext} from './relations/around-context.js';
import {createRelationsOf, type Relations} from './relations/relations-of.js';
import {whyUnreadOf, type WhyUnread} from './relations/unread-keys.js';
import {keysOf, type Keys} from './relations/vaults.js';
import {isSameJson} from './reuse.js';
import {noInsides} from './insides.js';
import type {Insides} from './insides/create-insides.js';
import type {InsideParts} from './inside-parts.js';
import type {Snapshot} from './snapshot.js';
import type {Known} from './sources.js';

/**
The members of a snapshot that come from the cloud.
*/
export type FleetParts = Pick<
	Snapshot,
	'clusters' | 'defenderPlans' | 'diskEncryptionSets' | 'hosts' | 'judgedSubscriptions' | 'keyVaults' | 'findings' | 'findingsComplete' | 'findingTotals' | 'latestNodeImages' | 'nodePools' | 'registries' | 'containerGroups' | 'groupStates' | 'relations' | 'subscriptions' | 'supportedVersions' | 'tenant' | 'networkResources' | 'dataDisks' | 'vaultKeys' | 'registryRecords' | 'diagnosticSettings' | 'registryContents'
> & InsideParts;

export type Derived = {readonly parts: FleetParts; readonly input: JudgeInput};

type Errors = {
	readonly subscriptions: SourceErrorDetail | undefined;
	readonly defenderPlans: SourceErrorDetail | undefined;
	readonly roleAssignments?: SourceErrorDetail | undefined;
	readonly dataDisks?: SourceErrorDetail | undefined;
	readonly diskEncryptionSets?: SourceErrorDetail | undefined;
	readonly keyVaults?: SourceErrorDetail | undefined;
	readonly registryRecords?: SourceErrorDetail | undefined;
	readonly diagnosticSettings?: SourceErrorDetail | undefined;
	readonly assessedSubscriptions?: SourceErrorDetail | undefined;
};

const nothingRead: Collected<never> & {readonly isComplete: boolean} = {items: [], coverage: new Map<string, Coverage>(), isComplete: false};

const none: readonly never[] = [];

const noSubscriptions: readonly Subscription[] = [];

const noFacts: ReadonlyMap<string, never> = new Map<string, never>();

const signaturesIn = (contents: ReadonlyMap<string, RegistryContents>): NonNullable<JudgeContext['signatures']> =>
	new Map(contents.values().map(({registryKey, signatures}) => [registryKey, signatures]));

const tenantOf = ({subscriptions}: Known, error: SourceErrorDetail | undefined): Fact<string | undefined> =>
	subscriptions ? subscriptions.tenant : (error ? toUnknown(error) : unknown('not-asked', 'Subscriptions have not been read yet.'));

/**
Makes the function that derives the parts of a snapshot from what the sources gave. Each part keeps its identity as long as what it is made of does.
*/
export const createPartsOf = (): ((known: Known, errors: Errors, now: number, insidesOf?: Insides['derive'], contents?: ReadonlyMap<string, RegistryContents>, access?: AccessSummaries, groupStates?: FleetParts['groupStates']) => Derived) => {
	const mergeCoverage = createCoverageMerge();
	const nodePoolsOf = createNodePoolsOf();
	const contextOf = createContextOf();
	const registryFactsOf = createRegistryFacts();
	const judgedSubscriptionsOf = createJudgedSubscriptions();
	const facesOf = createClusterFaces();
	const relationsOf = createRelationsOf();
	const aroundOf = createAroundContext();
	const groupContextOf = createGroupContext();
	const groupIdentitiesOfAll = createMemo((groups: FleetParts['containerGroups']) => groupIdentitiesOf(groups));
	const signaturesOf = createMemo(signaturesIn);
	const keepRelations = createMemo((holdings: Relations['holdings'], pullers: Relations['pullers'], registryRights: Relations['registryRights'], vaultUsers: Relations['vaultUsers'], exposures: InsideParts['exposures']) => ({
		holdings, pullers, registryRights, vaultUsers, exposures,
	}));
	const whyOfSets = createMemo(whyUnreadOf);
	const whyOfVaults = createMemo(whyUnreadOf);
	let keys: Keys | undefined;
	const keepKeys = createMemo((clusters: readonly ClusterFace[], registries: FleetParts['registries'], allSets: FleetParts['diskEncryptionSets'], allVaults: FleetParts['keyVaults'], disks: FleetParts['dataDisks'], insides: FleetParts['insides'], whySetUnread: WhyUnread, whyVaultUnread: WhyUnread) =>
		keysOf({
			clusters, registries, disks, insides, allSets, allVaults, whySetUnread, whyVaultUnread,
		}, keys));
	let tenant: Fact<string | undefined>;
	return (known, errors, now, insidesOf = noInsides, contents = noFacts, access?: AccessSummaries, groupStates: FleetParts['groupStates'] = noFacts) => {
		const {clusters = nothingRead, registries = nothingRead, containerGroups = nothingRead, defenderPlans = nothingRead, findings = nothingRead} = known;
		const nextTenant = tenantOf(known, errors.subscriptions);
		tenant = isSameJson(tenant, nextTenant) ? tenant : nextTenant;
		const subscriptions = mergeCoverage(
			known.subscriptions?.subscriptions ?? noSubscriptions,
			[clusters.coverage, registries.coverage, containerGroups.coverage, defenderPlans.coverage, findings.coverage],
		);
		const faces = facesOf(clusters.items);
		const networkResources = known.networkResources?.items ?? none;
		const vaultKeys = known.vaultKeys ?? noFacts;
		const inside = insidesOf({
			clusters: clusters.items,
			network: networkResources,
			dataDisks: known.dataDisks,
			dataDiskError: errors.dataDisks,
			vaultKeys,
		});
		keys = keepKeys(faces, registries.items, known.diskEncryptionSets?.items ?? none, known.keyVaults?.items ?? none, known.dataDisks?.items ?? none, inside.parts.insides, whyOfSets(known.diskEncryptionSets, errors.diskEncryptionSets), whyOfVaults(known.keyVaults, errors.keyVaults));
		const {diskEncryptionSets, keyVaults} = keys;
		const registryRecords = known.registryRecords ?? noFacts;
		const judgedSubscriptions = judgedSubscriptionsOf(subscriptions);
		const relations = relationsOf({
			clusters: known.clusters,
			clusterFaces: faces,
			registries: known.registries,
			groupIdentities: groupIdentitiesOfAll(containerGroups.items),
			roleAssignments: known.roleAssignments,
			principals: known.principals,
			roleError: errors.roleAssignments,
			vaultUsers: keys.vaultUsers,
			subscriptions,
		});
		const parts: FleetParts = {
			...inside.parts,
			tenant,
			subscriptions,
			clusters: clusters.items,
			nodePools: nodePoolsOf(clusters.items),
			registries: registries.items,
			containerGroups: containerGroups.items,
			groupStates,
			findings: findings.items,
			findingsComplete: findings.isComplete,
			findingTotals: known.findingTotals,
			defenderPlans: defenderPlans.items,
			judgedSubscriptions,
			diskEncryptionSets,
			keyVaults,
			hosts: known.hosts?.items ?? none,
			relations: keepRelations(relations.holdings, relations.pullers, relations.registryRights, relations.vaultUsers, inside.parts.exposures),
			networkResources,
			dataDisks: known.dataDisks?.items ?? none,
			vaultKeys,
			registryRecords,
			diagnosticSettings: known.diagnosticSettings ?? noFacts,
			registryContents: contents,
			latestNodeImages: known.nodeImages ?? noFacts,
			supportedVersions: known.kubernetesVersions ?? noFacts,
		};
		const context = contextOf({
			now,
			subscriptions,
			defenderPlans: known.defenderPlans?.items,
			planCoverage: defenderPlans.coverage,
			planError: errors.defenderPlans,
			latestNodeImages: parts.latestNodeImages,
			supportedVersions: parts.supportedVersions,
			relations,
			inside: inside.context,
			access,
			registryRecords: registryFactsOf(registryRecords, errors.registryRecords),
			around: aroundOf(known, errors),
			signatures: signaturesOf(contents),
			groups: groupContextOf(known.registries, groupStates),
		});
		const {nodePools} = parts;
		return {
			parts,
			input: {
				clusters: parts.clusters, nodePools, registries: parts.registries, judgedSubscriptions, diskEncryptionSets, keyVaults, containerGroups: parts.containerGroups, nodes: parts.nodes, services: parts.services, hosts: parts.hosts, context,
			},
		};
	};
};
