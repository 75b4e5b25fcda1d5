import type {ClusterRecords} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import type {Inside, InsideGrants, LookGrants} from '../../model/inside.js';
import {createKeptLooks} from './kept-looks.js';

/**
Which clusters a person has asked to look into.
*/
export type Asked = 'all' | ReadonlySet<string>;

/**
What a person has allowed for one cluster.
*/
type Granted = Partial<InsideGrants>;

export type LooksState = {
	readonly insides: ReadonlyMap<string, Inside>;
	readonly records: ReadonlyMap<string, ClusterRecords>;
	readonly asked: Asked;
	readonly grants: InsideGrants;
};

export type Looks = {
	/**
	The same object as long as nothing in it changed.
	*/
	readonly getState: () => LooksState;
	/**
	Takes the fleet as it is now; what is due is begun.
	*/
	readonly advance: (clusters: readonly Cluster[]) => void;
	/**
	Somebody has this cluster open: it comes first. Returns how to say that it is closed.
	*/
	readonly open: (clusterKey: string) => () => void;
	/**
	Somebody watches all clusters at once: the rest is read sooner. Returns how to end it.
	*/
	readonly watch: () => () => void;
	/**
	A person asks to look inside, by what more than Reader it takes. Asking for the run command again runs it again.
	*/
	readonly ask: (which: 'all' | string, grant: keyof InsideGrants) => void;
	/**
	What a look into a cluster may use; absent where nobody has asked to look into it.
	*/
	readonly grantsFor: (clusterKey: string) => LookGrants | undefined;
	/**
	Reads again what is open, or watched.
	*/
	readonly refresh: () => void;
	readonly setPaused: (isPaused: boolean) => void;
	readonly stop: () => void;
};

/**
What is asked of one cluster by itself.
*/
export type LookCollectors = {
	readonly inside: (signal: AbortSignal, cluster: Cluster, grants: LookGrants, onPartial: (inside: Inside) => void) => Promise<Inside>;
	readonly clusterRecords: (signal: AbortSignal, cluster: Cluster) => Promise<ClusterRecords>;
};

export type LooksOptions = {
	readonly collectors: () => Promise<LookCollectors>;
	/**
	Milliseconds between two looks into what is open.
	*/
	readonly interval: number;
	readonly grants: InsideGrants;
	/**
	Whether the settings ask for all clusters.
	*/
	readonly isAsked: boolean;
	/**
	So many clusters are asked at once.

	@default 8
	*/
	readonly concurrency?: number | undefined;
	readonly now: () => number;
	/**
	Something that somebody looks at has changed. What is read of the rest shows with the next poll.
	*/
	readonly onChange: () => void;
};

const defaultConcurrency = 8;

const minute = 60_000;

/**
Milliseconds between two looks into a cluster that nobody looks at, between the beginnings of two of them, and until the first: the panes come before.
*/
const rest = {
	inside: 10 * minute, records: 60 * minute, gap: 1000, first: 5000,
} as const;

/**
Polls between two looks into each cluster while all are watched.
*/
const watchedPolls = 10;

type What = 'inside' | 'records';

const whats: readonly What[] = ['inside', 'records'];

type Task = {readonly what: What; readonly key: string};

/**
A task and when it is due: of a thousand clusters that is worked out once for each, not for each comparison.
*/
type Due = {readonly task: Task; readonly at: number};

const earlier = (one: Due, other: Due): number => one.at - other.at;

/**
Looks into clusters one by one: what is open first and as often as it is polled, the rest slowly, never more than a few at once.
*/
export const createLooks = ({collectors, interval, isAsked, concurrency = defaultConcurrency, now, onChange, ...options}: LooksOptions): Looks => {
	const kept = createKeptLooks(now);
	const running = {inside: new Map<string, AbortController>(), records: new Map<string, AbortController>()};
	// When each was last begun or, once it is over, ended.
	const touched = {inside: new Map<string, number>(), records: new Map<string, number>()};
	const opened = new Map<string, number>();
	const startedAt = now();
	let clusters: ReadonlyMap<string, Cluster> = new Map();
	let list: readonly Cluster[] | undefined;
	let asked: Asked = isAsked ? 'all' : new Set<string>();
	let {grants} = options;
	const grantedFor = new Map<string, Granted>();
	const runsOf = new Map<string, number>();
	let runsOfAll = 0;
	let watchers = 0;
	let isPaused = false;
	let isStopped = false;
	let lastOfRest = 0;
	let timer: NodeJS.Timeout | undefined;
	let state: LooksState | undefined;

	const changed = (isSeen: boolean): void => {
		state = undefined;
		if (isSeen && !isStopped) {
			onChange();
		}
	};

	const isAskedFor = (key: string): boolean => asked === 'all' || asked.has(key);

	/**
	The run command starts a pod and leaves a line in the activity log: it is used once, and again when it is asked for again.
	*/
	const isOverWith = ({what, key}: Task): boolean => what === 'inside' && kept.insides().get(key)?.reach.way === 'run-command';

	const intervalOf = ({what, key}: Task): number => {
		if (opened.has(key)) {
			return interval;
		}

		return what === 'inside' && watchers > 0 ? watchedPolls * interval : rest[what];
	};

	/**
	What is new to the fleet waits a little: the panes come first.
	*/
	const dueAt = (task: Task): number => {
		const last = touched[task.what].get(task.key);
		if (last !== undefined) {
			return isOverWith(task) ? Infinity : last + intervalOf(task);
		}

		return opened.has(task.key) || (watchers > 0 && task.what === 'inside') ? 0 : startedAt + rest.first;
	};

	const canRun = ({what, key}: Task): boolean => (what === 'records' || isAskedFor(key)) && !running[what].has(key);

	const runningNow = (): number => running.inside.size + running.records.size;

	const grantsOf = (key: string): LookGrants => ({...grants, ...grantedFor.get(key), runs: runsOfAll + (runsOf.get(key) ?? 0)});

	/**
	What may be begun for these clusters, the first one first.
	*/
	const queueOf = (keys: Iterable<string>): readonly Due[] => {
		const queue: Due[] = [];
		for (const key of keys) {
			for (const what of whats) {
				const task: Task = {what, key};
				if (clusters.has(key) && canRun(task)) {
					queue.push({task, at: dueAt(task)});
				}
			}
		}

		return queue.toSorted(earlier);
	};

	const read = async ({what, key}: Task, signal: AbortSignal): Promise<void> => {
		const cluster = clusters.get(key)!;
		const from = await collectors();
		if (what === 'records') {
			kept.takeRecords(key, await from.clusterRecords(signal, cluster));
			return;
		}

		const inside = await from.inside(signal, cluster, grantsOf(key), partial => {
			if (signal.aborted) {
				return;
			}

			kept.takeInside(key, partial);
			changed(opened.has(key));
		});
		kept.takeInside(key, inside);
	};

	const run = async (task: Task): Promise<void> => {
		const {what, key} = task;
		const abort = new AbortController();
		running[what].set(key, abort);
		touched[what].set(key, now());
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
				touched[what].set(key, now());
				changed(opened.has(key) || watchers > 0);
				pump();
			}
		}
	};

	const wake = (at: number): void => {
		clearTimeout(timer);
		timer = setTimeout(pump, Math.max(0, at - now()));
		timer.unref();
	};

	/**
	Begins what of a queue is due, as long as there is room. Gives when the next one is; infinity where there is none.
	*/
	const begin = (queue: readonly Due[], room: number, dueOf: (due: Due) => number, start: (due: Due) => void): number => {
		for (const due of queue) {
			if (dueOf(due) > now() || runningNow() >= room) {
				return dueOf(due);
			}

			start(due);
		}

		return Infinity;
	};

	/**
	Begins what is due. One slot stays free for what is opened next, so that eight clusters without a line do not stand before it.
	*/
	function pump(): void {
		if (isStopped || isPaused) {
			return;
		}

		const isHurried = watchers > 0;
		const slots = isHurried ? concurrency - 1 : 1;
		const start = ({task}: Due): void => {
			void run(task);
		};

		const nextOpen = begin(queueOf(opened.keys()), concurrency, ({at}) => at, start);
		const nextOfRest = begin(
			queueOf(clusters.keys().filter(key => !opened.has(key))),
			slots,
			({at}) => (isHurried ? at : Math.max(at, lastOfRest + rest.gap)),
			due => {
				lastOfRest = now();
				start(due);
			},
		);
		// What ends pumps again.
		const next = Math.min(nextOpen, nextOfRest);
		if (Number.isFinite(next) && runningNow() < slots) {
			wake(next);
		}
	}

	const forget = ({what, key}: Task): void => {
		running[what].get(key)?.abort();
		running[what].delete(key);
		touched[what].delete(key);
	};

	return {
		getState() {
			state ??= {
				insides: kept.insides(), records: kept.records(), asked, grants,
			};
			return state;
		},
		advance(next) {
			if (next === list || isStopped) {
				return;
			}

			list = next;
			clusters = new Map(next.map(cluster => [cluster.key, cluster]));
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
		open(key) {
			opened.set(key, (opened.get(key) ?? 0) + 1);
			pump();
			let isOpen = true;
			return () => {
				if (!isOpen) {
					return;
				}

				isOpen = false;
				const left = opened.get(key)! - 1;
				if (left === 0) {
					opened.delete(key);
				} else {
					opened.set(key, left);
				}
			};
		},
		watch() {
			watchers++;
			pump();
			let isWatching = true;
			return () => {
				watchers -= isWatching ? 1 : 0;
				isWatching = false;
			};
		},
		ask(which, grant) {
			if (which === 'all') {
				grants = {...grants, [grant]: true};
				runsOfAll += grant === 'runCommand' ? 1 : 0;
			} else {
				runsOf.set(which, (runsOf.get(which) ?? 0) + (grant === 'runCommand' ? 1 : 0));
				grantedFor.set(which, {...grantedFor.get(which), [grant]: true});
			}

			asked = which === 'all' || asked === 'all' ? 'all' : new Set([...asked, which]);
			for (const key of which === 'all' ? clusters.keys() : [which]) {
				forget({what: 'inside', key});
			}

			changed(true);
			pump();
		},
		grantsFor: key => (isAskedFor(key) ? grantsOf(key) : undefined),
		refresh() {
			for (const key of watchers > 0 ? clusters.keys() : opened.keys()) {
				for (const what of whats) {
					if (!running[what].has(key)) {
						touched[what].delete(key);
					}
				}
			}

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
			for (const what of whats) {
				for (const abort of running[what].values()) {
					abort.abort();
				}

				running[what].clear();
			}
		},
	};
};
