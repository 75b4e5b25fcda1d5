import type {Image} from '../../../model/image.js';
import type {ImageCounts} from '../../../model/image-scan.js';
import {plural} from '../../../model/plural.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownFact,
} from '../../outcome.js';
import {rebuild} from './fixes.js';
import {
	countPath,
	scanOf,
	staleness,
	unscannable,
} from './scan-of.js';

const fixWords = (fixable: number, count: number): string => {
	if (fixable === 0) {
		return 'No fixed version is known yet.';
	}

	return fixable === count ? 'All have a fixed version.' : `${fixable} of ${count} have a fixed version.`;
};

const judgeSeverity = (image: Image, context: JudgeContext, severity: 'critical' | 'high', decide: (count: number, fixable: number) => Outcome): Outcome => {
	const outer = image.manifest === 'image' ? undefined : unscannable(image);
	if (outer) {
		return outer;
	}

	const scan = scanOf(image, context);
	if ('outcome' in scan) {
		return scan.outcome;
	}

	const count = scan.counts[severity];
	return count > 0
		? decide(count, image.fixable?.[severity] ?? 0)
		: staleness(image, context.now) ?? pass(seen(countPath(severity), '0'));
};

const failed = (severity: 'critical' | 'high', count: number, fixable: number, milder?: 'info'): Outcome =>
	fail([seen(countPath(severity), String(count))], {...(milder !== undefined && {severity: milder}), detail: fixWords(fixable, count)});

const worstOf = ({critical, high}: ImageCounts): 'critical' | 'high' | undefined => (critical > 0 ? 'critical' : (high > 0 ? 'high' : undefined));

const runPath = 'status.containerStatuses[].imageID, and Defender\'s running images';

const judgeRunning = (image: Image, context: JudgeContext): Outcome => {
	const {runsIn, runsElsewhere} = image;
	const scan = scanOf(image, context);
	if ('outcome' in scan) {
		return runsElsewhere !== undefined || runsIn.length > 0 || scan.outcome.status === 'not-applicable' ? scan.outcome : notApplicable(seen(runPath, 'runs nowhere'));
	}

	const worst = worstOf(scan.counts);
	if (worst === undefined) {
		return pass(seen(countPath('critical or high'), '0'));
	}

	if (runsIn.length === 0) {
		return runsElsewhere ? unknownFact(runsElsewhere) : notApplicable(seen(runPath, 'runs nowhere'));
	}

	const where = `runs in ${plural(runsIn.length, 'cluster')}`;
	return fail([seen(countPath(worst), String(scan.counts[worst])), seen(runPath, where)], worst === 'high' ? {severity: 'high'} : {});
};

/**
Decided by what Defender found, of which the fleet holds counts alone; which packages and weaknesses they are is read when
the image is opened.
*/
export const cveChecks: ReadonlyArray<Check<'image'>> = [
	{
		id: 'image-critical-cves',
		kind: 'image',
		title: 'Critical vulnerabilities in an image',
		severity: 'critical',
		why: 'Its weaknesses are published: whoever reaches the container needs only to read how.',
		decidedBy: 'securityresources, type microsoft.security/assessments, resourceDetails of type containerimage: properties.metadata.severity of those that are Unhealthy (counted by Resource Graph)',
		references: {cisAks: ['5.1.1'], mcsb: ['DS-6', 'PV-5', 'PV-6'], azurePolicy: ['090c7b07-b4ed-4561-ad20-e9075f3ccaff']},
		fix: rebuild,
		judge: (image, context) => judgeSeverity(image, context, 'critical', (count, fixable) => failed('critical', count, fixable)),
	},
	{
		id: 'image-high-cves',
		kind: 'image',
		title: 'High vulnerabilities in an image',
		severity: 'high',
		why: 'Most of them go away with a newer base image; those without a fixed version yet are told and count for nothing.',
		decidedBy: 'securityresources, type microsoft.security/assessments, resourceDetails of type containerimage: properties.metadata.severity and additionalData.FixedVersion of those that are Unhealthy (counted by Resource Graph)',
		references: {cisAks: ['5.1.1'], mcsb: ['DS-6', 'PV-6'], azurePolicy: ['090c7b07-b4ed-4561-ad20-e9075f3ccaff']},
		fix: rebuild,
		judge: (image, context) => judgeSeverity(image, context, 'high', (count, fixable) => failed('high', count, fixable, fixable === 0 ? 'info' : undefined)),
	},
	{
		id: 'image-running-vulnerable',
		kind: 'image',
		title: 'A vulnerable image is running now',
		severity: 'critical',
		why: 'What runs can be attacked; what only lies in a registry has to be started first.',
		decidedBy: 'the findings of the image, and where it runs: Pods status.containerStatuses[].imageID from a look inside, or securityresources of type K8s-container',
		references: {mcsb: ['DS-6', 'PV-6'], azurePolicy: ['17f4b1cc-c55c-4d94-b1f9-2978f6ac2957']},
		fix: rebuild,
		judge: judgeRunning,
	},
];
