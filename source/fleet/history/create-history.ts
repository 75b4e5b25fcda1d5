import {randomUUID} from 'node:crypto';
import process from 'node:process';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {checksByKind} from '../../posture/checks/index.js';
import type {JudgedLists} from '../../posture/judged-kinds.js';
import type {FleetPosture} from '../../posture/posture.js';
import type {PassingSince} from '../../posture/defender/subject-says.js';
import type {Remembered} from '../../posture/settle.js';
import {clusterKeyOf} from '../insides/cluster-key.js';
import {sliceBudget} from '../slices.js';
import type {Absence} from './absence.js';
import {noChanges, type FleetChanges, type TimelineEvent} from './change.js';
import {memoryOf} from './code.js';
import {createJournal, type Journal} from './journal.js';
import {createLedger} from './ledger.js';
import type {Line} from './line.js';
import {loadHistory} from './load-history.js';
import {namesIn} from './names.js';
import {codeIn, recordOf, type ResourceRecord} from './record.js';
import {replay} from './replay.js';
import {heartbeat} from './runs.js';
import {createSpan} from './span.js';
import {createSpans, type Spans} from './spans.js';

/**
What was found at one time.
*/
export type Look = {
	readonly posture: FleetPosture;
	readonly lists: JudgedLists;
	readonly absence: (key: string, record: ResourceRecord) => Absence;
	/**
	Everything that is judged was read anew since the last full look.
	*/
	readonly isFull: boolean;
	/**
	Milliseconds since 1970.
	*/
	readonly at: number;
};

/**
What was found before, in this session and in earlier ones.
*/
export type History = {
	/**
	Earlier sessions are known; before, a look is not taken.
	*/
	readonly isLoaded: () => boolean;
	/**
	Takes a look, in slices that give the event loop back; of several that come while one is taken, the newest counts.
	*/
	readonly look: (look: Look) => void;
	readonly changes: () => FleetChanges;
	readonly remembered: () => Remembered | undefined;
	/**
	Scores of earlier sessions, oldest first.
	*/
	readonly scores: () => readonly number[];
	readonly timelineOf: (key: string) => readonly TimelineEvent[];
	/**
	Tells since when a check has been passing; absent until earlier sessions are known, and the same function from then on.
	*/
	readonly passingSince: () => PassingSince | undefined;
	/**
	Writes what is not written yet, and that this session is over. Never rejects.
	*/
	readonly stop: () => Promise<void>;
};

export type HistoryOptions = {
	/**
	Absent: nothing is kept beyond this session.
	*/
	readonly file: string | undefined;
	/**
	Milliseconds since 1970.
	*/
	readonly now: () => number;
	readonly onChange: () => void;
	readonly onNotice: (text: string) => void;
	readonly onError: (error: unknown) => void;
	/**
	Whether a process of this number is there; for tests.
	*/
	readonly isAlive?: ((process: number) => boolean) | undefined;
};

const kinds = Object.keys(checksByKind);

/**
The look into a cluster that found something inside it; what the first look finds is no news, only where the memory begins.
*/
const lookOf = (key: string, {kind}: Pick<ResourceRecord, 'kind'>, isInferred: boolean): string | undefined =>
	kind === 'image'
		? `image ${key.slice(0, Math.max(0, key.indexOf('/images/')))}`
		: (kind === 'node' || kind === 'service' ? `${isInferred ? 'inferred ' : ''}${kind} ${clusterKeyOf(key) ?? ''}` : undefined);

/**
Resources that are looked at between two looks at the clock.
*/
const batch = 64;

const isOtherProcess = (id: number): boolean => {
	// A container's first process has the same number each time.
	if (id === process.pid || !Number.isSafeInteger(id) || id <= 0) {
		return false;
	}

	try {
		process.kill(id, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
};

const inSlices = async <T>(steps: Iterator<void, T, void>, isStopped: () => boolean): Promise<T | undefined> => {
	let end = performance.now() + sliceBudget;
	for (;;) {
		for (let count = 0; count < batch; count++) {
			const step = steps.next();
			if (step.done) {
				return step.value;
			}
		}

		if (!(performance.now() >= end)) {
			continue;
		}

		// eslint-disable-next-line no-await-in-loop
		await nextTurn();
		if (isStopped()) {
			return undefined;
		}

		end = performance.now() + sliceBudget;
	}
};

/**
Makes the memory of a fleet. Reads its file at once; nothing here waits or throws.
*/
export const createHistory = ({file, now, onChange, onNotice, onError, isAlive = isOtherProcess}: HistoryOptions): History => {
	const run = randomUUID();
	const ledger = createLedger();
	let spans: Spans | undefined;
	let journal: Journal | undefined;
	let knownKinds: ReadonlySet<string> = new Set<string>();
	// Looks into clusters whose findings are remembered.
	let knownLooks: ReadonlySet<string> = new Set<string>();
	let scores: readonly number[] = [];
	let remembered: Remembered | undefined;
	let lastPosture: FleetPosture | undefined;
	let score: {readonly score: number; readonly at: number} | undefined;
	let startedAt: number | undefined;
	let waiting: Look | undefined;
	let work: Promise<void> | undefined;
	let isStopped = false;

	const hasStopped = (): boolean => isStopped;

	const startLine = (at: number): Line => ({
		type: 'start', at, run, process: process.pid, kinds,
	});

	const whole = (): readonly Line[] => [
		startLine(startedAt ?? now()),
		...ledger.records.entries().map(([key, record]) => ({
			type: 'resource', at: startedAt ?? now(), key, isFirst: true, record,
		} as const)),
		...(score
			? [{
				type: 'score', at: score.at, run, score: score.score,
			} as const]
			: []),
	];

	const load = async (): Promise<void> => {
		const {lines, size, notice} = file === undefined ? {lines: undefined, size: 0, notice: undefined} : await loadHistory(file, now());
		const session = createSpan();
		const replayed = await inSlices(replay(lines ?? [], {
			ledger, session, now: now(), isAlive,
		}), hasStopped);
		if (isStopped || !replayed) {
			return;
		}

		if (notice !== undefined) {
			onNotice(notice);
		}

		// Records are immutable, so the copy costs next to nothing.
		const earlier = new Map(ledger.records);
		remembered = earlier.size === 0
			? undefined
			: (key, checkId) => {
				const record = earlier.get(key);
				const memory = record && memoryOf(codeIn(record, checkId));
				return memory?.standing === 'fail' || (memory?.standing === 'unknown' && memory.last === 'fail') ? memory.severity : undefined;
			};

		knownKinds = replayed.kinds;
		knownLooks = new Set(earlier.entries().flatMap(([key, record]) => [lookOf(key, record, false), lookOf(key, record, true)]).filter(look => look !== undefined));
		scores = replayed.scores.slice(-60);
		spans = createSpans(session, {end: replayed.lastSessionEnd, score: replayed.lastSessionScore});
		ledger.watch(spans.watched());
		journal = file === undefined
			? undefined
			: createJournal({
				file, isThere: lines !== undefined, size, now, whole, onError,
			});
		onChange();
	};

	const takeScore = (value: number | undefined, at: number): Line[] => {
		if (value === undefined || (score?.score === value && at - score.at < heartbeat)) {
			return [];
		}

		score = {score: value, at};
		return [{
			type: 'score', at, run, score: value,
		}];
	};

	const find = function * ({posture, lists, absence, at}: Look, lines: Line[]): Generator<void, void, void> {
		const nameOf = namesIn(lists);
		const before = lastPosture?.byKey;
		const looked = new Set<string>();
		let present = 0;
		for (const [key, judged] of posture.byKey) {
			const previous = ledger.records.get(key);
			present += previous ? 1 : 0;
			const isSame = before?.get(key) === judged && previous?.isHidden === false;
			const named = isSame ? undefined : nameOf(key);
			const record = named && recordOf(previous, judged, named);
			if (record && record !== previous) {
				const look = lookOf(key, record, named.isInferred);
				const isFirst = !knownKinds.has(record.kind) || (look !== undefined && !knownLooks.has(look));
				if (look !== undefined) {
					looked.add(look);
				}

				ledger.apply(key, record, at, isFirst);
				present += previous ? 0 : 1;
				lines.push({
					type: 'resource', at, key, isFirst, record,
				});
			}

			yield;
		}

		knownLooks = knownLooks.union(looked);
		if (present === ledger.records.size) {
			return;
		}

		for (const [key, record] of ledger.records) {
			const how = posture.byKey.has(key) ? 'unsure' : absence(key, record);
			if (how === 'gone') {
				ledger.apply(key, undefined, at, false);
				lines.push({type: 'gone', at, key});
			} else if (how === 'hidden' && !record.isHidden) {
				const hidden = {...record, isHidden: true};
				ledger.apply(key, hidden, at, false);
				lines.push({
					type: 'resource', at, key, isFirst: false, record: hidden,
				});
			}

			yield;
		}
	};

	const take = function * (look: Look): Generator<void, void, void> {
		const {posture, isFull, at} = look;
		const lines: Line[] = [];
		if (startedAt === undefined) {
			startedAt = at;
			lines.push(startLine(at));
		}

		if (posture !== lastPosture) {
			yield * find(look, lines);
		}

		if (!lastPosture) {
			knownKinds = new Set([...knownKinds, ...kinds]);
			spans!.begin(posture.score);
		}

		lastPosture = posture;
		if (isFull || lines.length > 0) {
			lines.push(...takeScore(posture.score, at));
		}

		yield * spans!.settle({score: posture.score, isFull, at});
		ledger.watch(spans!.watched());
		journal?.add(lines);
	};

	const takeAll = async (): Promise<void> => {
		// A key that was just pressed comes first.
		await nextTurn();
		while (waiting && !isStopped) {
			const look = waiting;
			waiting = undefined;
			const before = spans!.changes();
			try {
				// eslint-disable-next-line no-await-in-loop -- one after the other is the point
				await inSlices(take(look), hasStopped);
			} catch (error) {
				// The dashboard goes on without a memory.
				isStopped = true;
				onError(error);
			}

			if (spans!.changes() !== before) {
				onChange();
			}
		}

		work = undefined;
	};

	const loading = load();
	return {
		isLoaded: () => spans !== undefined,
		look(look) {
			const isNothing = !look.isFull && !waiting && !work && look.posture === lastPosture;
			if (isNothing || isStopped || !spans) {
				return;
			}

			waiting = {...look, isFull: look.isFull || waiting?.isFull === true};
			work ??= takeAll();
		},
		changes: () => spans?.changes() ?? noChanges,
		remembered: () => remembered,
		scores: () => scores,
		timelineOf: ledger.timelineOf,
		passingSince: () => (spans === undefined ? undefined : ledger.passingSince),
		async stop() {
			isStopped = true;
			await loading;
			await work;
			if (startedAt !== undefined) {
				journal?.add([{type: 'end', at: now(), run}]);
			}

			await journal?.flush();
		},
	};
};
