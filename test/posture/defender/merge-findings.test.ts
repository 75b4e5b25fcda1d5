import test from 'ava';
import fc from 'fast-check';
import type {Finding} from '../../../source/model/finding.js';
import {relationOf, type DefenderView, type FindingPlace} from '../../../source/posture/defender/defender-view.js';
import {createMerge, mergeFindings, type MergeInput} from '../../../source/posture/defender/merge-findings.js';
import {evaluationInterval} from '../../../source/posture/defender/subject-says.js';
import {
	findingsIn,
	listingOf,
	posturesOf,
	type Said,
} from '../../support/findings.js';

const findings = findingsIn('security/assessments-list-composed.json');
const [image] = findingsIn('security/assessment-container-image-individual-composed.json');
const subscription = '00000000-0000-0000-0000-0000000000a1';
const shop = `/subscriptions/${subscription}/resourcegroups/rg-shop/providers/microsoft.containerservice/managedclusters/aks-shop`;
const lab = `/subscriptions/${subscription}/resourcegroups/rg-shop/providers/microsoft.containerservice/managedclusters/aks-lab`;
const registry = `/subscriptions/${subscription}/resourcegroups/rg-shop/providers/microsoft.containerregistry/registries/acrshop`;
const sensor = 'aks-defender-sensor-missing';
const later = Date.parse('2026-11-25T12:00:00Z');
const everything = listingOf([shop, lab, registry], [subscription], later);

const input = (members: Partial<MergeInput> = {}): MergeInput => ({
	findings, postures: new Map(), listing: everything, now: later, ...members,
});

const sensorFinding = (key: string): Finding => findings.find(({assessmentKey, resourceKey}) => assessmentKey === '56a83a6e-c417-42ec-b567-1e6fcb3d09a9' && resourceKey === key)!;

const run = (merge: ReturnType<typeof createMerge>, given: MergeInput): DefenderView => {
	const steps = merge(given);
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
};

const viewOf = (members: Partial<MergeInput>) => mergeFindings(input(members));

const placeOf = (finding: Finding, members: Partial<MergeInput>): FindingPlace => relationOf(viewOf(members), finding).place;

const saying = (said: Said, key = shop) => ({postures: posturesOf({[key]: {[sensor]: said}})});

test('a recommendation that says the same as a failing check is one line with it', t => {
	const finding = sensorFinding(shop);
	const view = viewOf(saying('fail'));
	t.is(view.byVerdict.get(`${shop}#${sensor}`), finding);
	t.deepEqual(relationOf(view, finding), {place: 'check', verdict: {resourceKey: shop, checkId: sensor, standing: 'fail'}});
	t.false(view.standalone.includes(finding));
});

test('an accepted failure takes the finding with it; a check that could not be read leaves it to count by itself', t => {
	t.is(placeOf(sensorFinding(shop), saying('accepted')), 'check');
	t.is(placeOf(sensorFinding(shop), saying('unknown')), 'own');
	t.is(placeOf(sensorFinding(shop), saying('not-applicable')), 'own');
	t.is(viewOf(saying('unknown')).byVerdict.get(`${shop}#${sensor}`), sensorFinding(shop));
});

test('what Azure reads otherwise, later than Defender looked, is fixed; what Defender saw later is not', t => {
	const evaluated = Date.parse('2026-08-14T06:12:44.118Z');
	t.is(placeOf(sensorFinding(shop), saying('pass')), 'fixed');
	t.is(placeOf(sensorFinding(shop), {...saying('pass'), listing: listingOf([shop, lab, registry], [subscription], evaluated - 1)}), 'own');
	t.is(placeOf(sensorFinding(shop), {...saying('pass'), listing: listingOf([shop, lab, registry], [subscription], undefined)}), 'own');
});

test('what Azure reads otherwise for longer than Defender needs to look again is a difference of opinion, and counts', t => {
	const merge = createMerge();
	const at = (now: number, said: Said) => {
		const view = run(merge, input({...saying(said), now}));
		return relationOf(view, sensorFinding(shop)).place;
	};

	t.is(at(later, 'pass'), 'fixed');
	t.is(at(later + evaluationInterval - 1, 'pass'), 'fixed');
	t.is(at(later + evaluationInterval, 'pass'), 'own');
	t.is(at(later + evaluationInterval + 1, 'fail'), 'check');
	t.is(at(later + evaluationInterval + 2, 'pass'), 'fixed');
});

test('since when is taken from what earlier sessions remember, as soon as that is known', t => {
	const merge = createMerge();
	const at = (now: number, passingSince?: MergeInput['passingSince']) => {
		const view = run(merge, input({...saying('pass'), now, passingSince}));
		return relationOf(view, sensorFinding(shop)).place;
	};

	const yesterday = (resourceKey: string, checkId: string): number | undefined => (resourceKey === shop && checkId === sensor ? later - evaluationInterval + 10 : undefined);
	t.is(at(later), 'fixed', 'the memory is still read');
	t.is(at(later + 1, yesterday), 'fixed');
	t.is(at(later + 9, yesterday), 'fixed');
	t.is(at(later + 10, yesterday), 'own', 'a restart gives Defender no new day');
	t.is(placeOf(sensorFinding(shop), {...saying('pass'), passingSince: () => later - evaluationInterval}), 'own');
	t.is(placeOf(sensorFinding(shop), {...saying('pass'), passingSince: () => undefined}), 'fixed');
});

test('a healthy recommendation beside a failing check stands in the view and counts nowhere', t => {
	const finding = sensorFinding(lab);
	const view = viewOf(saying('fail', lab));
	t.is(finding.status, 'healthy');
	t.is(relationOf(view, finding).place, 'closed');
	t.is(relationOf(view, finding).verdict?.standing, 'fail');
	t.is(view.byVerdict.get(`${lab}#${sensor}`), finding);
});

test('an exempt recommendation is exempt, whatever the check says', t => {
	const exempt = findings.find(({cause}) => cause === 'Exempt')!;
	t.is(placeOf(exempt, {}), 'exempt');
	t.is(placeOf(exempt, {postures: posturesOf({[registry]: {'acr-cmk-missing': 'fail'}})}), 'exempt');
});

test('a finding is gone with its resource, and never while that could not be told', t => {
	const finding = sensorFinding(shop);
	t.is(placeOf(finding, {listing: listingOf([lab], [subscription], later)}), 'gone');
	t.is(placeOf(finding, {listing: listingOf([lab], [], later)}), 'own', 'the list is partial');
	t.is(placeOf(finding, {listing: listingOf([lab], ['another'], later)}), 'own', 'the subscription did not answer');
	const earlier = Date.parse('2026-08-01');
	t.is(placeOf(finding, {listing: listingOf([lab], [subscription], earlier)}), 'own', 'the list is older than the finding');
	t.is(placeOf({...finding, since: undefined, firstEvaluated: undefined}, {listing: listingOf([lab], [subscription], later), findings: [{...finding, since: undefined, firstEvaluated: undefined}]}), 'own', 'nobody knows when');
	t.is(placeOf(image!, {findings: [image!], listing: listingOf([], [subscription], later)}), 'gone', 'an image goes with its registry');
	t.is(placeOf(image!, {findings: [image!]}), 'own');
});

test('what is gone counts nowhere, not in the totals either, and says nothing of a verdict', t => {
	const view = viewOf({...saying('fail'), listing: listingOf([lab, registry], [subscription], later)});
	const open = findings.filter(({resourceKey, status}) => resourceKey === shop && status === 'unhealthy');
	t.true(open.length > 0);
	t.is(Object.values(view.uncounted).reduce((sum, count) => sum + count, 0), open.length);
	t.false(view.byVerdict.has(`${shop}#${sensor}`));
	t.false(view.standalone.some(({resourceKey}) => resourceKey === shop));
});

test('a grouped recommendation counts only where no individual one says it', t => {
	const grouped: Finding = {
		...image!, key: `${registry}/providers/microsoft.security/assessments/c0b7cfc6-3172-465a-b378-53c7ff2cc0d5`, assessmentKey: 'c0b7cfc6-3172-465a-b378-53c7ff2cc0d5', resourceKey: registry, isIndividual: false,
	};
	t.true(image!.isIndividual);
	t.is(placeOf(grouped, {findings: [grouped]}), 'own');
	t.is(placeOf(grouped, {findings: [grouped, image!]}), 'grouped');
	t.is(placeOf(image!, {findings: [grouped, image!]}), 'own');
});

test('a view that says the same is the same', t => {
	const merge = createMerge();
	const merged = (members: Partial<MergeInput>) => run(merge, input(members));

	const first = merged(saying('fail'));
	t.is(merged(saying('fail')), first);
	t.is(merged({...saying('fail'), findings: [...findings]}), first);
	const next = merged(saying('pass'));
	t.not(next, first);
	t.is(next.byVerdict, first.byVerdict);
});

const saids: readonly Said[] = ['fail', 'pass', 'unknown', 'not-applicable', 'accepted'];
const keys = ['56a83a6e-c417-42ec-b567-1e6fcb3d09a9', '1a2b5b4c-f80d-46e7-ac81-b51a9fb363de', 'c0b7cfc6-3172-465a-b378-53c7ff2cc0d5', 'ffffffff-0000-0000-0000-000000000000'];
const owners = [shop, lab, registry, '/subscriptions/other/resourcegroups/rg/providers/microsoft.containerservice/managedclusters/aks', '/subscriptions/x', ''];
const anyFinding = fc.record({
	assessmentKey: fc.constantFrom(...keys),
	resourceKey: fc.constantFrom(...owners, `${registry}/images/a`),
	status: fc.constantFrom<Finding['status']>('unhealthy', 'healthy', 'not-applicable', 'active', 'dismissed', 'unknown'),
	cause: fc.constantFrom('Exempt', 'OffByPolicy', undefined),
	isIndividual: fc.boolean(),
	since: fc.constantFrom('2026-08-14T06:12:44Z', 'yesterday', undefined, '2027-01-01T00:00:00Z'),
});

test('each finding stands in exactly one place, and the sums agree', t => {
	const isSound = fc.property(fc.array(anyFinding, {maxLength: 40}), fc.constantFrom(...saids), fc.subarray([shop, lab, registry]), fc.boolean(), (parts, said, listed, isComplete) => {
		const all = parts.map((part, index): Finding => ({...image!, ...part, key: `${part.resourceKey}/${index}`}));
		const view = viewOf({
			findings: all,
			postures: posturesOf({[shop]: {[sensor]: said, 'aks-api-server-public-unrestricted': said}, [lab]: {[sensor]: 'fail'}}),
			listing: listingOf(listed, isComplete ? [subscription] : [], later),
		});
		const places = new Map<FindingPlace, number>();
		for (const finding of all) {
			const {place} = relationOf(view, finding);
			places.set(place, (places.get(place) ?? 0) + 1);
			if (view.standalone.includes(finding) !== (place === 'own') || (place === 'gone' && !isComplete)) {
				return false;
			}
		}

		return view.standalone.length === (places.get('own') ?? 0)
			&& places.values().reduce((sum, count) => sum + count, 0) === all.length
			&& view.byVerdict.values().every(finding => relationOf(view, finding).place !== 'gone' && relationOf(view, finding).verdict !== undefined);
	});
	t.notThrows(() => {
		fc.assert(isSound);
	});
});

type Look = {
	readonly said: Said;
	readonly labSaid: Said;
	readonly listed: readonly string[];
	readonly isComplete: boolean;
	readonly readAt: number;
	readonly now: number;
};

const anyLook: fc.Arbitrary<Look> = fc.record({
	said: fc.constantFrom(...saids),
	labSaid: fc.constantFrom(...saids),
	listed: fc.subarray([shop, lab, registry]),
	isComplete: fc.boolean(),
	readAt: fc.constantFrom(Date.parse('2026-08-14T06:12:44Z'), later, Date.parse('2027-06-01')),
	now: fc.constantFrom(later, later + evaluationInterval - 1, later + evaluationInterval),
});

const inputOf = (all: readonly Finding[], {said, labSaid, listed, isComplete, readAt, now}: Look): MergeInput => ({
	findings: all,
	postures: posturesOf({[shop]: {[sensor]: said, 'aks-api-server-public-unrestricted': labSaid}, [lab]: {[sensor]: labSaid}}),
	listing: listingOf(listed, isComplete ? [subscription] : [], readAt),
	now,
});

test('what is merged by changes says the same as what is merged anew, whatever changed and in which order', t => {
	const property = fc.property(fc.array(anyFinding, {maxLength: 20}), fc.array(anyLook, {minLength: 2, maxLength: 6}), (parts, looks) => {
		const all = parts.map((part, index): Finding => ({...image!, ...part, key: `${part.resourceKey}/${index}`}));
		const byChanges = createMerge();
		const anew = createMerge();
		for (const look of looks) {
			const given = inputOf(all, look);
			const view = run(byChanges, given);
			// Another list, though of the same findings, is sorted and merged as a whole.
			const whole = run(anew, {...given, findings: [...all]});
			t.deepEqual(view.standalone, whole.standalone);
			t.deepEqual(Object.fromEntries(view.relations), Object.fromEntries(whole.relations));
			t.deepEqual(Object.fromEntries(view.byVerdict), Object.fromEntries(whole.byVerdict));
			t.deepEqual([view.open, view.uncounted], [whole.open, whole.uncounted]);
		}
	});
	fc.assert(property);
});

test('a merge that is left unfinished changes nothing of the next one', t => {
	const merge = createMerge();
	const [failing, passing] = [input(saying('fail')), input(saying('pass'))];
	const first = run(merge, failing);
	const left = merge(passing);
	left.next();
	left.next();
	t.is(run(merge, {...failing}), first);
	const {place} = relationOf(run(merge, passing), sensorFinding(shop));
	t.is(place, 'fixed');
});
