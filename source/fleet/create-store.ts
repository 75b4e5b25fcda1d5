import {notifyManager} from '@tanstack/query-core';
import type {Collectors} from '../azure/collectors.js';
import {createJudge} from '../posture/judge.js';
import {sanitize} from '../terminal/sanitize.js';
import {newlyDenied} from './coverage.js';
import {createDefending} from './defending.js';
import {decidedFleet} from './decided-fleet.js';
import {createDecisions, type DecisionsOptions} from './decisions.js';
import {createDetails} from './details.js';
import {createExemptions, exemptionRecords} from './exemptions.js';
import {createFullPoll} from './full-poll.js';
import {absenceIn} from './history/absence.js';
import {createHistory} from './history/create-history.js';
import {createReadiness} from './history/readiness.js';
import {noInsideParts} from './inside-parts.js';
import {createJudging, type FleetJudge} from './judging.js';
import {createKeeper} from './keep/keeper.js';
import type {Kept} from './keep/kept.js';
import {readKept} from './keep/read-kept.js';
import {createListeners} from './listeners.js';
import {createNotices, createSourceWatch, noteDenied} from './notices.js';
import {onlyClocksMoved} from './only-clocks-moved.js';
import {createPolls, type PollStates} from './polls.js';
import {createQueryClient} from './query-client.js';
import {createSignInWatch} from './sign-in.js';
import {buildSnapshot} from './snapshot-builder.js';
import {createPartsOf} from './snapshot-parts.js';
import type {Notice, Snapshot, SourceName} from './snapshot.js';
import {sourceNames, sources as allSources, type Known} from './sources.js';
import type {FleetStore} from './store.js';
import {createTrend} from './trend.js';

export type FleetStoreOptions = {
	/**
	Called when the first source is polled, so that the first frame does not wait for the SDK clients; called again after it failed.
	*/
	readonly collectors: () => Promise<Collectors>;
	/**
	Milliseconds between two polls of what is on screen.
	*/
	readonly interval: number;
	readonly isDemo: boolean;
	/**
	Where the last known fleet is kept (see `keepFilePath`); nothing is kept without.
	*/
	readonly keepFile?: string | undefined;
	/**
	The file of accepted risks; nothing is accepted without.
	*/
	readonly decisions?: Pick<DecisionsOptions, 'file' | 'isNamed'> | undefined;
	/**
	Whether a person has chosen which subscriptions are watched.
	*/
	readonly isScoped?: boolean | undefined;
	/**
	Where what each look found is remembered (see `historyFilePath`); only this session is without.
	*/
	readonly historyFile?: string | undefined;
	/**
	Milliseconds since 1970; for tests.
	*/
	readonly now?: (() => number) | undefined;
	/**
	Each notice, for the log.
	*/
	readonly onLog?: ((notice: Notice) => void) | undefined;
	/**
	A quit waits no longer for the kept file to be written, in milliseconds.

	@default 500
	*/
	readonly stopWithin?: number | undefined;
	/**
	What is not polled with these settings.
	*/
	readonly off?: readonly SourceName[] | undefined;
	/**
	Instead of the table of all sources; for tests.
	*/
	readonly sources?: typeof allSources | undefined;
	/**
	Instead of all checks; for tests.
	*/
	readonly judge?: FleetJudge | undefined;
};

const defaultStopWithin = 500;

/**
Milliseconds between two snapshots that are told of: a poll of eight sources draws a few frames, not eight.
*/
const frameSpacing = 50;

/**
Milliseconds until it is told that a poll has begun, or ended with nothing new: several of them make one frame.
*/
const quietSpacing = 1000;

/**
Milliseconds that a frame without a row waits for one with rows.
*/
const emptySpacing = 150;

/**
Milliseconds between two looks at the decisions file: who has just saved it waits for what it does.
*/
const mostBetweenLooks = 2000;

/**
What the four panes show.
*/
const tables = ['clusters', 'registries', 'findings'] as const;

const hasTables = ({sources}: Snapshot): boolean => tables.every(name => sources[name].readAt !== undefined);

const hasRows = ({sources}: Snapshot): boolean => tables.some(name => sources[name].readAt !== undefined);

const memoizeUntilFailed = <T>(make: () => Promise<T>): (() => Promise<T>) => {
	let made: Promise<T> | undefined;
	return async () => {
		made ??= make();
		try {
			return await made;
		} catch (error) {
			made = undefined;
			throw error;
		}
	};
};

const withDeadline = async (work: (signal: AbortSignal) => Promise<void>, milliseconds: number): Promise<void> => {
	const abort = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	const deadline = new Promise<void>(resolve => {
		timer = setTimeout(() => {
			abort.abort();
			resolve();
		}, milliseconds);
	});
	await Promise.race([work(abort.signal), deadline]);
	clearTimeout(timer);
};

const known = (states: PollStates, kept: Kept): Known =>
	Object.fromEntries(sourceNames.map(name => [name, states[name].data ?? kept[name]?.data]));

const toKeep = (states: PollStates, kept: Kept): Kept => Object.fromEntries(sourceNames.map(name => {
	const {data, readAt} = states[name];
	return [name, data === undefined || readAt === undefined ? kept[name] : {data, readAt}];
}));

/**
Makes the living fleet: it reads the kept file and begins to poll in the next turn of the event loop. Nothing here waits or throws.
*/
export const createFleetStore = (options: FleetStoreOptions): FleetStore => {
	const {interval, isDemo, keepFile, now = Date.now, judge = createJudge()} = options;
	const client = createQueryClient();
	const collectors = memoizeUntilFailed(options.collectors);
	const off = new Set(options.off);
	const listeners = createListeners(frameSpacing);
	const notices = createNotices(now, options.onLog);
	const watchSources = createSourceWatch(notices);
	const signIn = createSignInWatch(now);
	const trend = createTrend();
	const isFullPoll = createFullPoll();
	const readiness = createReadiness(off);
	const partsOf = createPartsOf();
	let kept: Kept = {};
	let isPaused = false;
	let isDirty = false;
	// Somebody has pressed a key and looks for what it did.
	let isUrgent = false;
	let isStopped = false;
	let snapshot: Snapshot;

	const polls = createPolls({
		client, collectors, interval, off, now, hasKept: name => kept[name] !== undefined, onChange: changed, sources: options.sources,
	});
	const details = createDetails({
		client, collectors, interval, now,
	});
	const defending = createDefending(changed);
	const judging = createJudging(judge, changed, error => {
		notices.add('error', `A check failed: ${sanitize(String(error))}`);
	});
	const keeper = keepFile === undefined
		? undefined
		: createKeeper(keepFile, now, error => {
			notices.add('warning', `The fleet could not be kept for the next start: ${sanitize(String(error))}`);
			changed();
		});

	const exemptions = createExemptions();
	const decisions = createDecisions({
		file: options.decisions?.file,
		isNamed: options.decisions?.isNamed ?? false,
		interval: Math.min(interval, mostBetweenLooks),
		onChange: changed,
		onNotice: notices.add,
	});

	const history = createHistory({
		file: options.historyFile,
		now,
		onChange: changed,
		onNotice(text) {
			notices.add('warning', text);
		},
		onError(error) {
			notices.add('warning', `What was found could not be remembered for the next session: ${sanitize(String(error))}`);
			changed();
		},
	});

	function build(states: PollStates, previous: Snapshot | undefined): Snapshot {
		const {parts, input} = partsOf(known(states, kept), {
			subscriptions: states.subscriptions.error,
			defenderPlans: states.defenderPlans.error,
			roleAssignments: states.roleAssignments.error,
		}, now());
		const inFile = decisions.decide(now());
		const exempt = exemptions({
			inFile, findings: parts.findings, records: exemptionRecords(states, kept), now: now(),
		});
		judging.judge({...input, decide: exempt.decide, remembered: history.remembered()});
		const isFull = !judging.isBusy() && judging.posture().score !== undefined && isFullPoll(states);
		readiness.watch(states);
		if (!judging.isBusy() && readiness.isSettled()) {
			history.look({
				posture: judging.posture(), lists: input, absence: absenceIn(parts, readiness), isFull, at: now(),
			});
		}

		noteDenied(notices, newlyDenied(previous?.subscriptions ?? [], parts.subscriptions));
		return buildSnapshot(previous, {
			isDemo,
			isPaused,
			states,
			kept,
			off,
			parts,
			inside: noInsideParts,
			posture: judging.posture(),
			defender: defending.view({
				findings: parts.findings, postures: judging.posture().byKey, states, kept, now: now(),
			}),
			decisions: decisions.look(now(), decidedFleet({
				input, subscriptions: parts.subscriptions, states, off, isScoped: options.isScoped ?? false,
			})),
			endingExemptions: exempt.ending,
			trend: trend(isFull ? judging.posture().score : undefined, history.scores()),
			changes: history.changes(),
			notices: notices.list(),
			signIn: signIn.look(states),
		});
	}

	function publish(): void {
		isDirty = false;
		if (isStopped) {
			return;
		}

		polls.advance();
		const states = polls.getStates();
		watchSources(states);
		const next = build(states, snapshot);
		if (next === snapshot) {
			return;
		}

		// Who has just started the program waits for nothing else.
		const isFirstFill = !hasTables(snapshot) && hasTables(next);
		const patience = onlyClocksMoved(snapshot, next) ? quietSpacing : (hasRows(next) ? 0 : emptySpacing);
		snapshot = next;
		listeners.tell({isUrgent: isUrgent || isFirstFill, patience});
		isUrgent = false;

		if (keeper && sourceNames.some(name => states[name].data !== undefined)) {
			keeper.remember(toKeep(states, kept));
		}
	}

	// However much changes in one turn of the event loop, listeners hear of it once.
	function changed(): void {
		if (isDirty || isStopped) {
			return;
		}

		isDirty = true;
		notifyManager.schedule(publish);
	}

	const load = async (file: string): Promise<void> => {
		const {kept: read, notice} = await readKept(file, now());
		kept = read ?? {};
		if (notice !== undefined) {
			notices.add('warning', notice);
		}

		changed();
	};

	snapshot = build(polls.getStates(), undefined);
	setImmediate(() => {
		if (!isStopped) {
			polls.advance();
		}
	});
	if (keepFile !== undefined) {
		void load(keepFile);
	}

	return {
		getSnapshot: () => snapshot,
		subscribe: listeners.add,
		refresh(source) {
			isUrgent = true;
			for (const {name, until} of polls.refresh(source === undefined ? sourceNames : [source])) {
				const seconds = Math.ceil((until - now()) / 1000);
				notices.add('info', `${allSources[name].label}: the service asks to wait ${seconds} s more.`);
			}

			if (source === undefined) {
				details.refresh();
			}

			changed();
		},
		setPaused(isPausedNow) {
			isPaused = isPausedNow;
			isUrgent = true;
			polls.setPaused(isPaused);
			details.setPaused(isPaused);
			changed();
		},
		readMoreFindings() {
			polls.readMoreFindings();
		},
		timelineOf: history.timelineOf,
		getDetail: details.get,
		subscribeDetail: details.subscribe,
		setDeviceCode(state) {
			signIn.ask(state);
			changed();
		},
		async stop() {
			if (isStopped) {
				return;
			}

			isStopped = true;
			listeners.clear();
			polls.stop();
			details.stop();
			judging.stop();
			decisions.stop();
			defending.stop();
			client.clear();
			await withDeadline(async signal => {
				await Promise.all([keeper?.stop(signal), history.stop()]);
			}, options.stopWithin ?? defaultStopWithin);
		},
	};
};
