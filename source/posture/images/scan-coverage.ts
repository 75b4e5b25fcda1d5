import type {DefenderPlan} from '../../model/defender-plan.js';
import type {Image} from '../../model/image.js';
import {isUnknown, valueOf, type Fact} from '../../model/known.js';

/**
What makes Defender scan an image. Source: Defender for Cloud, vulnerability assessment for images; older texts have the
recently pulled ones every week, and running ones every seven days where the sensor is.
*/
export const scanTriggers = ['push', 'import', 'pull', 'running'] as const;

export type ScanTrigger = (typeof scanTriggers)[number];

/**
What each means today, in words.
*/
export const triggerWords: Readonly<Record<ScanTrigger, readonly [name: string, today: string]>> = {
	push: ['on push', 'within hours, then every day for 30 days'],
	import: ['on import', 'as a push, where the image is of a kind that is supported'],
	pull: ['recently pulled', 'every day for 30 days after a pull (older texts: every week)'],
	running: ['continuous', 'every day for as long as it runs (older texts: every 7 days, and with the sensor)'],
};

export type ScanState = 'covered' | 'not-covered' | 'unknown';

export type ScanCoverage = {
	readonly state: ScanState;
	/**
	The trigger that scans it now; absent where none is known to.
	*/
	readonly by: ScanTrigger | undefined;
	/**
	Why, in one sentence.
	*/
	readonly why: string;
	/**
	When the last scan was at the latest, milliseconds since 1970, and whether it may have been later: Defender tells when a result changed.
	*/
	readonly last: number | undefined;
	readonly isAtLeast: boolean;
	/**
	When the next one is due, milliseconds since 1970; absent where none is, or none can be told.
	*/
	readonly next: number | undefined;
	readonly triggers: Readonly<Record<ScanTrigger, ScanState>>;
};

const day = 86_400_000;

const windowDays = 30;

const nothing: ScanCoverage['triggers'] = {
	push: 'not-covered', import: 'not-covered', pull: 'not-covered', running: 'not-covered',
};

const untold: ScanCoverage['triggers'] = {
	push: 'unknown', import: 'unknown', pull: 'unknown', running: 'unknown',
};

/**
Why nobody scans an image whatever happens to it; absent where somebody would.
*/
const outOfReach = ({manifest, registryKey, host, open}: Image, plan: Fact<DefenderPlan | undefined>): Pick<ScanCoverage, 'state' | 'why'> | undefined => {
	if (manifest !== 'image') {
		return {state: 'not-covered', why: manifest === 'index' ? 'An index of images is not scanned: the images in it are.' : 'It is no image of a system: signatures and charts are not scanned.'};
	}

	if (registryKey === undefined) {
		return {state: 'not-covered', why: `${host} is no registry of this fleet: only what runs of it is looked at.`};
	}

	if (isUnknown(plan)) {
		return {state: 'unknown', why: plan.reason};
	}

	const tier = valueOf(plan?.tier);
	if (tier !== 'Standard') {
		return tier === 'Free'
			? {state: 'not-covered', why: 'The plan Defender for Containers is off in its subscription.'}
			: {state: 'unknown', why: 'Whether the plan Defender for Containers is on in its subscription is not known.'};
	}

	if (valueOf(plan?.extensions)?.ContainerRegistriesVulnerabilityAssessments === false) {
		return {state: 'not-covered', why: 'The plan is on, and its extension for registries (ContainerRegistriesVulnerabilityAssessments) is off.'};
	}

	return isUnknown(open) ? {state: 'unknown', why: open.reason} : undefined;
};

const within = (time: number | undefined, now: number): ScanState => (time === undefined ? 'unknown' : (now - time <= windowDays * day ? 'covered' : 'not-covered'));

const runningState = ({runsIn, runsElsewhere}: Image): ScanState => (runsIn.length > 0 ? 'covered' : (runsElsewhere ? 'unknown' : 'not-covered'));

const nextOf = (image: Image, by: ScanTrigger | undefined, last: number | undefined, now: number): number | undefined => {
	if (by === undefined) {
		return undefined;
	}

	const first = last ?? image.pushed;
	// A result that did not change tells of no later scan: then it is some time in the next day.
	return day + (first !== undefined && first + day > now ? first : now);
};

/**
Tells how an image is scanned: by which of the four triggers, when last and when next, or why not. Never throws.

@param plan The plan `Containers` of its subscription.
@param now Milliseconds since 1970.
*/
export const scanCoverage = (image: Image, plan: Fact<DefenderPlan | undefined>, now: number): ScanCoverage => {
	const {open, scanned, assessed, pushed} = image;
	const last = scanned ?? assessed;
	const known = {last, isAtLeast: scanned === undefined};
	const outer = outOfReach(image, plan);
	if (outer) {
		return {
			...outer, ...known, by: undefined, next: undefined, triggers: outer.state === 'unknown' ? untold : nothing,
		};
	}

	// Neither the registry nor Defender tells a push from an import, or when it was pulled: one of the two brought it in, whichever it was.
	const push = within(pushed, now);
	const running = runningState(image);
	const triggers = {
		push, import: push === 'covered' ? 'unknown' : push, pull: 'unknown', running,
	} as const;
	const by = running === 'covered' ? 'running' : (push === 'covered' ? 'push' : undefined);
	const isOverdue = open === undefined && pushed !== undefined && now - pushed > day;
	if (isOverdue && image.isListed) {
		return {
			...known, state: 'not-covered', by: undefined, why: 'It is in the registry for more than a day, and Defender has no record of it: a kind or size that is not supported, or the registry shuts Defender out.', next: undefined, triggers,
		};
	}

	if (by !== undefined) {
		return {
			...known, state: 'covered', by, why: by === 'running' ? 'It runs now.' : 'It came by a push or an import within 30 days; the registry does not tell which, and either is scanned.', next: nextOf(image, by, last, now), triggers,
		};
	}

	return {
		...known,
		state: 'unknown',
		by: undefined,
		why: `${push === 'unknown' ? 'When it was pushed is not told' : 'It was not pushed within 30 days'}, and it does not run as far as that shows: it is scanned only if it was pulled, which is not told.`,
		next: undefined,
		triggers,
	};
};
