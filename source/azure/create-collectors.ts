import {noGrants} from '../model/inside.js';
import {SourceError} from '../model/source-error.js';
import {isInGraph} from './coverage.js';
import {collectAssessedSubscriptions} from './collect/assessed-subscriptions.js';
import {clusterKind} from './collect/clusters.js';
import {containerGroupKind} from './collect/container-groups.js';
import {collectEverywhere} from './collect/collect-everywhere.js';
import {collectClusterRecords} from './collect/cluster-records.js';
import {defenderPlanKind} from './collect/defender-plans.js';
import {createDiagnosticSettings} from './collect/diagnostic-settings.js';
import {collectDocument} from './collect/document.js';
import {collectFindingTotals} from './collect/finding-totals.js';
import {createExemptFindings} from './collect/exempt-findings.js';
import {collectFindingsOf} from './collect/findings-of.js';
import {findingKind} from './collect/findings.js';
import {collectImageRecords} from './collect/image-records.js';
import {collectKubernetesVersions} from './collect/kubernetes-versions.js';
import {collectNodeImages} from './collect/node-images.js';
import {
	dataDiskKind,
	diskEncryptionSetKind,
	imageScanKind,
	hostKind,
	keyVaultKind,
	networkResourceKind,
	policyExemptionKind,
	runningScanKind,
} from './collect/only-in-graph.js';
import {collectPrincipals} from './collect/principals.js';
import {createRegistries} from './collect/registries.js';
import {collectOpenRegistry, createRegistryRecords} from './collect/registry-records.js';
import {
	collectDenyAssignments,
	collectRoleEligibilities,
	roleAssignmentKind,
	roleDefinitionKind,
} from './collect/rights.js';
import {collectSubscriptions} from './collect/subscriptions.js';
import {collectVaultKeys} from './collect/vault-keys.js';
import type {Collectors} from './collectors.js';
import type {Reading} from './reading.js';
import {resourceParts} from './resource-id.js';
import type {Session} from './session.js';
import type {OnWait} from './wait.js';

export type CollectorOptions = {
	/**
	Called when a service asks to wait, or is about to.
	*/
	readonly onWait?: OnWait | undefined;
	/**
	What looks into clusters (`createInside` of the room kubernetes); without, nobody does.
	*/
	readonly inside?: Collectors['inside'] | undefined;
	readonly insideDocument?: Collectors['insideDocument'] | undefined;
	/**
	Asks the name service; without, nothing is known of names.
	*/
	readonly resolveName?: Collectors['resolveName'] | undefined;
};

const noInside = async (): Promise<never> => {
	throw new SourceError({
		cause: 'not-found', reason: 'Clusters are not looked into here.', remedy: undefined, retryAt: undefined,
	});
};

const noNames: Collectors['resolveName'] = async () => {
	throw new SourceError({
		cause: 'not-found', reason: 'Names are not looked up here.', remedy: undefined, retryAt: undefined,
	});
};

/**
Makes what reads a fleet through the clients of one session. Every function rejects with `SourceError`, or with the
signal's reason once it is aborted.
*/
export const createCollectors = (session: Session, {onWait, inside = noInside, insideDocument = noInside, resolveName = noNames}: CollectorOptions = {}): Collectors => {
	const clusters = clusterKind();
	const registries = createRegistries();
	const containerGroups = containerGroupKind();
	const registryRecords = createRegistryRecords();
	const diagnosticSettings = createDiagnosticSettings();
	const plans = defenderPlanKind();
	const diskEncryptionSets = diskEncryptionSetKind();
	const keyVaults = keyVaultKind();
	const hosts = hostKind();
	const networkResources = networkResourceKind();
	const dataDisks = dataDiskKind();
	const roleAssignments = roleAssignmentKind();
	const roleDefinitions = roleDefinitionKind();
	const policyExemptions = policyExemptionKind();
	const imageScans = imageScanKind();
	const runningScans = runningScanKind();
	const findings = findingKind();
	const exemptFindings = createExemptFindings();
	// Counting must not make the list of findings forget what it has mapped.
	const countedFindings = findingKind();
	let leftOut: ReadonlySet<string> = new Set();
	let tenant: string | undefined;
	const reading = (signal: AbortSignal): Reading => ({signal, onWait});

	return {
		async subscriptions(signal) {
			const result = await collectSubscriptions(session, reading(signal));
			tenant = result.tenant?.toLowerCase();
			leftOut = new Set(result.subscriptions.filter(subscription => !isInGraph(subscription)).map(({id}) => id));
			return result;
		},
		clusters: async (signal, subscriptions, onPartial) => collectEverywhere(session, reading(signal), clusters, subscriptions, {onPartial}),
		registries: async (signal, subscriptions, onPartial) => registries(session, reading(signal), subscriptions, onPartial),
		containerGroups: async (signal, subscriptions, onPartial) => collectEverywhere(session, reading(signal), containerGroups, subscriptions, {onPartial}),
		defenderPlans: async (signal, subscriptions) => collectEverywhere(session, reading(signal), plans, subscriptions),
		diskEncryptionSets: async (signal, subscriptions) => collectEverywhere(session, reading(signal), diskEncryptionSets, subscriptions),
		hosts: async (signal, subscriptions) => collectEverywhere(session, reading(signal), hosts, subscriptions),
		keyVaults: async (signal, subscriptions) => collectEverywhere(session, reading(signal), keyVaults, subscriptions),
		networkResources: async (signal, subscriptions) => collectEverywhere(session, reading(signal), networkResources, subscriptions),
		dataDisks: async (signal, subscriptions) => collectEverywhere(session, reading(signal), dataDisks, subscriptions),
		vaultKeys: async (signal, vaults) => collectVaultKeys(session, reading(signal), vaults),
		registryRecords: async (signal, all) => registryRecords(session, reading(signal), all),
		openRegistry: async (signal, registry) => collectOpenRegistry(session, reading(signal), registry),
		inside,
		insideDocument,
		resolveName,
		clusterRecords: async (signal, cluster) => collectClusterRecords(session, reading(signal), cluster),
		diagnosticSettings: async (signal, ids) => diagnosticSettings(session, reading(signal), ids),
		assessedSubscriptions: async (signal, subscriptions) => collectAssessedSubscriptions(session, reading(signal), subscriptions),
		roleAssignments: async (signal, subscriptions) => collectEverywhere(session, reading(signal), roleAssignments, subscriptions),
		roleDefinitions: async (signal, subscriptions) => collectEverywhere(session, reading(signal), roleDefinitions, subscriptions),
		denyAssignments: async (signal, ids) => collectDenyAssignments(session, reading(signal), ids),
		roleEligibilities: async (signal, ids) => collectRoleEligibilities(session, reading(signal), ids),
		principals: async (signal, ids) => collectPrincipals(session, reading(signal), ids, tenant),
		policyExemptions: async (signal, subscriptions) => collectEverywhere(session, reading(signal), policyExemptions, subscriptions),
		async findings(signal, subscriptions, limit, onPartial) {
			const collected = await collectEverywhere(session, reading(signal), findings, subscriptions, {limit, onPartial});
			const exempt = await exemptFindings(session, reading(signal), subscriptions);
			return exempt.length === 0 ? collected : {...collected, items: [...collected.items, ...exempt]};
		},
		findingTotals: async (signal, subscriptions) => collectFindingTotals(session, reading(signal), countedFindings, subscriptions),
		imageScans: async (signal, subscriptions) => collectEverywhere(session, reading(signal), imageScans, subscriptions),
		runningScans: async (signal, subscriptions) => collectEverywhere(session, reading(signal), runningScans, subscriptions),
		async containerLogs(signal, question) {
			const {collectContainerLogs} = await import('./collect/container-logs.js');
			return collectContainerLogs(session, reading(signal), question);
		},
		imageRecords: async (signal, image) => collectImageRecords(session, reading(signal), image),
		async registryContents(signal, registry) {
			const {collectRegistryContents} = await import('./collect/registry-contents.js');
			return collectRegistryContents(session, {...reading(signal), grants: {...noGrants, registryContents: true}}, registry);
		},
		nodeImages: async (signal, pools) => collectNodeImages(session, reading(signal), pools),
		kubernetesVersions: async (signal, all) => collectKubernetesVersions(session, reading(signal), all),
		document: async (signal, key) => collectDocument(session, reading(signal), key),
		findingsOf: async (signal, key) => collectFindingsOf(session, reading(signal), key, !leftOut.has(resourceParts(key).subscriptionId)),
	};
};
