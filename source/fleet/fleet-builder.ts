import type {GroupState} from '../model/group-state.js';
import {isUnknown, type Fact} from '../model/known.js';
import type {RegistryContents} from '../model/registry-contents.js';
import {watchPrices} from '../prices/watch-prices.js';
import {sanitize} from '../terminal/sanitize.js';
import {createFleetAccess} from './access/create-access.js';
import {newlyDenied} from './coverage.js';
import {decidedFleet} from './decided-fleet.js';
import {createDecisions} from './decisions.js';
import {createDefending} from './defending.js';
import {createExemptions, exemptionRecords} from './exemptions.js';
import {createFullPoll} from './full-poll.js';
import {createImages} from './images/create-images.js';
import {absenceIn} from './history/absence.js';
import {createHistory} from './history/create-history.js';
import {createReadiness} from './history/readiness.js';
import type {Insides} from './insides/create-insides.js';
import {createJudging, type FleetJudge} from './judging.js';
import type {Kept} from './keep/kept.js';
import {noteDenied, type Notices} from './notices.js';
import type {AllRecords, OpenRegistries} from './open-registries.js';
import type {PollStates} from './polls.js';
import type {SignInWatch} from './sign-in.js';
import {buildSnapshot} from './snapshot-builder.js';
import {createMemo} from './relations/memo.js';
import {createPartsOf, type FleetParts} from './snapshot-parts.js';
import type {Snapshot, SourceName} from './snapshot.js';
import {sourceNames, type Known} from './sources.js';
import {spacing} from './spacing.js';
import type {FleetStoreOptions} from './store-options.js';
import type {FleetStore} from './store.js';
import {createTrend} from './trend.js';

export type FleetBuilderOptions = Pick<FleetStoreOptions, 'decisions' | 'prices' | 'historyFile' | 'interval' | 'isDemo' | 'isScoped'> & {
	readonly judge: FleetJudge;
	readonly now: () => number;
	readonly off: ReadonlySet<SourceName>;
	readonly notices: Notices;
	readonly signIn: SignInWatch;
	/**
	Called when what is derived has changed after `build` returned: long work is done in slices.
	*/
	readonly onChange: () => void;
};

/**
What a snapshot is made of and the builder does not derive.
*/
export type FleetBuilderInput = {
	readonly isPaused: boolean;
	readonly states: PollStates;
	readonly kept: Kept;
	readonly insides: Pick<Insides, 'derive'>;
	readonly openRegistries: Pick<OpenRegistries, 'over'>;
	/**
	What registries hold, as far as they were opened.
	*/
	readonly contents: ReadonlyMap<string, RegistryContents>;
	readonly groupStates: ReadonlyMap<string, Fact<GroupState>>;
	readonly imagesAsked: boolean;
};

export type FleetBuilder = {
	/**
	The snapshot that follows `previous`; the same one where nothing has changed. Parts that take long are as they were
	until they are derived anew.
	*/
	readonly build: (previous: Snapshot | undefined, input: FleetBuilderInput) => Snapshot;
	readonly timelineOf: FleetStore['timelineOf'];
	/**
	Resolves once what was found is written. Never rejects.
	*/
	readonly stop: () => Promise<void>;
};

const noRecords: AllRecords = new Map();

const known = (states: PollStates, kept: Kept, openRegistries: Pick<OpenRegistries, 'over'>): Known => {
	const read: Known = Object.fromEntries(sourceNames.map(name => [name, states[name].data ?? kept[name]?.data]));
	return {...read, registryRecords: openRegistries.over(read.registryRecords ?? noRecords, states.registryRecords.readAt)};
};

/**
The Services that are worth remembering: what Azure gives away of a cluster that is about to be looked into will be read better in a moment.
*/
const settledServices = (services: FleetParts['services'], insides: FleetParts['insides'], asked: FleetParts['insideAsked']): FleetParts['services'] =>
	services.filter(({isInferred, clusterKey}) => {
		const found = insides.get(clusterKey)?.services;
		const isBeingRead = found === undefined || (isUnknown(found) && found.unknown === 'not-asked');
		return !isInferred || !isBeingRead || (asked !== 'all' && !asked.has(clusterKey));
	});

/**
Makes what derives everything that a snapshot says beyond what was read: verdicts, what the team and Azure accept, what
Defender says beside them, what has changed.
*/
export const createFleetBuilder = (options: FleetBuilderOptions): FleetBuilder => {
	const {isDemo, isScoped = false, now, off, notices, signIn, onChange} = options;
	const partsOf = createPartsOf();
	const keepServices = createMemo(settledServices);
	const exemptions = createExemptions(onChange);
	const access = createFleetAccess(onChange, spacing.access);
	const isFullPoll = createFullPoll();
	const readiness = createReadiness(off);
	const trend = createTrend();
	const defending = createDefending(onChange);
	const imaging = createImages(onChange);
	const judging = createJudging(options.judge, onChange, error => {
		notices.add('error', `A check failed: ${sanitize(String(error))}`);
	});
	const decisions = createDecisions({
		file: options.decisions?.file,
		isNamed: options.decisions?.isNamed ?? false,
		interval: Math.min(options.interval, spacing.decisions),
		onChange,
		onNotice: notices.add,
	});
	const prices = watchPrices({
		file: options.prices?.file,
		isNamed: options.prices?.isNamed ?? false,
		interval: Math.min(options.interval, spacing.decisions),
		onChange,
		onNotice: notices.add,
	});
	const history = createHistory({
		file: options.historyFile,
		now,
		onChange,
		onNotice(text) {
			notices.add('warning', text);
		},
		onError(error) {
			notices.add('warning', `What was found could not be remembered for the next session: ${sanitize(String(error))}`);
			onChange();
		},
	});

	return {
		build(previous, {isPaused, states, kept, insides, openRegistries, contents, groupStates, imagesAsked}) {
			const found = known(states, kept, openRegistries);
			const accessView = access.view({
				known: found,
				errors: {
					roleAssignments: states.roleAssignments.error,
					roleDefinitions: states.roleDefinitions.error,
					denyAssignments: states.denyAssignments.error,
					roleEligibilities: states.roleEligibilities.error,
					principals: states.principals.error,
				},
				isGraphAsked: !off.has('principals'),
			}, now());
			const derived = partsOf(found, {
				subscriptions: states.subscriptions.error,
				defenderPlans: states.defenderPlans.error,
				roleAssignments: states.roleAssignments.error,
				dataDisks: states.dataDisks.error,
				registryRecords: states.registryRecords.error,
				diagnosticSettings: states.diagnosticSettings.error,
				assessedSubscriptions: states.assessedSubscriptions.error,
				diskEncryptionSets: states.diskEncryptionSets.error,
				keyVaults: states.keyVaults.error,
			}, now(), insides.derive, contents, access.summaries(), groupStates);
			const {parts} = derived;
			const images = imaging.list({
				known: found, scanError: states.imageScans.error, insides: parts.insides, contents,
			});
			const input = {...derived.input, images};
			const exempt = exemptions({
				inFile: decisions.decide(now()), findings: parts.findings, records: exemptionRecords(states, kept), now: now(),
			});
			judging.judge({...input, decide: exempt.decide, remembered: history.remembered()});
			const posture = judging.posture();
			const isFull = !judging.isBusy() && posture.score !== undefined && isFullPoll(states);
			readiness.watch(states);
			if (!judging.isBusy() && readiness.isSettled()) {
				history.look({
					posture, lists: {...input, services: keepServices(parts.services, parts.insides, parts.insideAsked)}, absence: absenceIn(parts, readiness), isFull, at: now(),
				});
			}

			// The demo's own time begins anew with each start: what earlier ones remember is of another one.
			const passingSince = isDemo ? undefined : history.passingSince();
			noteDenied(notices, newlyDenied(previous?.subscriptions ?? [], parts.subscriptions));
			return buildSnapshot(previous, {
				isDemo,
				isPaused,
				states,
				kept,
				off,
				parts,
				access: accessView,
				isSettled: !judging.isBusy() && access.isSettled(),
				images,
				imagesAsked,
				posture,
				defender: defending.view({
					findings: parts.findings, postures: posture.byKey, states, kept, passingSince, now: now(),
				}),
				decisions: decisions.look(now(), decidedFleet({
					input, subscriptions: parts.subscriptions, states, off, isScoped,
				})),
				endingExemptions: exempt.ending,
				prices: prices.current(),
				trend: trend(isFull ? posture.score : undefined, history.scores()),
				changes: history.changes(),
				notices: notices.list(),
				signIn: signIn.look(states),
			});
		},
		timelineOf: history.timelineOf,
		async stop() {
			judging.stop();
			access.stop();
			decisions.stop();
			prices.stop();
			defending.stop();
			imaging.stop();
			await history.stop();
		},
	};
};
