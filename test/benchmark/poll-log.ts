import {readFileSync} from 'node:fs';
import {sourceNames} from '../../source/fleet/sources.js';
import {rest} from './program.js';

const patience = 120_000;

const pause = 100;

/**
When nothing was asked or answered for so many milliseconds, everything has been read: the demo answers within 40, and no work between two answers takes as long.
*/
const silence = 3000;

type Entry = {readonly event: string; readonly at: string; readonly source?: string; readonly host?: string; readonly path?: string; readonly ms?: number};

/**
What is asked of each cluster by itself, one a second, by Azure or by its own API: of a thousand it goes on for long after the fleet was read.
*/
const ofOneCluster = /\/(?:diagnosticsettings|maintenanceconfigurations|eventtypes|listclusterusercredential)(?:\/|$)|^\/(?:apis?\/|version$)/iv;

const isLook = ({path = ''}: Entry): boolean => ofOneCluster.test(path);

/**
What the program has logged so far; a line that is being written is left out.
*/
const readLog = (file: string): readonly Entry[] => {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return [];
	}

	return text.split('\n').slice(0, -1).map(line => JSON.parse(line) as Entry);
};

export const countRequests = (file: string): number => readLog(file).filter(({event}) => event === 'request').length;

const clusterInPath = /\/managedclusters\/[^\/]+/iv;

/**
Which cluster a request is for, by its resource or by the host of its own API; absent: none in particular.
*/
const clusterAsked = ({path = '', host}: Entry): string | undefined => (/^\/(?:apis?\/|version$)/v.test(path) ? host : clusterInPath.exec(path)?.[0].toLowerCase());

/**
How many clusters had a request under way at one time, at most. The log's times are whole milliseconds, so what ends as another begins counts apart; a cluster
of which Azure and its own API are asked at once counts twice.
*/
export const mostClustersAsked = (file: string): number => {
	const moments = readLog(file).flatMap(entry => {
		const cluster = entry.event === 'request' ? clusterAsked(entry) : undefined;
		const end = Date.parse(entry.at);
		return cluster === undefined ? [] : [{at: end - (entry.ms ?? 0), cluster, by: 1}, {at: end, cluster, by: -1}];
	}).toSorted((one, other) => (one.at === other.at ? one.by - other.by : one.at - other.at));
	const asked = new Map<string, number>();
	let most = 0;
	for (const {cluster, by} of moments) {
		const count = (asked.get(cluster) ?? 0) + by;
		if (count === 0) {
			asked.delete(cluster);
		} else {
			asked.set(cluster, count);
		}

		most = Math.max(most, asked.size);
	}

	return most;
};

/**
What is read only where somebody asks for it: a fleet for measuring does not.
*/
const mayBeOff: ReadonlySet<string> = new Set(['principals']);

/**
Waits until every source was read, to its last page, and nothing is under way any more.

@param after requests before what is waited for began
@throws naming what was not read in time
*/
export const waitUntilRead = async (file: string, after = 0): Promise<void> => {
	const end = performance.now() + patience;
	let length = 0;
	let changedAt = performance.now();
	for (;;) {
		const log = readLog(file).filter(entry => !isLook(entry));
		if (log.length !== length) {
			length = log.length;
			changedAt = performance.now();
		}

		const read = new Set(log.map(({event, source}) => (event === 'poll' ? source : undefined)));
		const missing = sourceNames.filter(name => !read.has(name) && !mayBeOff.has(name));
		if (missing.length === 0 && countRequests(file) > after && performance.now() - changedAt > silence) {
			return;
		}

		if (performance.now() > end) {
			throw new Error(`Not read within ${patience / 1000} s: ${missing.length === 0 ? 'it never came to rest' : missing.join(', ')}.`);
		}

		// eslint-disable-next-line no-await-in-loop
		await rest(pause);
	}
};
