import test from 'ava';
import type {SourceName} from '../../source/fleet/snapshot.js';
import {untilWorthDrawing} from '../../views/until-worth-drawing.js';
import {FakeStore} from '../support/app.js';
import {snapshotOf} from '../support/models.js';

/**
More than a test may take: what ends before did not end for patience.
*/
const long = 1_000_000;

const {sources} = snapshotOf();

const unread = (...names: readonly SourceName[]) => ({
	...sources,
	...Object.fromEntries(names.map(name => [name, {
		...sources[name], status: 'reading', readAt: undefined, isReading: true,
	}])),
});

const watch = (store: FakeStore, patience: number) => {
	const watched = {isOver: false};
	const over = (async () => {
		await untilWorthDrawing(store, patience);
		watched.isOver = true;
	})();
	return {watched, over};
};

test('it waits for all four panes, and for nothing else', async t => {
	const store = new FakeStore(snapshotOf({sources: unread('clusters', 'registries', 'findings', 'nodeImages')}));
	const {watched, over} = watch(store, long);
	store.change({sources: unread('findings', 'nodeImages')});
	await Promise.resolve();
	t.false(watched.isOver);
	store.change({sources: unread('nodeImages')});
	await over;
	t.true(watched.isOver);
});

test('what is there already is drawn at once', async t => {
	const {watched, over} = watch(new FakeStore(snapshotOf()), long);
	await over;
	t.true(watched.isOver);
});

test('a pane that cannot be filled, and a person who has to sign in, are worth a frame', async t => {
	const broken = new FakeStore(snapshotOf({sources: unread('clusters')}));
	const afterError = watch(broken, long);
	broken.change({
		sources: {
			...sources,
			clusters: {
				...sources.clusters,
				readAt: undefined,
				error: {
					cause: 'denied', reason: 'no', remedy: undefined, retryAt: undefined,
				},
			},
		},
	});
	await afterError.over;

	const signIn = new FakeStore(snapshotOf({sources: unread('clusters')}));
	const afterCode = watch(signIn, long);
	signIn.change({
		signIn: {
			state: 'device-code', url: 'https://login.example', code: 'ABC', expiresAt: 1,
		},
	});
	await afterCode.over;
	t.true(afterError.watched.isOver && afterCode.watched.isOver);
});

test('patience ends it', async t => {
	const store = new FakeStore(snapshotOf({sources: unread('clusters')}));
	const {watched, over} = watch(store, 1);
	await over;
	t.true(watched.isOver);
});
