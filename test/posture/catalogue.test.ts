import test from 'ava';
import type {Check, JudgedKind, JudgedResource} from '../../source/posture/check.js';
import {checkById, checks, checksByKind} from '../../source/posture/checks/index.js';
import {clusterOf, poolOf, registryOf} from '../support/posture.js';

const samples: JudgedResource = {
	cluster: clusterOf('managed-cluster-weak-composed'),
	nodePool: poolOf('managed-cluster-weak-composed', 1),
	registry: registryOf('recorded-registry-basic'),
};

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/v;

test('every check stands in the catalogue once, under its kind', t => {
	t.true(checks.length >= 30);
	t.is(new Set(checks.map(({id}) => id)).size, checks.length);
	for (const [kind, own] of Object.entries(checksByKind)) {
		for (const check of own as unknown as readonly Check[]) {
			t.is(check.kind, kind as JudgedKind);
			t.regex(check.id, kind === 'cluster' ? /^aks-/v : (kind === 'nodePool' ? /^node(?:pool)?-/v : /^acr-/v));
			t.is(checkById.get(check.id)?.title, check.title);
		}
	}
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
		t.true(command.startsWith('az '), check.id);
		t.true(command.includes(check.kind === 'nodePool' ? samples.nodePool.clusterName : samples[check.kind].name), check.id);
		t.true(command.includes(samples[check.kind].subscriptionId), check.id);
		t.false(command.includes('\n'), check.id);
		t.true(effect.length > 20, check.id);
	}
});
