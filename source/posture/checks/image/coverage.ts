import type {Image} from '../../../model/image.js';
import {isUnknown, unknown, valueOf} from '../../../model/known.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {planState} from '../../defender-plan-state.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
	unknownFact,
} from '../../outcome.js';
import {importAgain} from './fixes.js';
import {
	day,
	rescanDays,
	rescanReason,
	unscannable,
} from './scan-of.js';

const rowPath = 'microsoft.security/assessments of the image';
const pushedPath = 'createdTime of the manifest';

/**
A scan follows a push within hours; a day is enough for a slow one.
*/
const firstScanDays = 1;

const registryScan = 'ContainerRegistriesVulnerabilityAssessments';

/**
Why nobody is to scan the registry of an image: then that it is not scanned is the plan's failure, and judged there.
*/
const switchedOff = (image: Image, context: JudgeContext): Outcome | undefined => {
	const plan = planState(image.subscriptionId, context);
	if (plan.state === 'off') {
		return notApplicable(plan.because);
	}

	if (plan.state === 'unknown') {
		return unknownBecause(plan.reason);
	}

	const extensions = valueOf(valueOf(context.containersPlans.get(image.subscriptionId))?.extensions);
	return extensions?.[registryScan] === false ? notApplicable(seen(`extensions ${registryScan}`, 'False')) : undefined;
};

const judgeUnscanned = (image: Image, context: JudgeContext): Outcome => {
	const outer = unscannable(image) ?? switchedOff(image, context);
	if (outer) {
		return outer;
	}

	const {open, isListed, pushed} = image;
	if (isUnknown(open)) {
		return unknownFact(open);
	}

	if (open !== undefined) {
		return pass(seen(rowPath, 'there are some'));
	}

	if (!isListed) {
		return unknownFact(unknown('not-asked', 'What this registry holds has not been read: open its Images tab with --images.'));
	}

	if (pushed === undefined) {
		return unknownBecause('when it was pushed is not told');
	}

	const days = Math.floor((context.now - pushed) / day);
	return days < firstScanDays
		? pass(seen(pushedPath, 'less than a day ago'))
		: fail([seen(rowPath, undefined), seen(pushedPath, new Date(pushed).toISOString().slice(0, 10))], {detail: `It was pushed ${days} d ago, and Defender has no record of it.`});
};

const judgeStale = (image: Image, context: JudgeContext): Outcome => {
	const outer = unscannable(image);
	if (outer) {
		return outer;
	}

	const {
		open, scanned, assessed, pushed, runsElsewhere,
	} = image;
	if (isUnknown(open)) {
		return unknownFact(open);
	}

	if (open === undefined) {
		return notApplicable(seen(rowPath, undefined));
	}

	const {now} = context;
	const reason = rescanReason(image, now);
	if (reason !== undefined) {
		return pass(seen('scanned every day', reason));
	}

	const last = scanned ?? assessed;
	if (last === undefined || pushed === undefined) {
		return unknownBecause(`${last === undefined ? 'when it was last assessed' : 'when it was pushed'} is not told`);
	}

	const days = Math.floor((now - last) / day);
	if (days <= rescanDays) {
		return pass(seen(scanned === undefined ? 'properties.status.statusChangeDate' : 'properties.timeGenerated', `within ${rescanDays} d`));
	}

	return runsElsewhere
		? unknownFact(runsElsewhere)
		: fail([seen(scanned === undefined ? 'properties.status.statusChangeDate' : 'properties.timeGenerated', new Date(last).toISOString().slice(0, 10)), seen(pushedPath, new Date(pushed).toISOString().slice(0, 10))], {
			detail: `The last result is ${days} d old: it was not pushed since and runs nowhere. Whether it was pulled is not told.`,
		});
};

export const coverageChecks: ReadonlyArray<Check<'image'>> = [
	{
		id: 'image-unscanned',
		kind: 'image',
		title: 'Image in a covered registry has no scan result',
		severity: 'high',
		why: 'That nothing is said of an image does not mean that nothing is wrong with it.',
		decidedBy: 'manifests of the registry (data plane, /acr/v1/{repository}/_manifests) without an assessment of their digest, a day after createdTime',
		references: {mcsb: ['DS-6', 'PV-5']},
		fix: image => importAgain(image, 'Where no result comes of it, let Defender past the registry\'s network rules: az acr update --allow-trusted-services true.'),
		judge: judgeUnscanned,
	},
	{
		id: 'image-scan-stale',
		kind: 'image',
		title: 'Image is outside the rescan window',
		severity: 'medium',
		why: 'An image that is neither pushed, pulled nor run for 30 days is not scanned any more: weaknesses found since do not show.',
		decidedBy: 'createdTime of the manifest or LastPushedToRegistryUTC, where it runs, and properties.timeGenerated or properties.status.statusChangeDate of its newest assessment',
		references: {},
		fix: image => importAgain(image, 'What nobody needs any more is better deleted: az acr repository delete.'),
		judge: judgeStale,
	},
];
