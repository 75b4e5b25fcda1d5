import type {Image} from '../../../model/image.js';
import {noStandards} from '../../../model/standards.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownFact,
} from '../../outcome.js';
import {isApprovedHost} from '../../approved-host.js';
import {bringIn} from './fixes.js';

const imagePath = 'spec.containers[].image';

const judge = (image: Image, {standards = noStandards}: JudgeContext): Outcome => {
	const {approvedRegistries} = standards;
	if (approvedRegistries.length === 0) {
		return notApplicable(seen('approvedRegistries (config file)', undefined));
	}

	const {runsIn, runsElsewhere, host, repository} = image;
	if (runsIn.length === 0) {
		return runsElsewhere ? unknownFact(runsElsewhere) : notApplicable(seen(imagePath, 'runs nowhere'));
	}

	return isApprovedHost(host, repository, approvedRegistries)
		? pass(seen(imagePath, host))
		: fail([seen(imagePath, host), seen('approvedRegistries (config file)', approvedRegistries)]);
};

export const approvedChecks: ReadonlyArray<Check<'image'>> = [
	{
		id: 'image-from-unapproved-registry',
		kind: 'image',
		title: 'Pods run an image from an unapproved registry',
		severity: 'medium',
		why: 'Nobody here scans, signs or keeps what a registry outside holds, and it may change or vanish overnight.',
		decidedBy: `Pods ${imagePath} from a look inside, against approvedRegistries of the config file`,
		references: {cisAks: ['5.1.4'], mcsb: ['PV-2'], azurePolicy: ['febd0533-8e55-448f-b837-bd0e06f16469']},
		fix: bringIn,
		judge,
	},
];
