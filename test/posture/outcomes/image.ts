import {unknown} from '../../../source/model/known.js';
import {noStandards} from '../../../source/model/standards.js';
import type {Image} from '../../../source/model/image.js';
import type {SignatureSample} from '../../../source/model/registry-contents.js';
import type {JudgeContext, Outcome} from '../../../source/posture/check.js';
import {imageChecks} from '../../../source/posture/checks/image.js';
import {signatureChecks} from '../../../source/posture/checks/registry/signatures.js';
import {counts, imageOf} from '../../support/images.js';
import {
	contextOf,
	planOf,
	registryOf,
	subscription,
} from '../../support/posture.js';
import {rowsOf, type Impossible, type OutcomeTable} from '../outcome-rows.js';

const now = Date.parse('2026-11-20T08:00:00Z');
const daysAgo = (count: number): number => now - (count * 86_400_000);

const on = contextOf({now});
const planOff = contextOf({now, containersPlans: new Map([[subscription, planOf('Free')]])});
const noPlans = contextOf({now, containersPlans: new Map()});
const scanOff = contextOf({now, containersPlans: new Map([[subscription, {...planOf('Standard'), extensions: {ContainerRegistriesVulnerabilityAssessments: false}}]])});

const approved = contextOf({now, standards: {...noStandards, approvedRegistries: ['*.azurecr.io', 'mcr.microsoft.com/oss']}});

const denied = unknown('denied', 'no right to read scans');
const unseen = unknown('not-asked', '2 of 24 clusters do not show what they run: nobody has looked inside.');

type Case = readonly [status: Outcome['status'], what: string, image: Partial<Image>, context?: JudgeContext];

const elsewhere = {
	registryKey: undefined, registryName: 'docker.io', host: 'docker.io', repository: 'library/redis', subscriptionId: '', open: undefined,
} as const;

const cves = (severity: 'critical' | 'high'): readonly Case[] => [
	['pass', 'scanned yesterday, nothing found', {scanned: daysAgo(1)}],
	['pass', 'nothing found, and it runs', {runsIn: ['/a']}],
	['fail', 'found, with a fix', {open: counts({[severity]: 2}), fixable: counts({[severity]: 1})}],
	['fail', 'found, without a fix', {open: counts({[severity]: 2})}],
	['unknown', 'nothing found, eight days ago', {scanned: daysAgo(9)}],
	['unknown', 'nothing found, and when is not told', {pushed: daysAgo(60)}],
	['unknown', 'no record', {open: undefined}],
	['unknown', 'no record, and the plan is off', {open: undefined}, planOff],
	['unknown', 'scans could not be read', {open: denied}],
	['not-applicable', 'an index', {manifest: 'index', open: undefined}],
	['not-applicable', 'of a registry outside', elsewhere],
];

const cases: Readonly<Record<string, readonly Case[]>> = {
	'image-critical-cves': cves('critical'),
	'image-high-cves': cves('high'),
	'image-running-vulnerable': [
		['pass', 'runs, nothing bad found', {runsIn: ['/a'], open: counts({medium: 3})}],
		['fail', 'runs, critical', {runsIn: ['/a'], open: counts({critical: 1, high: 2})}],
		['fail', 'runs, high', {runsIn: ['/a', '/b'], open: counts({high: 2})}],
		['unknown', 'critical, not every cluster shows what it runs', {runsElsewhere: unseen, open: counts({critical: 1})}],
		['unknown', 'runs, no record', {runsIn: ['/a'], open: undefined}],
		['unknown', 'scans could not be read', {runsIn: ['/a'], open: denied}],
		['not-applicable', 'critical, runs nowhere', {open: counts({critical: 1})}],
		['not-applicable', 'no record, runs nowhere', {open: undefined}],
	],
	'image-unscanned': [
		['pass', 'there is a record', {}],
		['pass', 'pushed just now', {open: undefined, pushed: daysAgo(0.5)}],
		['fail', 'pushed three days ago, no record', {open: undefined, pushed: daysAgo(3)}],
		['unknown', 'the registry was not read', {open: undefined, isListed: false}],
		['unknown', 'pushed nobody knows when', {open: undefined}],
		['unknown', 'scans could not be read', {open: denied}],
		['unknown', 'plans were not read', {open: undefined, pushed: daysAgo(3)}, noPlans],
		['not-applicable', 'plan off', {open: undefined, pushed: daysAgo(3)}, planOff],
		['not-applicable', 'its extension off', {open: undefined, pushed: daysAgo(3)}, scanOff],
		['not-applicable', 'a signature', {manifest: 'other', open: undefined}],
		['not-applicable', 'of a registry outside', elsewhere],
	],
	'image-scan-stale': [
		['pass', 'runs', {runsIn: ['/a'], pushed: daysAgo(90), scanned: daysAgo(40)}],
		['pass', 'pushed lately', {pushed: daysAgo(9)}],
		['pass', 'scanned lately', {pushed: daysAgo(90), scanned: daysAgo(9)}],
		['pass', 'assessed lately', {pushed: daysAgo(90), assessed: daysAgo(9)}],
		['fail', 'scanned long ago, runs nowhere', {pushed: daysAgo(90), scanned: daysAgo(40)}],
		['fail', 'assessed long ago, runs nowhere', {pushed: daysAgo(90), assessed: daysAgo(40)}],
		['unknown', 'scanned long ago, not every cluster shows what it runs', {pushed: daysAgo(90), scanned: daysAgo(40), runsElsewhere: unseen}],
		['unknown', 'no times', {}],
		['unknown', 'scans could not be read', {open: denied}],
		['not-applicable', 'no record', {open: undefined}],
		['not-applicable', 'an index', {manifest: 'index'}],
	],
	'image-from-unapproved-registry': [
		['pass', 'its own registry', {runsIn: ['/a']}, approved],
		['pass', 'a path that is approved', {
			...elsewhere, host: 'mcr.microsoft.com', repository: 'oss/kubernetes/pause', runsIn: ['/a'],
		}, approved],
		['fail', 'a host that is not', {...elsewhere, runsIn: ['/a']}, approved],
		['fail', 'a host whose name only ends alike', {...elsewhere, host: 'evilazurecr.io', runsIn: ['/a']}, approved],
		['fail', 'a path that only begins alike', {
			...elsewhere, host: 'mcr.microsoft.com', repository: 'ossuary/x', runsIn: ['/a'],
		}, approved],
		['unknown', 'not every cluster shows what it runs', {...elsewhere, runsElsewhere: unseen}, approved],
		['not-applicable', 'runs nowhere', {}, approved],
		['not-applicable', 'nothing is named', {runsIn: ['/a']}],
	],
};

const registry = registryOf('registry-premium-hardened-composed');

const signing = (sample?: SignatureSample | typeof denied): JudgeContext => contextOf({
	standards: {...noStandards, requireSignatures: true}, ...(sample && {signatures: new Map([[registry.key, sample]])}),
});

type SignatureCase = readonly [status: Outcome['status'], what: string, context: JudgeContext];

const signatures: Readonly<Record<string, readonly SignatureCase[]>> = {
	'acr-images-unsigned': [
		['pass', 'all signed', signing({signed: ['shop/frontend:1'], unsigned: []})],
		['fail', 'one is not', signing({signed: ['shop/frontend:1'], unsigned: ['shop/cart:2']})],
		['unknown', 'not read', signing()],
		['unknown', 'could not be read', signing(denied)],
		['unknown', 'no tags', signing({signed: [], unsigned: []})],
		['not-applicable', 'not asked for', contextOf()],
	],
};

const impossible: Impossible = {};

export const table: OutcomeTable = {
	rows: [
		...rowsOf(cases, (id, example) => imageChecks.find(check => check.id === id)!.judge(imageOf(example[2]), example[3] ?? on)),
		...rowsOf(signatures, (id, example) => signatureChecks.find(check => check.id === id)!.judge(registry, example[2])),
	],
	impossible,
};
