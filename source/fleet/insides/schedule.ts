import {createAgenda, type Due, type Task} from './agenda.js';
import {createCounted} from './counted.js';

export const whats: ReadonlyArray<Task['what']> = ['inside', 'records'];

export type Schedule = {
	readonly isOpen: (clusterKey: string) => boolean;
	readonly isWatched: () => boolean;
	/**
	Return how to close, or to look away.
	*/
	readonly open: (clusterKey: string) => () => void;
	readonly watch: () => () => void;
	/**
	What is due next of the clusters that are open, and of the others; `at` may lie in the future.
	*/
	readonly nextOfOpen: () => Due | undefined;
	readonly nextOfRest: () => Due | undefined;
	/**
	A look begins, and has ended.
	*/
	readonly begin: (task: Task, isOfRest: boolean) => void;
	readonly end: (task: Task) => void;
	/**
	It is due as if it had never been looked at.
	*/
	readonly forget: (task: Task) => void;
	/**
	What is open, or watched, is due at once but for what is under way.
	*/
	readonly refresh: () => void;
	/**
	The clusters, or what may be asked of them, are others.
	*/
	readonly changed: () => void;
};

export type ScheduleOptions = {
	/**
	Milliseconds between two looks into what is open.
	*/
	readonly interval: number;
	readonly now: () => number;
	readonly clusters: () => Iterable<string>;
	/**
	Whether it may be begun: it is asked for, and not under way.
	*/
	readonly canBegin: (task: Task) => boolean;
	/**
	It is done once, and not again by itself.
	*/
	readonly isOverWith: (task: Task) => boolean;
};

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

/**
The key of whoever watches all clusters.
*/
const everywhere = 'all';

const earlier = (one: Due, other: Due): number => one.at - other.at;

/**
Tells which cluster is looked into next: what is open first and as often as it is polled, the rest slowly, or sooner while somebody watches all of them.
*/
export const createSchedule = ({interval, now, clusters, canBegin, isOverWith}: ScheduleOptions): Schedule => {
	// When each was last begun or, once it is over, ended.
	const touched = {inside: new Map<string, number>(), records: new Map<string, number>()};
	const startedAt = now();
	let lastOfRest = 0;

	const isWatched = (): boolean => watchers.has(everywhere);

	const intervalOf = ({what, key}: Task): number => {
		if (opened.has(key)) {
			return interval;
		}

		return what === 'inside' && isWatched() ? watchedPolls * interval : rest[what];
	};

	/**
	What is new to the fleet waits a little: the panes come first.
	*/
	const dueAt = (task: Task): number => {
		const last = touched[task.what].get(task.key);
		if (last !== undefined) {
			return isOverWith(task) ? Infinity : last + intervalOf(task);
		}

		return opened.has(task.key) || (isWatched() && task.what === 'inside') ? 0 : startedAt + rest.first;
	};

	const toDue = (task: Task): Due => ({task, at: dueAt(task)});

	const tasksOf = (keys: Iterable<string>): readonly Task[] => Array.from(keys, key => whats.map((what): Task => ({what, key}))).flat().filter(task => canBegin(task));

	const agenda = createAgenda(() => tasksOf(clusters()), dueAt);
	const opened = createCounted(agenda.forget);
	const watchers = createCounted(agenda.forget);

	const forget = ({what, key}: Task): void => {
		touched[what].delete(key);
		agenda.forget();
	};

	return {
		isOpen: opened.has,
		isWatched,
		open: opened.hold,
		watch: () => watchers.hold(everywhere),
		nextOfOpen: () => tasksOf(opened.keys()).map(task => toDue(task)).toSorted(earlier)[0],
		nextOfRest() {
			const due = agenda.first(({key}) => opened.has(key));
			return due && (isWatched() ? due : {...due, at: Math.max(due.at, lastOfRest + rest.gap)});
		},
		begin(task, isOfRest) {
			touched[task.what].set(task.key, now());
			lastOfRest = isOfRest ? now() : lastOfRest;
			agenda.begin(task);
		},
		end(task) {
			touched[task.what].set(task.key, now());
			agenda.end(task);
		},
		forget,
		refresh() {
			for (const task of tasksOf(isWatched() ? clusters() : opened.keys())) {
				forget(task);
			}
		},
		changed: agenda.forget,
	};
};
