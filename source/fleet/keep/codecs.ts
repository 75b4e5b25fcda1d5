import type {DiagnosticSetting, VaultKey} from '../../model/cluster-records.js';
import type {DenyAssignment} from '../../model/deny-assignment.js';
import type {Fact} from '../../model/known.js';
import type {KubernetesVersion} from '../../model/kubernetes-version.js';
import type {NodeImage} from '../../model/node-image.js';
import type {RegistryRecords} from '../../model/registry-records.js';
import type {RoleEligibility} from '../../model/role-eligibility.js';
import type {Coverage} from '../../model/subscription.js';
import type {SourceName} from '../snapshot.js';
import type {SourceData} from '../sources.js';
import {
	fact,
	isFlag,
	isText,
	list,
	optional,
	pair,
	shape,
	type Is,
} from './shape.js';
import {
	isCluster,
	isContainerGroup,
	isCoverage,
	isDataDisk,
	isDefenderPlan,
	isDiagnosticSetting,
	isDiskEncryptionSet,
	isFinding,
	isFindingTotals,
	isHost,
	isImageScan,
	isKeyVault,
	isKubernetesVersion,
	isNetworkResource,
	isNodeImage,
	isPolicyRecord,
	isRegistry,
	isRegistryRecords,
	isDenyAssignment,
	isRoleAssignment,
	isRoleDefinition,
	isRoleEligibility,
	isRunningScan,
	isSubscription,
	isVaultKey,
} from './model-shapes.js';

/**
How the data of one source stands in the file: a head with what there is once, then one record a line.
*/
export type Codec<Name extends SourceName, Head = unknown, Item = unknown> = {
	readonly split: (data: SourceData[Name]) => {readonly head: Head; readonly items: Iterable<Item>};
	readonly isHead: Is<Head>;
	readonly isItem: Is<Item>;
	readonly join: (head: Head, items: readonly Item[]) => SourceData[Name];
};

/**
Worst first, so what is cut off is what matters least; the next read brings it back.
*/
const keptFindings = 2000;

type CoverageHead = {readonly coverage: ReadonlyArray<readonly [string, Coverage]>};

const coverageList = list(pair(isText, isCoverage));

const isCoverageHead = shape<CoverageHead>({coverage: coverageList});

type CollectedName = 'clusters' | 'containerGroups' | 'dataDisks' | 'defenderPlans' | 'diskEncryptionSets' | 'hosts' | 'imageScans' | 'keyVaults' | 'networkResources' | 'policyExemptions' | 'registries' | 'roleAssignments' | 'roleDefinitions' | 'runningScans';

type ItemOf<Name extends CollectedName> = SourceData[Name]['items'][number];

const collected = <Name extends CollectedName>(isItem: Is<ItemOf<Name>>): Codec<Name, CoverageHead, ItemOf<Name>> => ({
	split: ({items, coverage}) => ({head: {coverage: [...coverage]}, items}),
	isHead: isCoverageHead,
	isItem,
	join: (head, items) => ({items, coverage: new Map(head.coverage)}) as unknown as SourceData[Name],
});

const mapOf = <Value>(isValue: Is<Value>) => ({
	split: (data: ReadonlyMap<string, Value>) => ({head: {}, items: data as Iterable<readonly [string, Value]>}),
	isHead: shape<Readonly<Record<never, never>>>({}),
	isItem: pair(isText, isValue),
	join: (_head: unknown, items: ReadonlyArray<readonly [string, Value]>) => new Map(items),
});

/**
A large tenant has tens of thousands, which are read again sooner than a file of them.
*/
const mostAssignments = 10_000;

const ofAssignments = collected<'roleAssignments'>(isRoleAssignment);

const leftAway: Coverage = {state: 'failed', reason: 'Too many to be kept from one start to the next: they are being read.'};

const keptAssignments: typeof ofAssignments = {
	...ofAssignments,
	split: ({items, coverage}) => (items.length > mostAssignments
		? {head: {coverage: coverage.keys().map(id => [id, leftAway] as const).toArray()}, items: []}
		: ofAssignments.split({items, coverage})),
};

const areVaultKeys = fact(list(isVaultKey));

const areSettings = fact(list(isDiagnosticSetting));
const areDenyAssignments = fact(list(isDenyAssignment));

const areRoleEligibilities = fact(list(isRoleEligibility));

const areVersions = fact(list(isKubernetesVersion));

const exact = <Name extends SourceName, Head, Item>(codec: Codec<Name, Head, Item>): Codec<Name> => codec as unknown as Codec<Name>;

export const codecs: {readonly [Name in SourceName]: Codec<Name>} = {
	subscriptions: exact<'subscriptions', {readonly tenant: string | undefined}, SourceData['subscriptions']['subscriptions'][number]>({
		split: ({tenant, subscriptions}) => ({head: {tenant}, items: subscriptions}),
		isHead: shape<{readonly tenant: string | undefined}>({tenant: optional(isText)}),
		isItem: isSubscription,
		join: ({tenant}, subscriptions) => ({tenant, subscriptions}),
	}),
	clusters: exact(collected<'clusters'>(isCluster)),
	registries: exact(collected<'registries'>(isRegistry)),
	containerGroups: exact(collected<'containerGroups'>(isContainerGroup)),
	defenderPlans: exact(collected<'defenderPlans'>(isDefenderPlan)),
	diskEncryptionSets: exact(collected<'diskEncryptionSets'>(isDiskEncryptionSet)),
	keyVaults: exact(collected<'keyVaults'>(isKeyVault)),
	hosts: exact(collected<'hosts'>(isHost)),
	networkResources: exact(collected<'networkResources'>(isNetworkResource)),
	dataDisks: exact(collected<'dataDisks'>(isDataDisk)),
	vaultKeys: exact<'vaultKeys', Record<string, unknown>, readonly [string, Fact<readonly VaultKey[]>]>(mapOf(areVaultKeys)),
	registryRecords: exact<'registryRecords', Record<string, unknown>, readonly [string, RegistryRecords]>(mapOf(isRegistryRecords)),
	diagnosticSettings: exact<'diagnosticSettings', Record<string, unknown>, readonly [string, Fact<readonly DiagnosticSetting[]>]>(mapOf(areSettings)),
	assessedSubscriptions: exact<'assessedSubscriptions', Record<string, unknown>, readonly [string, Fact<boolean>]>(mapOf(fact(isFlag))),
	roleAssignments: exact(keptAssignments),
	roleDefinitions: exact(collected<'roleDefinitions'>(isRoleDefinition)),
	denyAssignments: exact<'denyAssignments', Record<string, unknown>, readonly [string, Fact<readonly DenyAssignment[]>]>(mapOf(areDenyAssignments)),
	roleEligibilities: exact<'roleEligibilities', Record<string, unknown>, readonly [string, Fact<readonly RoleEligibility[]>]>(mapOf(areRoleEligibilities)),
	// Names of people do not lie on disk for the sake of a start that is a second faster.
	principals: exact<'principals', Record<string, unknown>, never>({
		split: () => ({head: {}, items: []}),
		isHead: shape<Readonly<Record<never, never>>>({}),
		isItem: (_value): _value is never => false,
		join: () => new Map(),
	}),
	policyExemptions: exact(collected<'policyExemptions'>(isPolicyRecord)),
	findings: exact<'findings', CoverageHead & {readonly isComplete: boolean}, SourceData['findings']['items'][number]>({
		split: ({items, coverage, isComplete}) => ({
			head: {coverage: [...coverage], isComplete: isComplete && items.length <= keptFindings},
			items: items.slice(0, keptFindings),
		}),
		isHead: shape<CoverageHead & {readonly isComplete: boolean}>({coverage: coverageList, isComplete: isFlag}),
		isItem: isFinding,
		join: ({coverage, isComplete}, items) => ({items, coverage: new Map(coverage), isComplete}),
	}),
	findingTotals: exact<'findingTotals', SourceData['findingTotals'], never>({
		split: totals => ({head: totals, items: []}),
		isHead: isFindingTotals,
		isItem: (_value): _value is never => false,
		join: totals => totals,
	}),
	imageScans: exact(collected<'imageScans'>(isImageScan)),
	runningScans: exact(collected<'runningScans'>(isRunningScan)),
	nodeImages: exact<'nodeImages', Record<string, unknown>, readonly [string, Fact<NodeImage>]>(mapOf(fact(isNodeImage))),
	kubernetesVersions: exact<'kubernetesVersions', Record<string, unknown>, readonly [string, Fact<readonly KubernetesVersion[]>]>(mapOf(areVersions)),
};
