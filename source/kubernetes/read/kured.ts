import {Branch} from '../../azure/read/branch.js';
import type {Kured} from '../../model/inside.js';
import {isUnknown, valueOf, type Fact} from '../../model/known.js';
import {listOf} from './list-of.js';
import {readDaemonSet, type DaemonSet} from './daemon-set.js';

type Lock = Kured['locks'][number];

const lockNames = ['kured.dev/kured-node-lock', 'weave.works/kured-node-lock'] as const;

/**
More than 500 nodes that hold a lock at once would need.
*/
const longestLock = 100_000;

const nanosecondsInMillisecond = 1_000_000;

/**
The flags of its container, as `--name=value` or in two words.
*/
const flagsOf = (set: DaemonSet): readonly string[] => {
	const containers = listOf(set.root.child('spec').child('template').child('spec'), 'containers', container => [
		...valueOf(container.texts('command')) ?? [],
		...valueOf(container.texts('args')) ?? [],
	]);
	return (valueOf(containers) ?? []).flat();
};

const flagOf = (flags: readonly string[], name: string): string | undefined => {
	const index = flags.findIndex(flag => flag === `--${name}` || flag.startsWith(`--${name}=`));
	const flag = flags[index];
	if (flag === undefined) {
		return undefined;
	}

	const next = flags[index + 1] ?? '';
	return flag.includes('=') ? flag.slice(flag.indexOf('=') + 1) : (next.startsWith('-') ? '' : next);
};

/**
A lock without the time when it was taken is a person's: Kured always writes it.
*/
const readLock = (lock: Branch, now: number): Lock | undefined => {
	const node = valueOf(lock.text('nodeID', 253));
	if (node === undefined || node === '') {
		return undefined;
	}

	const since = valueOf(lock.text('created', 64));
	const ttl = valueOf(lock.number('TTL')) ?? 0;
	const isOver = ttl > 0 && since !== undefined && Date.parse(since) + (ttl / nanosecondsInMillisecond) < now;
	return isOver ? undefined : {node, since, isManual: since === undefined || node === 'manual'};
};

const locksOf = (text: string | undefined, now: number): readonly Lock[] => {
	if (text === undefined || text.length > longestLock) {
		return [];
	}

	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch {
		return [];
	}

	const lock = Branch.of(document);
	const several = valueOf(lock.list('locks')) ?? [];
	return [lock, ...several.slice(0, 1000).map(element => Branch.of(element))].map(one => readLock(one, now)).filter(one => one !== undefined);
};

const isKured = ({name, labels, root}: DaemonSet): boolean => {
	const images = listOf(root.child('spec').child('template').child('spec'), 'containers', container => valueOf(container.text('image')) ?? '');
	return name === 'kured' || labels.raw('app.kubernetes.io/name') === 'kured' || (valueOf(images) ?? []).some(image => /\/kured(?:$|[:@])/v.test(image));
};

/**
Reads Kured's DaemonSet, and from its annotation who holds its lock; nothing where it is another DaemonSet. Never throws.
Source: kubereboot/kured cmd/kured/main.go, pkg/daemonsetlock/daemonsetlock.go.

@param now Milliseconds since 1970; a lock whose time is over is not held.
*/
export const readKured = (document: unknown, now: number): Fact<Kured | undefined> => {
	const set = readDaemonSet(document);
	if (!isKured(set)) {
		return undefined;
	}

	const flags = flagsOf(set);
	const own = flagOf(flags, 'lock-annotation');
	const annotates = flagOf(flags, 'annotate-nodes');
	const lock = [own, ...lockNames].map(name => (name === undefined ? undefined : set.annotations.raw(name))).find(value => value !== undefined);
	const presence = set.annotations.presence();
	return isUnknown(presence)
		? presence
		: {
			namespace: set.namespace,
			desired: set.desired,
			ready: set.ready,
			annotatesNodes: annotates !== undefined && annotates.toLowerCase() !== 'false',
			locks: locksOf(typeof lock === 'string' ? lock : undefined, now),
		};
};
