import type {Image} from '../../../model/image.js';
import type {ImageCounts} from '../../../model/image-scan.js';
import {isUnknown} from '../../../model/known.js';
import {plural} from '../../../model/plural.js';
import type {JudgeContext, Outcome} from '../../check.js';
import {planState} from '../../defender-plan-state.js';
import {
	notApplicable,
	seen,
	unknownBecause,
	unknownFact,
} from '../../outcome.js';

export const day = 86_400_000;

/**
Days in which an image that was pushed, pulled or run is scanned every day. Source: Defender for Cloud, vulnerability
assessment of registry and running images; older texts have every week for seven.
*/
export const rescanDays = 30;

/**
A result that is older says nothing of today's weaknesses.
*/
const freshDays = 8;

export const countPath = (severity: string): string => `open recommendations of severity ${severity} (properties.metadata.severity)`;

/**
What is no image of a system is never scanned; nor is one that lies in no registry of the fleet.
*/
export const unscannable = ({manifest, registryKey, host}: Image): Outcome | undefined => {
	if (manifest !== 'image') {
		return notApplicable(seen('mediaType', manifest === 'index' ? 'an index of images' : 'no image'));
	}

	return registryKey === undefined ? notApplicable(seen('registry', `${host} is no registry of this fleet`)) : undefined;
};

type Scan = {readonly counts: ImageCounts} | {readonly outcome: Outcome};

/**
What Defender found in an image, or what that it says nothing means: silence is never good news.
*/
export const scanOf = (image: Image, context: JudgeContext): Scan => {
	const {open, subscriptionId} = image;
	if (isUnknown(open)) {
		return {outcome: unknownFact(open)};
	}

	if (open !== undefined) {
		return {counts: open};
	}

	const outer = unscannable(image);
	if (outer) {
		return {outcome: outer};
	}

	const plan = planState(subscriptionId, context);
	return {
		outcome: unknownBecause(plan.state === 'off'
			? 'the plan Defender for Containers is off in its subscription: nobody scans it'
			: 'Defender has no record of this image: it was not scanned, or nothing was found'),
	};
};

const daysSince = (time: number | undefined, now: number): number | undefined => (time === undefined ? undefined : Math.floor((now - time) / day));

/**
Why an image is scanned every day now, in words; absent where nothing says so.
*/
export const rescanReason = ({pushed, runsIn}: Image, now: number): string | undefined => {
	if (runsIn.length > 0) {
		return `it runs in ${plural(runsIn.length, 'cluster')}`;
	}

	const age = daysSince(pushed, now);
	return age !== undefined && age <= rescanDays ? `it was pushed within ${rescanDays} d` : undefined;
};

/**
Why a result without findings says nothing of today; absent where it does.
*/
export const staleness = (image: Image, now: number): Outcome | undefined => {
	const {scanned} = image;
	const age = daysSince(scanned, now);
	if (age !== undefined) {
		return age <= freshDays ? undefined : unknownBecause(`nothing was found ${age} d ago, and it was not scanned since`);
	}

	return rescanReason(image, now) === undefined ? unknownBecause('nothing was found, and when it was last scanned is not told: it was not pushed within 30 d, and does not run as far as that shows') : undefined;
};
