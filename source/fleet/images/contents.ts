import type {Collectors} from '../../azure/collectors.js';
import type {RegistryContents} from '../../model/registry-contents.js';
import type {Registry} from '../../model/registry.js';
import {toErrorDetail, toUnknown} from '../error-detail.js';

export type Contents = {
	/**
	The same map as long as nothing in it changed.
	*/
	readonly known: () => ReadonlyMap<string, RegistryContents>;
	readonly isAsked: () => boolean;
	/**
	Takes the registries as they are now; what is due is begun.
	*/
	readonly advance: (registries: readonly Registry[]) => void;
	/**
	Somebody has this registry open. Returns how to say that it is closed.
	*/
	readonly open: (registryKey: string) => () => void;
	/**
	Somebody watches all registries at once. Returns how to end it.
	*/
	readonly watch: () => () => void;
	/**
	A person asks for what is more than Reader.
	*/
	readonly ask: () => void;
	/**
	Reads again what is open.
	*/
	readonly refresh: () => void;
	readonly setPaused: (isPaused: boolean) => void;
	readonly stop: () => void;
};

export type ContentsOptions = {
	readonly collectors: () => Promise<Pick<Collectors, 'registryContents'>>;
	/**
	Whether the settings ask for it.
	*/
	readonly isAsked: boolean;
	/**
	Milliseconds between two readings of what is open.
	*/
	readonly interval: number;
	readonly now: () => number;
	readonly onChange: () => void;
};

/**
Readings of one registry are further apart than polls: each is a request for every repository.
*/
const pollsBetween = 10;

/**
Reads what registries hold: the ones that somebody has open, and all of them one by one while their images are watched. Never
before a person has asked, and never two at once.
*/
export const createContents = ({collectors, interval, now, onChange, ...options}: ContentsOptions): Contents => {
	let known: ReadonlyMap<string, RegistryContents> = new Map();
	let registries: ReadonlyMap<string, Registry> = new Map();
	let list: readonly Registry[] | undefined;
	let {isAsked} = options;
	let watchers = 0;
	let isPaused = false;
	let isStopped = false;
	const opened = new Map<string, number>();
	const readAt = new Map<string, number>();
	let running: {readonly key: string; readonly abort: AbortController} | undefined;

	const take = (contents: RegistryContents): void => {
		known = new Map(known).set(contents.registryKey, contents);
		onChange();
	};

	const read = async (registry: Registry, signal: AbortSignal): Promise<void> => {
		const {key} = registry;
		try {
			const {registryContents} = await collectors();
			const contents = await registryContents(signal, registry);
			if (!signal.aborted) {
				take(contents);
			}
		} catch (error) {
			if (!signal.aborted) {
				const reason = toUnknown(toErrorDetail(error, 'What the registry holds'));
				take({
					registryKey: key, manifests: reason, repositories: 0, isComplete: false, signatures: reason, readAt: now(),
				});
			}
		}
	};

	const isDue = (key: string): boolean => {
		const last = readAt.get(key);
		return last === undefined || (opened.has(key) && now() - last >= pollsBetween * interval);
	};

	const next = (): Registry | undefined => {
		const open = opened.keys().find(key => registries.has(key) && isDue(key));
		if (open !== undefined) {
			return registries.get(open);
		}

		return watchers > 0 ? registries.values().find(({key}) => isDue(key)) : undefined;
	};

	const pump = async (): Promise<void> => {
		if (running !== undefined || isStopped || isPaused || !isAsked) {
			return;
		}

		const registry = next();
		if (!registry) {
			return;
		}

		const abort = new AbortController();
		running = {key: registry.key, abort};
		await read(registry, abort.signal);
		readAt.set(registry.key, now());
		running = undefined;
		void pump();
	};

	const timer = setInterval(() => {
		void pump();
	}, interval);
	timer.unref();

	return {
		known: () => known,
		isAsked: () => isAsked,
		advance(nextRegistries) {
			if (nextRegistries === list || isStopped) {
				return;
			}

			list = nextRegistries;
			registries = new Map(nextRegistries.map(registry => [registry.key, registry]));
			const gone = known.keys().filter(key => !registries.has(key)).toArray();
			if (gone.length > 0) {
				known = new Map(known.entries().filter(([key]) => registries.has(key)));
			}

			void pump();
		},
		open(key) {
			opened.set(key, (opened.get(key) ?? 0) + 1);
			void pump();
			return () => {
				const count = (opened.get(key) ?? 1) - 1;
				if (count > 0) {
					opened.set(key, count);
				} else {
					opened.delete(key);
				}
			};
		},
		watch() {
			watchers++;
			void pump();
			return () => {
				watchers--;
			};
		},
		ask() {
			isAsked = true;
			onChange();
			void pump();
		},
		refresh() {
			for (const key of opened.keys()) {
				readAt.delete(key);
			}

			void pump();
		},
		setPaused(isPausedNow) {
			isPaused = isPausedNow;
			void pump();
		},
		stop() {
			isStopped = true;
			clearInterval(timer);
			running?.abort.abort();
		},
	};
};
