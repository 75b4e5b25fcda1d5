import test from 'ava';
import type {SourceState} from '../../../source/fleet/snapshot.js';
import {panes} from '../../../views/panes/index.js';
import {paneEmpty, paneRetry, paneStatus} from '../../../views/panes/pane-status.js';
import {plainText} from '../../support/cells.js';
import {now, snapshotOf} from '../../support/models.js';
import {colours} from '../../support/theme.js';

const snapshot = snapshotOf();
const fresh = snapshot.sources.clusters;
const refused: SourceState = {
	...fresh,
	status: 'failed',
	readAt: undefined,
	error: {
		cause: 'throttled', reason: 'Resource Graph asks to slow down', remedy: undefined, retryAt: now + 30_000,
	},
};
const statusOf = (source: SourceState): string => plainText(paneStatus(source, now, colours));

test('a fresh pane says nothing; an old one its age, and where it is from', t => {
	t.is(statusOf(fresh), '');
	t.is(statusOf({...fresh, status: 'old', readAt: now - 3_600_000}), '1 h old');
	t.is(statusOf({
		...fresh, status: 'old', readAt: now - 3_600_000, isKept: true,
	}), '1 h old, from the last run');
});

test('a refused pane says who and why; until when stands apart, and only while it lies ahead', t => {
	t.is(statusOf(refused), 'Resource Graph asks to slow down');
	t.regex(plainText(paneRetry(refused, now)), /^again at \d\d:\d\d:30$/v);
	t.is(plainText(paneRetry(refused, now + 60_000)), '');
	t.is(plainText(paneRetry(fresh, now)), '');
});

test('an empty pane never says that there is nothing where it could not look', t => {
	const [clusters] = panes as [typeof panes[number]];
	const of = (source: SourceState, members = {}): string => paneEmpty(clusters, {...snapshot, ...members, sources: {...snapshot.sources, clusters: source}}, now);
	t.regex(of(refused), /^Resource Graph asks to slow down, again at/v);
	t.is(of({...fresh, status: 'reading', readAt: undefined}), 'Reading clusters of 1 subscription…');
	t.is(of(fresh), 'No clusters in the 1 subscription that could be read.');
	const [subscription] = snapshot.subscriptions;
	const denied = {...subscription, coverage: {state: 'denied', reason: 'no role'}};
	t.regex(of(fresh, {subscriptions: [subscription, denied]}), /in the 1 subscription that could be read\. 1 could not be read: what they hold is unknown/v);
});
