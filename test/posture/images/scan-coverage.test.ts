import test from 'ava';
import {unknown} from '../../../source/model/known.js';
import {scanCoverage, scanTriggers, type ScanCoverage} from '../../../source/posture/images/scan-coverage.js';
import {imageOf} from '../../support/images.js';
import {planOf, today} from '../../support/posture.js';

const day = 86_400_000;
const on = planOf('Standard');

const covered = (members: Parameters<typeof imageOf>[0], plan: Parameters<typeof scanCoverage>[1] = on): ScanCoverage => scanCoverage(imageOf(members), plan, today);

test('an image that came within 30 days is covered, and whether by push or import is not made up', t => {
	const fresh = covered({pushed: today - (29 * day), scanned: today - 1000});
	t.like(fresh, {
		state: 'covered', by: 'push', isAtLeast: false, last: today - 1000, next: today - 1000 + day,
	});
	t.deepEqual(fresh.triggers, {
		push: 'covered', import: 'unknown', pull: 'unknown', running: 'not-covered',
	});
	t.regex(fresh.why, /push or an import/v);
	t.like(covered({pushed: today - (31 * day)}).triggers, {push: 'not-covered', import: 'not-covered'});
	t.like(covered({pushed: undefined}).triggers, {push: 'unknown', import: 'unknown'});
});

test('what runs is covered for as long as it does; what may run elsewhere is not called idle', t => {
	t.like(covered({pushed: today - (400 * day), runsIn: ['/cluster']}), {state: 'covered', by: 'running', why: 'It runs now.'});
	const hidden = covered({pushed: today - (400 * day), runsElsewhere: unknown('not-asked', 'nobody has looked inside')});
	t.like(hidden, {state: 'unknown', by: undefined, next: undefined});
	t.is(hidden.triggers.running, 'unknown');
});

test('an old image that does not run is scanned only if it was pulled, which nobody tells', t => {
	t.like(covered({pushed: today - (31 * day)}), {state: 'unknown', by: undefined, next: undefined});
});

test('an image that Defender should have seen and has no record of is not covered', t => {
	t.like(covered({open: undefined, pushed: today - (2 * day)}), {state: 'not-covered', by: undefined});
	t.like(covered({open: undefined, pushed: today - (day / 2)}), {state: 'covered', by: 'push'});
	t.like(covered({open: undefined, pushed: today - (2 * day), isListed: false}), {state: 'covered'}, 'nobody has looked into the registry');
});

test('without the plan, its extension or a registry of the fleet nobody scans; what is not known of them is unknown', t => {
	const pushed = today - day;
	t.like(covered({pushed}, planOf('Free')), {state: 'not-covered'});
	t.like(covered({pushed}, {...on, extensions: {ContainerRegistriesVulnerabilityAssessments: false}}), {state: 'not-covered'});
	t.like(covered({pushed}, unknown('denied', 'no right to read plans')), {state: 'unknown', why: 'no right to read plans'});
	t.like(scanCoverage(imageOf({pushed}), undefined, today), {state: 'unknown'});
	t.like(covered({pushed, registryKey: undefined, host: 'docker.io'}), {state: 'not-covered'});
	t.like(covered({pushed, manifest: 'index'}), {state: 'not-covered'});
	t.like(covered({pushed, open: unknown('denied', 'scans refused')}), {state: 'unknown', why: 'scans refused'});
	for (const plan of [planOf('Free'), undefined]) {
		const {triggers} = scanCoverage(imageOf({pushed}), plan, today);
		t.deepEqual(scanTriggers.filter(trigger => triggers[trigger] === 'covered'), [], 'nothing is covered where that is not known');
	}
});
