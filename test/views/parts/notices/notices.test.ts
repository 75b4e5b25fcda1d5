import test from 'ava';
import type {Snapshot} from '../../../../source/fleet/snapshot.js';
import {clockTime} from '../../../../views/parts/header/clock-time.js';
import {noticeLines} from '../../../../views/parts/notices/notice-lines.js';
import {brokenLine, plainTexts} from '../../../support/cells.js';
import {now, snapshotOf} from '../../../support/models.js';
import {colours} from '../../../support/theme.js';

const {sources, subscriptions} = snapshotOf();
const throttled: Snapshot = snapshotOf({
	notices: [
		{at: now - 60_000, level: 'info', text: 'The fleet of the last run is shown.'},
		{at: now - 1000, level: 'error', text: 'The kept file was damaged and set aside.'},
	],
	sources: {
		...sources,
		registries: {
			...sources.registries,
			status: 'old',
			readAt: now - 600_000,
			error: {
				cause: 'throttled', reason: 'Azure asked to wait.', remedy: undefined, retryAt: now + 45_000,
			},
		},
		findings: {
			...sources.findings,
			status: 'failed',
			readAt: undefined,
			nextAt: undefined,
			error: {
				cause: 'denied', reason: 'Security Reader is missing on Platform.', remedy: 'az role assignment create --role "Security Reader"', retryAt: undefined,
			},
		},
	},
	subscriptions: [
		...subscriptions,
		{
			id: '00000000-0000-0000-0000-0000000000b2', name: 'Sandbox', tenantId: undefined, state: undefined, coverage: {state: 'denied', reason: 'Reader is missing.'},
		},
	],
});

test('each source tells its state, age, error, way out and when it is asked again', t => {
	const text = plainTexts(noticeLines(throttled, 120, now, colours)).join('\n');
	t.regex(text, /Registries +old, read 10 min ago/v);
	t.true(text.includes(`Azure asked to wait. Asked again at ${clockTime(now + 45_000)}.`));
	t.regex(text, /Defender findings +failed\n +Security Reader is missing on Platform\.\n +what would help: az role assignment create/v);
});

test('notices stand newest first, subscriptions with what could not be read first', t => {
	const lines = plainTexts(noticeLines(throttled, 120, now, colours));
	t.true(lines.findIndex(line => line.includes('damaged')) < lines.findIndex(line => line.includes('last run is shown')));
	t.true(lines.includes('Subscriptions: 1 of 2 read'));
	t.true(lines.findIndex(line => line.includes('denied: Reader is missing.')) < lines.findIndex(line => line.includes('Platform 0')));
});

test('it fits everywhere', t => {
	for (const width of [60, 80, 120, 200]) {
		t.is(brokenLine(noticeLines(throttled, width, now, colours), width), undefined);
	}
});

test('nothing ticks: the same lines ten seconds later but for ages', t => {
	t.deepEqual(plainTexts(noticeLines(throttled, 120, now, colours)), plainTexts(noticeLines(throttled, 120, now + 5000, colours)));
});
