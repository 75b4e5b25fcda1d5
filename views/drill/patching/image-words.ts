import {isUnknown} from '../../../source/model/known.js';
import {
	nodeImageAge,
	nodeImageKey,
	parseNodeImage,
	type LatestNodeImages,
	type NodeImage,
} from '../../../source/model/node-image.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import type {Line} from '../../theme.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';

/**
AKS publishes Linux images weekly and Windows images monthly: a family whose newest image is older than this many days
gets none any more, and being on it is not being current. The IMAGE column has the same limit.
*/
const retiredAfter = 90;

/**
An image that is newer than this many days is no concern.
*/
const freshUntil = 30;

const days = (age: number): string => (age <= 0 ? 'built today' : `${age} d old`);

const ageLine = (image: NodeImage, now: number): Line => {
	const age = nodeImageAge(image, now);
	return age === undefined ? words(' (its version carries no date)', 'dim') : [{text: ' ('}, {text: days(age), tone: age > retiredAfter ? 'high' : (age > freshUntil ? 'medium' : 'good')}, {text: ')'}];
};

/**
The image that a pool's nodes run, with its age.
*/
export const imageLine = ({nodeImageVersion}: NodePool, now: number): Line => {
	if (isUnknown(nodeImageVersion)) {
		return unknownLine(nodeImageVersion);
	}

	return nodeImageVersion === undefined
		? words('not reported', 'unknown')
		: [{text: nodeImageVersion}, ...ageLine(parseNodeImage(nodeImageVersion), now)];
};

const comparison = (current: NodeImage, newest: NodeImage, now: number): Line => {
	const newestAge = nodeImageAge(newest, now);
	if (current.version.toLowerCase() === newest.version.toLowerCase()) {
		return newestAge !== undefined && newestAge > retiredAfter
			? words(`newest of its family, which got no image for ${newestAge} d: the operating system may be retired`, 'high')
			: words('newest in its region', 'good');
	}

	const gap = current.built === undefined || newest.built === undefined
		? undefined
		: Math.round((Date.parse(newest.built) - Date.parse(current.built)) / 86_400_000);
	if (gap !== undefined && gap < 0) {
		return [{text: newest.version}, {text: ` (the pool is ${-gap} d ahead of it)`, tone: 'dim'}];
	}

	return [
		{text: newest.version},
		...ageLine(newest, now),
		{text: gap === undefined ? ', not what the pool runs' : `, the pool is ${gap} d behind`, tone: gap !== undefined && gap <= freshUntil ? 'medium' : 'high'},
	];
};

/**
The newest image of the pool's family in its region, and how far the pool is behind it.
*/
export const newestImageLine = (pool: NodePool, latest: LatestNodeImages, now: number): Line => {
	const version = pool.nodeImageVersion;
	if (version === undefined || isUnknown(version)) {
		return words('cannot be told: the pool\'s own image is not known', 'unknown');
	}

	const current = parseNodeImage(version);
	const newest = latest.get(nodeImageKey(current.family, pool.region));
	if (newest === undefined) {
		return words(`unknown: the newest image in ${pool.region} has not been read yet`, 'unknown');
	}

	return isUnknown(newest) ? unknownLine(newest) : comparison(current, newest, now);
};
