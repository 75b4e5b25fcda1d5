import test from 'ava';
import fc from 'fast-check';
import {unknown} from '../../../source/model/known.js';
import {parseNodeImage} from '../../../source/model/node-image.js';
import {imageStanding, type ImageInput} from '../../../source/posture/patching/image-standing.js';
import {releasesBetween} from '../../../source/posture/patching/release-gap.js';

const linux = (day: string): string => `AKSUbuntu-2204gen2containerd-${day}.0`;
const windows = (day: string): string => `AKSWindows-2022-containerd-gen2-20348.5074.${day}`;

const standing = (more: Partial<ImageInput>) => imageStanding({
	version: linux('202611.02'), osSku: 'Ubuntu', isWindows: false, newest: parseNodeImage(linux('202611.16')), now: Date.parse('2026-11-24T12:00:00Z'), ...more,
});

test('two weekly images are tolerated, more are behind, a month is severe', t => {
	t.like(standing({}), {state: 'recent', lag: 14, isSevere: false});
	t.like(standing({version: linux('202611.01')}), {
		state: 'behind', lag: 15, isSevere: false, gap: {count: 2, isEstimate: true},
	});
	t.like(standing({version: linux('202610.01')}), {state: 'behind', isSevere: true});
	t.like(standing({version: linux('202611.16')}), {state: 'newest', lag: 0});
});

test('what Azure leaves null is not reported, and what could not be read says why: never current', t => {
	t.like(standing({version: undefined}), {state: 'unknown', because: 'its image is not reported'});
	t.like(standing({version: ''}), {state: 'unknown'});
	t.like(standing({version: unknown('denied', 'Reader is missing.')}), {state: 'unknown', because: 'Reader is missing.'});
	t.like(standing({version: 'AKSUbuntu-custom', newest: undefined}), {state: 'unknown'});
	t.like(standing({version: 'AKSUbuntu-custom'}), {state: 'unknown', lag: undefined});
});

test('where the newest image is not known, age decides: images come weekly', t => {
	const newest = unknown('throttled', 'Azure asked to slow down.');
	t.like(standing({version: linux('202611.12'), newest}), {state: 'recent', because: '12 d old; Azure asked to slow down.'});
	t.like(standing({version: linux('202608.10'), newest: undefined}), {state: 'behind', isSevere: true});
});

test('the newest of a family that got no image for months is not current', t => {
	const version = linux('202607.01');
	t.like(standing({version, newest: parseNodeImage(version)}), {state: 'unknown', lag: 0});
});

test('an image of a retired system is behind by its age, though it is the newest', t => {
	const version = 'AKSUbuntu-1804gen2containerd-202301.20.0';
	t.like(standing({version, newest: parseNodeImage(version)}), {state: 'behind', retired: 'Ubuntu 18.04', isSevere: true});
});

test('packages that were put on a running node count as its image would', t => {
	t.like(standing({version: linux('202609.01'), patchedOn: '2026-11-10'}), {state: 'recent', lag: 6});
	t.like(standing({version: linux('202611.10'), patchedOn: '2026-09-01'}), {state: 'recent', lag: 6});
});

test('Windows is measured against Patch Tuesday from two weeks after it', t => {
	// The second Tuesday of November 2026 is the 10th.
	const of = (version: string, now: string) => imageStanding({
		version, osSku: 'Windows2022', isWindows: true, newest: parseNodeImage(version), now: Date.parse(now),
	});
	t.like(of(windows('261014'), '2026-11-23T12:00:00Z'), {state: 'newest', missedPatchTuesday: undefined});
	t.like(of(windows('261014'), '2026-11-25T12:00:00Z'), {state: 'behind', missedPatchTuesday: '2026-11-10', isSevere: true});
	t.like(of(windows('261111'), '2026-11-25T12:00:00Z'), {state: 'newest', missedPatchTuesday: undefined});
	t.like(of('AKSWindows-2022-custom', '2026-11-25T12:00:00Z'), {state: 'newest', missedPatchTuesday: undefined});
});

test('releases between two images: Patch Tuesdays for Windows, about one a week for Linux', t => {
	t.deepEqual(releasesBetween('2026-08-12', '2026-11-11', true), {count: 3, isEstimate: false});
	t.deepEqual(releasesBetween('2026-08-12', '2026-09-07', true), {count: 0, isEstimate: false});
	t.deepEqual(releasesBetween('2026-08-10', '2026-08-31', false), {count: 3, isEstimate: true});
	t.deepEqual(releasesBetween('2026-08-10', '2026-08-11', false), {count: 1, isEstimate: true});
	t.deepEqual(releasesBetween('2026-08-10', '2026-08-10', false), {count: 0, isEstimate: true});
});

const days = fc.date({min: new Date('2019-01-01'), max: new Date('2031-01-01'), noInvalidDate: true}).map(date => date.toISOString().slice(0, 10));

test('releases are whole, never negative, and add up for Windows whatever day lies between', t => {
	fc.assert(fc.property(days, days, days, (...all) => {
		const [first, middle, last] = all.toSorted() as [string, string, string];
		for (const isWindows of [true, false]) {
			const {count} = releasesBetween(first, last, isWindows);
			t.true(Number.isSafeInteger(count) && count >= 0);
		}

		t.is(releasesBetween(first, last, true).count, releasesBetween(first, middle, true).count + releasesBetween(middle, last, true).count);
	}), {numRuns: 60});
});

test('whatever Azure sends, an image is judged, and none without a date is called recent', t => {
	fc.assert(fc.property(fc.string({unit: 'binary'}), fc.boolean(), (version, isWindows) => {
		const {state} = standing({version, isWindows, newest: undefined});
		t.true(state === 'unknown' || parseNodeImage(version).built !== undefined);
	}));
});
