import {readFileSync} from 'node:fs';
import test from 'ava';
import type {Check, JudgedKind, JudgedResource} from '../../source/posture/check.js';
import {checkById, checks, checksByKind} from '../../source/posture/checks/index.js';
import {aroundSamples} from '../support/around.js';
import {groupOf} from '../support/container-groups.js';
import {imageOf} from '../support/images.js';
import {insideSamples} from '../support/inside.js';
import {clusterOf, poolOf, registryOf} from '../support/posture.js';
import {exceptions, notYet} from './not-yet.js';

const samples: JudgedResource = {
	cluster: clusterOf('managed-cluster-weak-composed'),
	nodePool: poolOf('managed-cluster-weak-composed', 1),
	registry: registryOf('recorded-registry-basic'),
	...aroundSamples,
	...insideSamples,
	image: imageOf(),
	containerGroup: groupOf('container-group-full-composed'),
};

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/v;

test('every check stands in the catalogue once, under its kind', t => {
	t.true(checks.length >= 30);
	t.is(new Set(checks.map(({id}) => id)).size, checks.length);
	for (const [kind, own] of Object.entries(checksByKind)) {
		for (const check of own as unknown as readonly Check[]) {
			t.is(check.kind, kind as JudgedKind);
			t.is(checkById.get(check.id)?.title, check.title);
		}
	}
});

type Entry = {readonly id: string; readonly kind: string; readonly severity: string; readonly isParked?: boolean};

const list = JSON.parse(readFileSync(new URL('../documents/catalogue.json', import.meta.url), 'utf8')) as readonly Entry[];

const entries = new Map(list.map(entry => [entry.id, entry]));

test('every check is an entry of the catalogue, with its kind and severity unless there is a reason', t => {
	for (const {id, kind, severity} of checks) {
		const entry = entries.get(id);
		t.truthy(entry, `${id} is not in the catalogue`);
		const {kind: expectedKind, severity: expectedSeverity} = exceptions.get(id) ?? entry!;
		t.deepEqual([kind, severity], [expectedKind, expectedSeverity], id);
	}
});

test('an exception is one, and has a check', t => {
	for (const [id, {kind, severity, why}] of exceptions) {
		const entry = entries.get(id);
		t.true(checkById.has(id), id);
		t.true(entry?.kind !== kind || entry.severity !== severity, `${id} is as the catalogue has it`);
		t.true(why.length > 30, id);
	}
});

test('every entry has a check, or a reason why it has none yet', t => {
	const wanted = list.filter(({isParked}) => isParked !== true);
	t.is(wanted.length, 120);
	t.deepEqual(wanted.map(({id}) => id).filter(id => !checkById.has(id) && !notYet.has(id)), []);
	t.deepEqual(notYet.keys().filter(id => checkById.has(id) || !entries.has(id)).toArray(), [], 'these have a check, or are no entries: take them off the list');
	t.true(notYet.values().every(reason => /^issue \d+: /v.test(reason)));
});

test('texts are there, one line each, and references are well formed', t => {
	for (const {id, title, why, decidedBy, references} of checks) {
		for (const text of [title, why, decidedBy]) {
			t.regex(text, /^\S.*\S$/v, id);
		}

		t.true(title.length <= 70, `${id} has a title of ${title.length}`);
		t.true(why.endsWith('.'), id);
		t.true([...references.azurePolicy ?? [], ...references.defender ?? []].every(reference => guid.test(reference)), id);
		t.true((references.cisAks ?? []).every(reference => /^\d(?:\.\d+){1,2}$/v.test(reference)), id);
		t.true((references.mcsb ?? []).every(reference => /^[A-Z]{2}-\d+$/v.test(reference)), id);
	}
});

test('every fix names the resource and what it does', t => {
	for (const check of checks) {
		const {command, effect} = check.fix(samples[check.kind]);
		const isInside = command.startsWith('kubectl ');
		t.true(isInside || command.startsWith('az '), check.id);
		const {name, subscriptionId} = samples[check.kind];
		const isAboutAnother = check.id.startsWith('rbac-');
		t.true(isAboutAnother || check.kind === 'subscription' || command.includes(check.kind === 'nodePool' ? samples.nodePool.clusterName : name), check.id);
		// A cluster's own context stands for where it is; a vault's keys are reached by the vault's name, which is unique.
		t.true(isInside || command.includes(subscriptionId) || command.includes('rotation-policy'), check.id);
		t.false(command.includes('\n'), check.id);
		t.true(effect.length > 20, check.id);
	}
});
