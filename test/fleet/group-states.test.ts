import test from 'ava';
import {readGroupState} from '../../source/azure/read/group-state.js';
import {createFleetStore} from '../../source/fleet/create-store.js';
import {createGroupStates, isGroupKey} from '../../source/fleet/group-states.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {SourceError} from '../../source/model/source-error.js';
import {groupOf} from '../support/container-groups.js';
import {documentOf} from '../support/models.js';
import {collected, fakeCollectors} from './fleet-fakes.js';

const group = groupOf('container-group-full-composed');

const noop = (): void => undefined;

const statusOf = ({posture}: Snapshot, id: string): string | undefined => posture.byKey.get(group.key)?.verdicts.find(({checkId}) => checkId === id)?.outcome.status;

test('only the key of a container group is one', t => {
	t.true(isGroupKey(group.key));
	t.false(isGroupKey(`${group.key}/containers/x`));
	t.false(isGroupKey('/subscriptions/s'));
});

test('what says the same is the same, and the oldest of many are let go of', t => {
	let changes = 0;
	const states = createGroupStates(() => {
		changes++;
	});
	states.note(group.key, readGroupState(documentOf('aci/container-group-full-composed'), group.key));
	const first = states.known();
	states.note(group.key, readGroupState(documentOf('aci/container-group-full-composed'), group.key));
	t.is(states.known(), first);
	t.is(changes, 1);
	for (let index = 0; index < 400; index++) {
		states.note(`${group.key}${index}`, readGroupState(documentOf('aci/container-group-get'), 'k'));
	}

	t.is(states.known().size, 256);
});

test('how a group is stays unknown until somebody opens it; then its checks are judged anew', async t => {
	let error: SourceError | undefined = new SourceError({
		cause: 'denied', reason: 'The identity lacks the right.', remedy: undefined, retryAt: undefined,
	});
	const store = createFleetStore({
		collectors: async () => fakeCollectors({
			containerGroups: async () => collected([group]),
			async document(_signal, key) {
				if (error) {
					throw error;
				}

				return {document: {}, groupState: readGroupState(documentOf('aci/container-group-full-composed'), key)};
			},
		}),
		interval: 60_000,
		isDemo: true,
	});
	t.teardown(async () => store.stop());
	const until = async (isMet: (snapshot: Snapshot) => boolean): Promise<Snapshot> => new Promise(resolve => {
		const end = store.subscribe(look);
		function look(): void {
			if (!isMet(store.getSnapshot())) {
				return;
			}

			end();
			resolve(store.getSnapshot());
		}

		look();
	});
	const before = await until(snapshot => statusOf(snapshot, 'aci-restart-policy-loop') !== undefined);
	t.is(statusOf(before, 'aci-restart-policy-loop'), 'unknown');
	t.is(before.groupStates.size, 0);
	const close = store.subscribeDetail(group.key, noop);
	const refused = await until(({groupStates}) => groupStates.has(group.key));
	t.true(isUnknown(refused.groupStates.get(group.key)));
	error = undefined;
	store.refresh();
	const after = await until(snapshot => statusOf(snapshot, 'aci-restart-policy-loop') === 'fail');
	t.is(valueOf(after.groupStates.get(group.key))?.state, 'Running');
	close();
	t.true(store.getSnapshot().groupStates.has(group.key), 'what was read stays');
});
