import type {QueryClient} from '@tanstack/query-core';
import type {Collectors} from '../azure/collectors.js';
import type {RegistryRecords} from '../model/registry-records.js';
import {createPoller, type Poller} from './poller.js';
import {createMemo} from './relations/memo.js';
import {reuseEqual} from './reuse.js';

export type AllRecords = ReadonlyMap<string, RegistryRecords>;

export type OpenRegistries = {
	/**
	Somebody looks at a registry: it is asked for everything, anew with each poll, until the last one closes it. Nothing for what is no registry.
	*/
	readonly open: (key: string) => (() => void) | undefined;
	/**
	What is known of all registries with what was read of those that were opened, wherever that is newer; the same map while nothing changed.

	@param readAt When `all` was read.
	*/
	readonly over: (all: AllRecords, readAt: number | undefined) => AllRecords;
	readonly refresh: () => void;
	readonly setPaused: (isPaused: boolean) => void;
	readonly stop: () => void;
};

export type OpenRegistriesOptions = {
	readonly client: QueryClient;
	readonly collectors: () => Promise<Collectors>;
	readonly interval: number;
	readonly now: () => number;
	readonly onChange: () => void;
};

type Latest = ReadonlyMap<string, {readonly records: RegistryRecords; readonly readAt: number}>;

/**
So many registries that were open show at once what was read before when they are opened again.
*/
const mostRemembered = 16;

const registryKey = /^\/subscriptions\/[^\/]+\/resourcegroups\/[^\/]+\/providers\/microsoft\.containerregistry\/registries\/[^\/]+$/v;

const merge = (all: AllRecords, readAt: number | undefined, latest: Latest): AllRecords => {
	if (latest.size === 0) {
		return all;
	}

	const merged = new Map(all);
	for (const [key, {records, readAt: openedAt}] of latest) {
		const known = all.get(key);
		merged.set(key, known !== undefined && readAt !== undefined && readAt > openedAt ? {...known, details: records.details} : records);
	}

	return merged;
};

/**
Reads registries that somebody looks at: more of them and more often than of all the others.
*/
export const createOpenRegistries = ({client, collectors, interval, now, onChange}: OpenRegistriesOptions): OpenRegistries => {
	const opened = new Map<string, {readonly poller: Poller<RegistryRecords>; readonly watchers: Set<symbol>}>();
	let latest: Latest = new Map();
	let isPaused = false;
	const keepMerged = createMemo(merge);

	const remember = (key: string, records: RegistryRecords, readAt: number): void => {
		const before = latest.get(key);
		if (before?.records === records && before.readAt === readAt) {
			return;
		}

		const rest = [...latest].filter(([other]) => other !== key).slice(1 - mostRemembered);
		latest = new Map([...rest, [key, {records, readAt}]]);
		onChange();
	};

	const begin = (key: string): Poller<RegistryRecords> => {
		const poller: Poller<RegistryRecords> = createPoller({
			client,
			key: ['openRegistry', key],
			label: 'The registry',
			async read(signal) {
				const {openRegistry} = await collectors();
				return openRegistry(signal, {id: key, key});
			},
			reuse: reuseEqual,
			interval,
			staleAfter: 3 * interval,
			isPaused,
			now,
			onChange() {
				const {data, readAt} = poller.getState();
				if (data !== undefined && readAt !== undefined) {
					remember(key, data, readAt);
				}
			},
		});
		poller.start();
		return poller;
	};

	return {
		open(key) {
			if (!registryKey.test(key)) {
				return undefined;
			}

			const current = opened.get(key) ?? {poller: begin(key), watchers: new Set()};
			opened.set(key, current);
			const watcher = Symbol(key);
			current.watchers.add(watcher);
			return () => {
				if (!(current.watchers.delete(watcher) && current.watchers.size === 0 && opened.get(key) === current)) {
					return;
				}

				opened.delete(key);
				current.poller.stop();
				client.removeQueries({queryKey: ['openRegistry', key]});
			};
		},
		over: (all, readAt) => keepMerged(all, readAt, latest),
		refresh() {
			for (const {poller} of opened.values()) {
				poller.poll();
			}
		},
		setPaused(isPausedNow) {
			isPaused = isPausedNow;
			for (const {poller} of opened.values()) {
				poller.setPaused(isPaused);
			}
		},
		stop() {
			for (const {poller} of opened.values()) {
				poller.stop();
			}

			opened.clear();
		},
	};
};
