import {setImmediate as nextTurn} from 'node:timers/promises';
import test from 'ava';
import {absenceIn} from '../../../source/fleet/history/absence.js';
import {codeOf, memoryOf} from '../../../source/fleet/history/code.js';
import {createHistory, type Look} from '../../../source/fleet/history/create-history.js';
import type {Readiness} from '../../../source/fleet/history/readiness.js';
import type {ResourceRecord} from '../../../source/fleet/history/record.js';
import type {ClusterService} from '../../../source/model/cluster-service.js';
import {unknown} from '../../../source/model/known.js';
import type {Verdict} from '../../../source/posture/check.js';
import {sumUp} from '../../../source/posture/judge-resource.js';
import {insideOf, serviceOf} from '../../support/inside.js';
import {cluster, subscription} from '../fleet-fakes.js';
import {lookOf} from './history-fakes.js';

const home = cluster('prod');

const service = (name: string, stand: 'pass' | 'fail'): {readonly resource: ClusterService; readonly verdicts: readonly Verdict[]} => {
	const id = `${home.id}/namespaces/shop/services/${name}`;
	return {
		resource: {
			...serviceOf('orders'), id, key: id.toLowerCase(), name, clusterKey: home.key,
		},
		verdicts: [{checkId: 'service-external-ips-set', outcome: {status: stand, evidence: []}, severity: 'high'}],
	};
};

const withServices = (services: ReadonlyArray<ReturnType<typeof service>>, at: number): Look => {
	const look = lookOf({prod: {a: 'pass'}}, at);
	const byKey = new Map(look.posture.byKey);
	for (const {resource: {key}, verdicts} of services) {
		byKey.set(key, sumUp(key, verdicts, verdicts));
	}

	return {...look, posture: {...look.posture, byKey}, lists: {...look.lists, services: services.map(({resource}) => resource)}};
};

test('what the first look into a cluster finds is no news, what the next one finds is', async t => {
	const history = createHistory({
		file: undefined,
		now: () => 0,
		onChange() {/* Looked at below. */},
		onNotice(text) {
			t.fail(text);
		},
		onError(error) {
			t.fail(String(error));
		},
	});
	t.teardown(async () => history.stop());
	const turns = async (): Promise<void> => {
		for (let turn = 0; turn < 20; turn++) {
			// eslint-disable-next-line no-await-in-loop
			await nextTurn();
		}
	};

	await turns();
	history.look(withServices([], 1));
	await turns();
	history.look(withServices([service('old', 'fail'), service('calm', 'pass')], 2));
	await turns();
	t.deepEqual(history.changes().sinceStart, []);
	history.look(withServices([service('old', 'fail'), service('calm', 'pass'), service('fresh', 'fail')], 3));
	await turns();
	t.deepEqual(history.changes().sinceStart.map(({name, change}) => [name, change]), [['aks-old/shop/fresh', 'appeared'], ['aks-old/shop/fresh', 'new']]);
});

const sound: Readiness = {watch() {/* Nothing. */}, isSettled: () => true, isSound: () => true};

const record = (kind: 'node' | 'service'): ResourceRecord => ({
	name: 'x', kind, shape: {checks: [], positions: new Map()}, codes: '', isHidden: false,
});

test('what stands inside is gone only where a look no longer shows it', t => {
	const subscriptions = [subscription(home.subscriptionId, {state: 'answered'})];
	const of = (inside: Partial<Parameters<typeof insideOf>[1]> | undefined, clusters = [home]) =>
		absenceIn({subscriptions, clusters, insides: new Map(inside ? [[home.key, insideOf(home, inside)]] : [])}, sound);
	const {key} = service('x', 'pass').resource;
	t.is(of(undefined)(key, record('service')), 'unsure');
	t.is(of({services: unknown('unreachable', 'No line.')})(key, record('service')), 'unsure');
	t.is(of({services: unknown('denied', 'No right.')})(key, record('service')), 'hidden');
	t.is(of({services: []})(key, record('service')), 'gone');
	t.is(of({services: [], nodes: unknown('denied', 'No right.')})(`${home.key}/nodes/n`, record('node')), 'hidden');
	t.is(of(undefined, [])(key, record('service')), 'gone');
});

test('what nobody has asked for yet stands as it stood', t => {
	const failed = codeOf(undefined, {checkId: 'a', outcome: {status: 'fail', evidence: []}, severity: 'high'});
	const pending: Verdict = {checkId: 'a', outcome: {status: 'unknown', reason: 'Not yet.', isPending: true}, severity: 'high'};
	t.is(codeOf(failed, pending), failed);
	t.is(memoryOf(codeOf(undefined, pending))?.standing, 'unknown');
	t.not(codeOf(failed, {...pending, outcome: {status: 'unknown', reason: 'No right.'}}), failed);
});
