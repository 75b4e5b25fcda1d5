import type {QueryClient} from '@tanstack/query-core';
import type {Collectors} from '../azure/collectors.js';
import {sleep} from '../azure/wait.js';
import type {Subscription} from '../model/subscription.js';
import type {Cluster} from '../model/cluster.js';
import type {ContainerGroup} from '../model/container-group.js';
import type {Registry} from '../model/registry.js';
import {createNodePoolsOf} from './node-pools-of.js';
import {createLogWriters} from './relations/log-writers.js';
import {createHoldersOf, noHolders} from './relations/holders-of.js';
import {createHomesOf} from './relations/homes-of.js';
import {createVaultsInUse} from './relations/create-vaults-in-use.js';
import {createPoller, type Poller, type PollState} from './poller.js';
import type {SourceName} from './snapshot.js';
import {
	sourceNames,
	sources as allSources,
	type Question,
	type SourceData,
} from './sources.js';
import {untilTurn} from './until-turn.js';
import {sourceLabels} from './source-labels.js';

export type PollStates = {readonly [Name in SourceName]: PollState<SourceData[Name]>};

export type Polls = {
	readonly getStates: () => PollStates;
	/**
	Starts what can start, and polls again what would now be asked more than at its last poll.
	*/
	readonly advance: () => void;
	/**
	Polls now whatever has started and was not asked to wait. Gives the sources that wait, with the time until when.
	*/
	readonly refresh: (names: readonly SourceName[]) => ReadonlyArray<{readonly name: SourceName; readonly until: number}>;
	readonly setPaused: (isPaused: boolean) => void;
	/**
	Asks for more findings; nothing when all were read or a read is under way.
	*/
	readonly readMoreFindings: () => void;
	readonly stop: () => void;
};

export type PollsOptions = {
	readonly client: QueryClient;
	readonly collectors: () => Promise<Collectors>;
	readonly interval: number;
	readonly sources?: typeof allSources;
	readonly off: ReadonlySet<SourceName>;
	readonly now: () => number;
	/**
	Whether the last run's data of a source are shown until it is read: a part of it would be a step back.
	*/
	readonly hasKept: (name: SourceName) => boolean;
	readonly onChange: () => void;
};

/**
Findings that are read at first, and how many more each time.
*/
const findingsPage = 1000;

const noSubscriptions: readonly Subscription[] = [];

const noClusters: readonly Cluster[] = [];

const noRegistries: readonly Registry[] = [];

const noGroups: readonly ContainerGroup[] = [];

/**
The pollers of all sources and what they need of each other: subscriptions first, then the panes side by side.
*/
export const createPolls = ({client, collectors, interval, off, now, hasKept, onChange, sources = allSources}: PollsOptions): Polls => {
	const nodePoolsOf = createNodePoolsOf();
	const vaultsInUse = createVaultsInUse();
	const logWritersOf = createLogWriters();
	const homesOf = createHomesOf();
	const holdersOf = createHoldersOf();
	const askedAbout = new Map<SourceName, ReadonlySet<string>>();
	const checked = new Map<SourceName, Question>();
	const began = now();
	let findingsLimit = findingsPage;
	let lastQuestion: Question = {
		subscriptions: noSubscriptions, clusters: noClusters, nodePools: [], registries: noRegistries, containerGroups: noGroups, vaults: [], logWriters: [], findingsLimit, homes: [], holders: [],
	};

	const create = <Name extends SourceName>(name: Name): Poller<SourceData[Name]> => {
		const source = sources[name];
		const {turn} = source;
		const sourceInterval = source.interval(interval);
		return createPoller<SourceData[Name]>({
			client,
			key: [name],
			label: sourceLabels[name],
			async read(signal, onPartial) {
				if (source.rest !== undefined && pollers[name].getState().data === undefined) {
					await sleep(source.rest, signal);
				}

				const question = getQuestion();
				askedAbout.set(name, new Set(source.basis(question)));
				checked.set(name, question);
				return source.collect(await collectors(), signal, question, onPartial);
			},
			reuse: source.reuse,
			isPartial: source.isPartial,
			takesPartial: () => !hasKept(name),
			interval: sourceInterval,
			...(turn !== undefined && {
				rest: () => untilTurn({
					now: now(), began, interval: sourceInterval, turn,
				}),
			}),
			staleAfter: source.staleAfter(interval),
			isPaused: false,
			now,
			onChange,
		});
	};

	const pollers: {readonly [Name in SourceName]: Poller<SourceData[Name]>} = {
		subscriptions: create('subscriptions'),
		clusters: create('clusters'),
		registries: create('registries'),
		containerGroups: create('containerGroups'),
		defenderPlans: create('defenderPlans'),
		diskEncryptionSets: create('diskEncryptionSets'),
		keyVaults: create('keyVaults'),
		networkResources: create('networkResources'),
		dataDisks: create('dataDisks'),
		vaultKeys: create('vaultKeys'),
		registryRecords: create('registryRecords'),
		diagnosticSettings: create('diagnosticSettings'),
		assessedSubscriptions: create('assessedSubscriptions'),
		roleAssignments: create('roleAssignments'),
		roleDefinitions: create('roleDefinitions'),
		denyAssignments: create('denyAssignments'),
		roleEligibilities: create('roleEligibilities'),
		principals: create('principals'),
		policyExemptions: create('policyExemptions'),
		findings: create('findings'),
		findingTotals: create('findingTotals'),
		hosts: create('hosts'),
		imageScans: create('imageScans'),
		runningScans: create('runningScans'),
		nodeImages: create('nodeImages'),
		kubernetesVersions: create('kubernetesVersions'),
	};
	const active = sourceNames.filter(name => !off.has(name));

	// One object as long as nothing in it changed, so that a look at it tells whether the bases need to be computed.
	function getQuestion(): Question {
		const subscriptions = pollers.subscriptions.getState().data?.subscriptions ?? noSubscriptions;
		const clusters = pollers.clusters.getState().data?.items ?? noClusters;
		const registries = pollers.registries.getState().data?.items ?? noRegistries;
		const containerGroups = pollers.containerGroups.getState().data?.items ?? noGroups;
		const homes = homesOf(clusters, registries, containerGroups);
		const holders = off.has('principals') ? noHolders : holdersOf(pollers.roleAssignments.getState().data?.items, pollers.roleEligibilities.getState().data);
		const vaults = vaultsInUse({
			clusters,
			registries,
			disks: pollers.dataDisks.getState().data?.items,
			allSets: pollers.diskEncryptionSets.getState().data?.items,
			allVaults: pollers.keyVaults.getState().data?.items,
		});
		const logWriters = logWritersOf(clusters, registries, vaults);
		const next: Question = {
			subscriptions, clusters, nodePools: nodePoolsOf(clusters), registries, containerGroups, vaults, logWriters, findingsLimit, homes, holders,
		};
		const last = lastQuestion;
		if (Object.entries(next).some(([part, value]) => last[part as keyof Question] !== value)) {
			lastQuestion = next;
		}

		return lastQuestion;
	}

	const isReady = (name: SourceName): boolean => sources[name].dependsOn.every(other => pollers[other].getState().data !== undefined);

	const asksMore = (name: SourceName, question: Question): boolean => {
		if (checked.get(name) === question) {
			return false;
		}

		checked.set(name, question);
		const asked = askedAbout.get(name);
		return asked !== undefined && !new Set(sources[name].basis(question)).isSubsetOf(asked);
	};

	return {
		getStates: () => ({
			subscriptions: pollers.subscriptions.getState(),
			clusters: pollers.clusters.getState(),
			registries: pollers.registries.getState(),
			containerGroups: pollers.containerGroups.getState(),
			defenderPlans: pollers.defenderPlans.getState(),
			diskEncryptionSets: pollers.diskEncryptionSets.getState(),
			keyVaults: pollers.keyVaults.getState(),
			networkResources: pollers.networkResources.getState(),
			dataDisks: pollers.dataDisks.getState(),
			vaultKeys: pollers.vaultKeys.getState(),
			registryRecords: pollers.registryRecords.getState(),
			diagnosticSettings: pollers.diagnosticSettings.getState(),
			assessedSubscriptions: pollers.assessedSubscriptions.getState(),
			roleAssignments: pollers.roleAssignments.getState(),
			roleDefinitions: pollers.roleDefinitions.getState(),
			denyAssignments: pollers.denyAssignments.getState(),
			roleEligibilities: pollers.roleEligibilities.getState(),
			principals: pollers.principals.getState(),
			policyExemptions: pollers.policyExemptions.getState(),
			findings: pollers.findings.getState(),
			findingTotals: pollers.findingTotals.getState(),
			hosts: pollers.hosts.getState(),
			imageScans: pollers.imageScans.getState(),
			runningScans: pollers.runningScans.getState(),
			nodeImages: pollers.nodeImages.getState(),
			kubernetesVersions: pollers.kubernetesVersions.getState(),
		}),
		advance() {
			const question = getQuestion();
			for (const name of active) {
				const poller = pollers[name];
				if (!poller.isStarted()) {
					if (isReady(name)) {
						poller.start();
					}
				} else if (!poller.getState().isReading && asksMore(name, question)) {
					poller.poll();
				}
			}
		},
		refresh(names) {
			const waiting: Array<{name: SourceName; until: number}> = [];
			for (const name of names) {
				const {error} = pollers[name].getState();
				if (error?.retryAt !== undefined && error.retryAt > now()) {
					waiting.push({name, until: error.retryAt});
				} else {
					// A try that hangs on a line that was lost is not worth waiting for; one that waits for a person's sign-in is.
					pollers[name].poll({isAnew: error !== undefined && error.cause !== 'sign-in'});
				}
			}

			return waiting;
		},
		setPaused(isPaused) {
			for (const name of active) {
				pollers[name].setPaused(isPaused);
			}
		},
		readMoreFindings() {
			const {data, isReading} = pollers.findings.getState();
			if (isReading || data?.isComplete !== false) {
				return;
			}

			findingsLimit += findingsPage;
			this.advance();
		},
		stop() {
			for (const name of active) {
				pollers[name].stop();
			}
		},
	};
};
