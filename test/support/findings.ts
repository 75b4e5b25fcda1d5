import {readFinding} from '../../source/azure/read/finding.js';
import type {Finding} from '../../source/model/finding.js';
import type {Verdict} from '../../source/posture/check.js';
import {createListing, type Listing} from '../../source/posture/defender/listing.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../../source/posture/outcome.js';
import type {ResourcePosture} from '../../source/posture/posture.js';
import {readDocument, type Json} from './azure-documents.js';

/**
What was written down as read by a list call, as findings.
*/
export const findingsIn = (file: string): readonly Finding[] => {
	const {value, data} = readDocument(file) as {readonly value?: readonly Json[]; readonly data?: readonly Json[]};
	return (value ?? data ?? [readDocument(file)]).map(document => readFinding(document)).filter(finding => finding !== undefined);
};

const outcomes = {
	fail: fail([seen('properties.example', false)]),
	pass: pass(seen('properties.example', true)),
	unknown: unknownBecause('nobody could read it'),
	'not-applicable': notApplicable(seen('properties.example', undefined)),
	accepted: fail([seen('properties.example', false)]),
};

export type Said = keyof typeof outcomes;

export const verdictOf = (checkId: string, said: Said): Verdict => ({
	checkId,
	outcome: outcomes[said],
	severity: 'high',
	...(said === 'accepted' && {
		accepted: {
			from: 'file', reason: 'known', by: 'team', until: undefined, at: 'decisions.yaml:1',
		},
	}),
});

/**
Postures in which these checks say this: resource key → check id → outcome.
*/
export const posturesOf = (said: Readonly<Record<string, Readonly<Record<string, Said>>>>): ReadonlyMap<string, ResourcePosture> =>
	new Map(Object.entries(said).map(([key, verdicts]) => [key, {
		key,
		verdicts: Object.entries(verdicts).map(([id, outcome]) => verdictOf(id, outcome)),
		failed: {
			critical: 0, high: 0, medium: 0, low: 0, info: 0,
		},
		unknown: 0,
		passed: 0,
		accepted: 0,
		worst: undefined,
		score: undefined,
	}]));

/**
Lists in which these resources stand, of subscriptions that answered to the end.
*/
export const listingOf = (keys: readonly string[], complete: readonly string[], readAt: number | undefined): Listing => createListing([
	{
		type: '/microsoft.containerservice/managedclusters/', keys: new Set(keys), complete: new Set(complete), readAt,
	},
	{
		type: '/microsoft.containerregistry/registries/', keys: new Set(keys), complete: new Set(complete), readAt,
	},
]);
