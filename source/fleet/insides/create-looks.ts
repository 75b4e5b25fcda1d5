import type {Cluster} from '../../model/cluster.js';
import type {Due, Task} from './agenda.js';
import {createAllowances} from './allowances.js';
import {createKeptLooks} from './kept-looks.js';
import type {Looks, LooksOptions, LooksState} from './looks.js';
import {createSchedule, whats} from './schedule.js';
import {createTeller} from './teller.js';

const defaultConcurrency = 8;

/**
Milliseconds between two tellings of what was found in clusters that are watched, not open, and for each cluster of the fleet: each telling
costs a snapshot and a judgement of the whole fleet.
*/
const watchedPause = {least: 1000, ofCluster: 5} as const;

/**
Looks into clusters one by one, as the schedule says, never more than a few at once.
*/
export const createLooks = ({collectors, interval, isAsked, concurrency = defaultConcurrency, now, onChange, grants}: LooksOptions): Looks => {
	const kept = createKeptLooks(now);
	const allowances = createAllowances(grants, isAsked);
	const teller = createTeller(onChange, () => Math.max(watchedPause.least, clusters.size * watchedPause.ofCluster));
	const running = {inside: new Map<string, AbortController>(), records: new Map<string, AbortController>()};
	let clusters: ReadonlyMap<string, Cluster> = new Map();
	let list: readonly Cluster[] | undefined;
	let isPaused = false;
	let isStopped = false;
	let timer: NodeJS.Timeout | undefined;
	let state: LooksState | undefined;

	const schedule = createSchedule({
		interval,
		now,
		clusters: () => clusters.keys(),
		canBegin: ({what, key}) => clusters.has(key) && (what === 'records' || allowances.isAskedFor(key)) && !running[what].has(key),
		// The run command starts a pod and leaves a line in the activity log: it is used once, and again when it is asked for again.
		isOverWith: ({what, key}) => what === 'inside' && kept.insides().get(key)?.reach.way === 'run-command',
	});

	const runningNow = (): number => running.inside.size + running.records.size;

	const found = (key: string, isWhole: boolean): void => {
		state = undefined;
		if (schedule.isOpen(key)) {
			teller.now();
		} else if (isWhole && schedule.isWatched()) {
			teller.soon();
		}
	};

	const read = async ({what, key}: Task, signal: AbortSignal): Promise<void> => {
		const cluster = clusters.get(key)!;
		const from = await collectors();
		if (what === 'records') {
			kept.takeRecords(key, await from.clusterRecords(signal, cluster));
			return;
		}

		const inside = await from.inside(signal, cluster, allowances.grantsOf(key), partial => {
			if (signal.aborted) {
				return;
			}

			kept.takeInside(key, partial);
			found(key, false);
		});
		kept.takeInside(key, inside);
	};

	const run = async (task: Task, isOfRest: boolean): Promise<void> => {
		const {what, key} = task;
		const abort = new AbortController();
		running[what].set(key, abort);
		schedule.begin(task, isOfRest);
		try {
			await read(task, abort.signal);
		} catch (error) {
			if (!abort.signal.aborted) {
				kept.takeFailure(what, key, error);
			}
		} finally {
			// One that was put in another's place is not ended by the other's end.
			if (running[what].get(key) === abort) {
				running[what].delete(key);
			}

			if (!abort.signal.aborted) {
				schedule.end(task);
				found(key, true);
				pump();
			}
		}
	};

	/**
	Begins what is due as long as there is room, and gives when the next one is; infinity where there is none.
	*/
	const begin = (next: () => Due | undefined, room: number): number => {
		for (;;) {
			const due = next();
			if (due === undefined || due.at > now() || runningNow() >= room) {
				return due?.at ?? Infinity;
			}

			void run(due.task, next === schedule.nextOfRest);
		}
	};

	/**
	Begins what is due. One slot stays free for what is opened next, so that eight clusters without a line do not stand before it.
	*/
	function pump(): void {
		if (isStopped || isPaused) {
			return;
		}

		const slots = schedule.isWatched() ? concurrency - 1 : 1;
		// What ends pumps again.
		const next = Math.min(begin(schedule.nextOfOpen, concurrency), begin(schedule.nextOfRest, slots));
		if (!(Number.isFinite(next) && runningNow() < slots)) {
			return;
		}

		clearTimeout(timer);
		timer = setTimeout(pump, Math.max(0, next - now()));
		timer.unref();
	}

	/**
	It is to be done anew, and what is under way of it is not waited for.
	*/
	const forget = (task: Task): void => {
		running[task.what].get(task.key)?.abort();
		running[task.what].delete(task.key);
		schedule.forget(task);
	};

	const pumping = <T>(result: T): T => {
		pump();
		return result;
	};

	return {
		getState() {
			state ??= {
				insides: kept.insides(), records: kept.records(), asked: allowances.asked(), grants: allowances.grants(),
			};
			return state;
		},
		advance(next) {
			if (next === list || isStopped) {
				return;
			}

			list = next;
			clusters = new Map(next.map(cluster => [cluster.key, cluster]));
			schedule.changed();
			for (const key of kept.keys()) {
				if (clusters.has(key)) {
					continue;
				}

				for (const what of whats) {
					forget({what, key});
				}

				kept.drop(key);
				state = undefined;
			}

			pump();
		},
		open: key => pumping(schedule.open(key)),
		watch: () => pumping(schedule.watch()),
		ask(which, grant) {
			allowances.ask(which, grant);
			for (const key of which === 'all' ? clusters.keys() : [which]) {
				forget({what: 'inside', key});
			}

			state = undefined;
			teller.now();
			pump();
		},
		grantsFor: key => (allowances.isAskedFor(key) ? allowances.grantsOf(key) : undefined),
		refresh() {
			schedule.refresh();
			pump();
		},
		setPaused(isPausedNow) {
			isPaused = isPausedNow;
			if (isPaused) {
				clearTimeout(timer);
			} else {
				pump();
			}
		},
		stop() {
			isStopped = true;
			clearTimeout(timer);
			teller.stop();
			for (const what of whats) {
				for (const abort of running[what].values()) {
					abort.abort();
				}

				running[what].clear();
			}
		},
	};
};
