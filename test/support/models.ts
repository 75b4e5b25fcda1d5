import {readFileSync} from 'node:fs';
import {readCluster} from '../../source/azure/read/cluster.js';
import {noDecisions} from '../../source/decisions/decisions-state.js';
import {readDefenderPlan} from '../../source/azure/read/defender-plan.js';
import {readFinding} from '../../source/azure/read/finding.js';
import {readKubernetesVersions} from '../../source/azure/read/kubernetes-versions.js';
import {builtInPrices} from '../../source/data/prices.js';
import {readRegistry} from '../../source/azure/read/registry.js';
import {noInsideParts} from '../../source/fleet/inside-parts.js';
import {noChanges} from '../../source/fleet/history/change.js';
import type {Snapshot, SourceName, SourceState} from '../../source/fleet/snapshot.js';
import type {ResourceDetail} from '../../source/fleet/store.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {Finding} from '../../source/model/finding.js';
import {valueOf} from '../../source/model/known.js';
import type {Registry} from '../../source/model/registry.js';
import {emptyDefenderView} from '../../source/posture/defender/defender-view.js';

/**
A document as Azure sends it, from `test/documents`.
*/
export const documentOf = (path: string): unknown => JSON.parse(readFileSync(new URL(`../documents/${path}.json`, import.meta.url), 'utf8'));

/**
A member of a document, by its path, replaced: for documents that are broken on purpose.
*/
export const withMember = (document: unknown, path: string, value: unknown): unknown => {
	const copy = structuredClone(document) as Record<string, unknown>;
	const names = path.split('.');
	let at = copy;
	for (const name of names.slice(0, -1)) {
		at[name] ??= {};
		at = at[name] as Record<string, unknown>;
	}

	at[names.at(-1)!] = value;
	return copy;
};

const present = <T>(value: T | undefined): T => {
	if (value === undefined) {
		throw new TypeError('The document was not read');
	}

	return value;
};

export const clusterFrom = (document: unknown): Cluster => present(readCluster(document));
export const registryFrom = (document: unknown): Registry => present(readRegistry(document));

const listOf = (path: string): readonly unknown[] => (documentOf(path) as {readonly value: readonly unknown[]}).value;

export const weakCluster = clusterFrom(documentOf('aks/managed-cluster-weak-composed'));
export const hardenedCluster = clusterFrom(documentOf('aks/managed-cluster-hardened-composed'));
export const automaticCluster = clusterFrom(documentOf('aks/managed-cluster-automatic-hosted-system-composed'));
export const hardenedRegistry = registryFrom(documentOf('acr/registry-premium-hardened-composed'));
export const ownKeyRegistry = registryFrom(documentOf('acr/recorded-registry-premium-customer-managed-key'));
export const basicRegistry = registryFrom(documentOf('acr/recorded-registry-basic'));
export const ruledRegistry = registryFrom(documentOf('acr/recorded-registry-network-rules'));
export const findings: readonly Finding[] = [...listOf('security/assessments-list-composed'), ...listOf('security/alerts-list-aks-composed')]
	.map(document => readFinding(document))
	.filter(finding => finding !== undefined);

/**
When the documents were written: ages are told from here.
*/
export const now = Date.parse('2026-11-24T12:00:00Z');

const source = (name: SourceName): SourceState => ({
	name, status: 'fresh', readAt: now - 30_000, nextAt: now + 30_000, isReading: false, isKept: false, error: undefined,
});

const noCounts = {
	critical: 0, high: 0, medium: 0, low: 0, info: 0,
};

/**
A snapshot of the documents above; members that a test is about are given.
*/
export const snapshotOf = (members: Partial<Snapshot> = {}): Snapshot => {
	const clusters = [weakCluster, hardenedCluster, automaticCluster];
	return {
		isDemo: false,
		tenant: 'contoso',
		subscriptions: [{
			id: weakCluster.subscriptionId, name: 'Platform', tenantId: undefined, state: 'Enabled', coverage: {state: 'answered'},
		}],
		clusters,
		nodePools: clusters.flatMap(({nodePools}) => valueOf(nodePools) ?? []),
		registries: [hardenedRegistry, ownKeyRegistry, basicRegistry, ruledRegistry],
		findings,
		findingsComplete: true,
		findingTotals: undefined,
		defenderPlans: [present(readDefenderPlan(documentOf('security/pricings-get-containers-composed')))],
		images: [],
		containerGroups: [],
		groupStates: new Map(),
		registryContents: new Map(),
		imagesAsked: false,
		judgedSubscriptions: [],
		diskEncryptionSets: [],
		keyVaults: [],
		hosts: [],
		...noInsideParts,
		networkResources: [],
		dataDisks: [],
		vaultKeys: new Map(),
		registryRecords: new Map(),
		diagnosticSettings: new Map(),
		prices: {
			table: builtInPrices, file: undefined, isFromFile: false, faults: [],
		},
		relations: {},
		access: undefined,
		isSettled: true,
		latestNodeImages: new Map(),
		supportedVersions: new Map([['westeurope', readKubernetesVersions(documentOf('aks/kubernetes-versions-composed'))]]),
		sources: {
			subscriptions: source('subscriptions'),
			clusters: source('clusters'),
			registries: source('registries'),
			containerGroups: source('containerGroups'),
			defenderPlans: source('defenderPlans'),
			diskEncryptionSets: source('diskEncryptionSets'),
			keyVaults: source('keyVaults'),
			hosts: source('hosts'),
			networkResources: source('networkResources'),
			dataDisks: source('dataDisks'),
			vaultKeys: source('vaultKeys'),
			registryRecords: source('registryRecords'),
			diagnosticSettings: source('diagnosticSettings'),
			assessedSubscriptions: source('assessedSubscriptions'),
			roleAssignments: source('roleAssignments'),
			roleDefinitions: source('roleDefinitions'),
			denyAssignments: source('denyAssignments'),
			roleEligibilities: source('roleEligibilities'),
			principals: source('principals'),
			policyExemptions: source('policyExemptions'),
			findings: source('findings'),
			findingTotals: source('findingTotals'),
			imageScans: source('imageScans'),
			runningScans: source('runningScans'),
			nodeImages: source('nodeImages'),
			kubernetesVersions: source('kubernetesVersions'),
		},
		posture: {
			byKey: new Map(), failed: noCounts, unknown: 0, passed: 0, accepted: 0, score: undefined,
		},
		defender: emptyDefenderView,
		decisions: noDecisions,
		endingExemptions: [],
		trend: [],
		changes: noChanges,
		isPaused: false,
		notices: [],
		readAt: now - 30_000,
		nextAt: now + 30_000,
		signIn: {state: 'none'},
		...members,
	};
};

export const noDetail: ResourceDetail = {document: undefined, findings: undefined, readAt: undefined};
