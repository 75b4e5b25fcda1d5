import type {QueryClient} from '@tanstack/query-core';
import type {OpenedDocument} from '../azure/collect/document.js';
import type {Collectors} from '../azure/collectors.js';
import type {Finding} from '../model/finding.js';
import type {Cluster} from '../model/cluster.js';
import {isImageKey, type Image} from '../model/image.js';
import type {GroupState} from '../model/group-state.js';
import type {LookGrants} from '../model/inside.js';
import {unknown, type Fact} from '../model/known.js';
import {toUnknown} from './error-detail.js';
import {isGroupKey} from './group-states.js';
import {isInside} from './insides/cluster-key.js';
import {createPoller, type Poller, type PollState} from './poller.js';
import {reuseList} from './reuse.js';
import type {ResourceDetail} from './store.js';

export type Details = {
	readonly get: (key: string) => ResourceDetail;
	readonly subscribe: (key: string, listener: () => void) => () => void;
	readonly refresh: () => void;
	readonly setPaused: (isPaused: boolean) => void;
	readonly stop: () => void;
};

export type DetailsOptions = {
	readonly client: QueryClient;
	readonly collectors: () => Promise<Collectors>;
	readonly interval: number;
	readonly now: () => number;
	/**
	The cluster that a node or Service stands in, and what a look into it may use; absent where nobody has asked to look.
	*/
	readonly lookFor: (key: string) => {readonly cluster: Cluster; readonly grants: LookGrants} | undefined;
	/**
	The image with this key; absent for every other resource.
	*/
	readonly imageFor?: ((key: string) => Image | undefined) | undefined;
	/**
	Takes what the document of a container group tells of how it is just now.
	*/
	readonly onGroupState?: ((key: string, state: Fact<GroupState>) => void) | undefined;
};

type Open = {
	readonly document: Poller<OpenedDocument>;
	/**
	Absent inside a cluster and for whoever holds roles, of which Defender says nothing, and for an image, whose records are read as one.
	*/
	readonly findings: Poller<readonly Finding[]> | undefined;
	readonly listeners: Set<{readonly listener: () => void}>;
	detail: ResourceDetail;
};

const nothingYet: ResourceDetail = {document: undefined, findings: undefined, readAt: undefined};

/**
So many resources that were open show at once what was read before when they are opened again.
*/
const mostRemembered = 16;

const factOf = <T, F>({data, error}: PollState<T>, select: (data: T) => F): Fact<F> | undefined =>
	data === undefined ? (error && toUnknown(error)) : select(data);

const isSameDetail = (one: ResourceDetail, other: ResourceDetail): boolean =>
	one.document === other.document && one.vulnerabilities === other.vulnerabilities && one.findings === other.findings && one.readAt === other.readAt;

const notLookedInto: OpenedDocument = {document: unknown('not-asked', 'Nobody has looked inside this cluster: press I, or start with --inside.')};

const noSuchImage: OpenedDocument = {document: unknown('not-reported', 'Nobody tells of this image any more.')};

/**
Whoever holds roles is no resource of Azure.
*/
const noDocument: OpenedDocument = {document: unknown('not-asked', 'Resource Manager has no document of it.')};

/**
What is read of the resource that is open: polled while somebody looks, cancelled with the last one who does.
*/
export const createDetails = ({client, collectors, interval, now, lookFor, imageFor, onGroupState}: DetailsOptions): Details => {
	const opened = new Map<string, Open>();
	const closed = new Set<string>();
	let isPaused = false;

	const update = (key: string): void => {
		const open = opened.get(key);
		if (!open) {
			return;
		}

		const document = open.document.getState();
		const groupState = onGroupState && isGroupKey(key) ? factOf(document, data => data.groupState) : undefined;
		if (groupState !== undefined) {
			onGroupState?.(key, groupState);
		}

		const next: ResourceDetail = {
			document: factOf(document, data => data.document),
			vulnerabilities: factOf(document, data => data.vulnerabilities),
			findings: open.findings && factOf(open.findings.getState(), findings => findings),
			readAt: document.readAt,
		};
		if (isSameDetail(open.detail, next)) {
			return;
		}

		open.detail = next;
		for (const {listener} of open.listeners) {
			listener();
		}
	};

	const create = (key: string): Open => {
		const onChange = (): void => {
			update(key);
		};

		const common = {
			client, interval, staleAfter: 3 * interval, isPaused, now, onChange,
		};
		return {
			document: createPoller<OpenedDocument>({
				...common,
				key: ['document', key],
				label: 'The document',
				async read(signal) {
					const {document, imageRecords, insideDocument} = await collectors();
					if (!key.startsWith('/')) {
						return noDocument;
					}

					if (isImageKey(key)) {
						const image = imageFor?.(key);
						return image ? imageRecords(signal, image) : noSuchImage;
					}

					if (!isInside(key)) {
						return document(signal, key);
					}

					const look = lookFor(key);
					return look ? insideDocument(signal, look.cluster, look.grants, key) : notLookedInto;
				},
			}),
			findings: isInside(key) || isImageKey(key) || !key.startsWith('/')
				? undefined
				: createPoller<readonly Finding[]>({
					...common,
					key: ['findingsOf', key],
					label: 'The findings',
					async read(signal) {
						const {findingsOf} = await collectors();
						return findingsOf(signal, key);
					},
					reuse: reuseList,
				}),
			listeners: new Set(),
			detail: nothingYet,
		};
	};

	const close = (key: string, {document, findings}: Open): void => {
		document.stop();
		findings?.stop();
		closed.add(key);
		for (const oldest of closed.values().take(Math.max(0, closed.size - mostRemembered))) {
			closed.delete(oldest);
			client.removeQueries({queryKey: ['document', oldest]});
			client.removeQueries({queryKey: ['findingsOf', oldest]});
		}
	};

	return {
		get: key => opened.get(key)?.detail ?? nothingYet,
		subscribe(key, listener) {
			const current = opened.get(key) ?? create(key);
			if (!opened.has(key)) {
				opened.set(key, current);
				closed.delete(key);
				current.document.start();
				current.findings?.start();
				update(key);
			}

			const {listeners} = current;
			// One entry for each subscription: the same function may subscribe twice.
			const entry = {listener};
			listeners.add(entry);
			return () => {
				const isLast = listeners.delete(entry) && listeners.size === 0;
				if (!isLast || opened.get(key) !== current) {
					return;
				}

				opened.delete(key);
				close(key, current);
			};
		},
		refresh() {
			for (const {document, findings} of opened.values()) {
				document.poll();
				findings?.poll();
			}
		},
		setPaused(isPausedNow) {
			isPaused = isPausedNow;
			for (const {document, findings} of opened.values()) {
				document.setPaused(isPaused);
				findings?.setPaused(isPaused);
			}
		},
		stop() {
			for (const [key, open] of opened) {
				close(key, open);
			}

			opened.clear();
		},
	};
};
