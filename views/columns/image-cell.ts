import {isUnknown, valueOf} from '../../source/model/known.js';
import {
	nodeImageAge,
	nodeImageKey,
	parseNodeImage,
	type NodeImage,
} from '../../source/model/node-image.js';
import type {NodePool} from '../../source/model/node-pool.js';
import type {Cell, CellContext} from './column.js';
import {unknownCell} from './fact-cell.js';

/**
A family whose newest image is older than this gets no more images (its operating system is retired): newest is not current there.
*/
const staleAfterDays = 90;

// A fleet runs few images: each is taken apart once, not with every sort of 5,000 pools.
const images = new Map<string, NodeImage>();
const mostImages = 2000;

const imageOf = (version: string): NodeImage => {
	let image = images.get(version);
	if (!image) {
		image = parseNodeImage(version);
		if (images.size >= mostImages) {
			images.clear();
		}

		images.set(version, image);
	}

	return image;
};

/**
Days since the build of a pool's node image; absent where the pool or the version does not tell.
*/
export const imageDays = (pool: NodePool, now: number): number | undefined => {
	const version = valueOf(pool.nodeImageVersion);
	const age = typeof version === 'string' ? nodeImageAge(imageOf(version), now) : undefined;
	return age === undefined ? undefined : Math.max(0, age);
};

const ageText = (days: number | undefined): string => (days === undefined ? 'age unknown' : `${days} d old`);

/**
A pool's node image against the newest of its family in its region: `newest`, `31 d old`, `31 d old ?` where the newest could
not be read, `not reported` where Azure does not name the image. Never `newest` for want of knowledge.
Source: agentPools `nodeImageVersion`; newest by `agentPools/upgradeProfiles/default` `latestNodeImageVersion`.
*/
export const imageCell = (pool: NodePool, {snapshot, now}: CellContext): Cell => {
	if (isUnknown(pool.nodeImageVersion)) {
		return unknownCell;
	}

	if (pool.nodeImageVersion === undefined || pool.nodeImageVersion === '') {
		return {text: 'not reported', tone: 'unknown'};
	}

	const image = imageOf(pool.nodeImageVersion);
	const newest = snapshot.latestNodeImages.get(nodeImageKey(image.family, pool.region));
	const days = imageDays(pool, now);
	if (newest === undefined || isUnknown(newest)) {
		return {text: `${ageText(days)} ?`, tone: 'unknown'};
	}

	if (newest.version.toLowerCase() !== image.version.toLowerCase()) {
		return {text: days === undefined ? 'not newest' : ageText(days), tone: days !== undefined && days <= 30 ? 'medium' : 'high'};
	}

	return days !== undefined && days > staleAfterDays ? {text: `newest, ${days} d`, tone: 'medium'} : {text: 'newest', tone: 'good'};
};
