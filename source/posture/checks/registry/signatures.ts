import type {Registry} from '../../../model/registry.js';
import {isUnknown, unknown} from '../../../model/known.js';
import {noStandards} from '../../../model/standards.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {acrCommand} from '../../commands.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
	unknownFact,
} from '../../outcome.js';

const referrersPath = 'referrers of the newest tags';

const mostNames = 3;

const notRead = unknown('not-asked', 'What this registry holds has not been read: open its Images tab with --images.');

const judge = ({key}: Registry, {signatures, standards = noStandards}: JudgeContext): Outcome => {
	if (!standards.requireSignatures) {
		return notApplicable(seen('requireSignatures (config file)', 'off'));
	}

	const sample = signatures?.get(key) ?? notRead;
	if (isUnknown(sample)) {
		return unknownFact(sample);
	}

	const {signed, unsigned} = sample;
	if (unsigned.length > 0) {
		return fail([seen(referrersPath, `no signature on ${unsigned.slice(0, mostNames).join(', ')}`)], {detail: `${unsigned.length} of ${signed.length + unsigned.length} of the newest tags have none.`});
	}

	return signed.length === 0 ? unknownBecause('it lists no tag whose signature could be looked for') : pass(seen(referrersPath, `${signed.length} signed`));
};

/**
Judged of the registry: a signature is asked for of whatever is pushed there, and few tags of each are looked at.
*/
export const signatureChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-images-unsigned',
		kind: 'registry',
		title: 'No signatures found on recent tags',
		severity: 'low',
		why: 'Nothing can tell at admission whether an unsigned image is the one that was built.',
		decidedBy: 'GET /v2/{repository}/referrers/{digest}, artifactType application/vnd.cncf.notary.signature or a cosign signature, of the newest tags (registry data plane); requireSignatures of the config file',
		references: {mcsb: ['DS-6'], azurePolicy: ['cf426bb8-b320-4321-8545-1b784a5df3a4']},
		fix: registry => ({
			command: `${acrCommand('show', registry, '--query loginServer')} # then: notation sign LOGIN_SERVER/REPOSITORY@DIGEST`,
			effect: 'Tells where to sign; it changes nothing. notation sign adds a signature beside the image, and enforcing it (Ratify, image integrity) is a second step.',
		}),
		judge,
	},
];
