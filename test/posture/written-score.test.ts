import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {severities, type Severity} from '../../source/model/severity.js';
import type {JudgedKind, Outcome, Verdict} from '../../source/posture/check.js';
import {fleetScore, kindWeight, scoreOf} from '../../source/posture/score.js';

const readme = readFileSync(new URL('../../readme.md', import.meta.url), 'utf8');

const section = /^## Score\n(?<text>.*?)^## /msv.exec(readme)!.groups!.text!;

/**
A row of the readme's table as numbers by severity.
*/
const rowOf = (name: string): Readonly<Record<Severity, number>> => {
	const cells = (label: string): readonly string[] => section.split('\n').find(line => line.startsWith(`| ${label} |`))!.split('|').slice(2, -1).map(cell => cell.trim());
	const numbers = cells(name).map(Number);
	return Object.fromEntries(cells('severity').map((severity, index) => [severity, numbers[index]!])) as Record<Severity, number>;
};

const weights = rowOf('weight');
const ceilings = rowOf('ceiling');

const words: Readonly<Record<string, JudgedKind>> = {
	cluster: 'cluster', registry: 'registry', subscription: 'subscription', 'node pool': 'nodePool', 'disk encryption set': 'diskEncryptionSet', 'key vault': 'keyVault', 'container group': 'containerGroup', 'host of one\'s own': 'host', Service: 'service', node: 'node', image: 'image',
};

/**
What the sentence on the fleet's score says that each kind counts: `a cluster or registry counts 3, a subscription 2, …`.
*/
const writtenKinds = (): Readonly<Record<string, number>> => {
	const sentence = /scores: (?<parts>.+?\d)\.$/mv.exec(section)!.groups!.parts!.replace('counts ', '');
	const found: Record<string, number> = {};
	let waiting: string[] = [];
	for (const part of sentence.split(', ')) {
		const weight = Number(part.split(' ').at(-1));
		const names = Number.isNaN(weight) ? part : part.slice(0, part.lastIndexOf(' '));
		waiting.push(...names.split(' or ').map(name => name.replace(/^an? /v, '')));
		if (Number.isNaN(weight)) {
			continue;
		}

		for (const name of waiting) {
			found[words[name] ?? name] = weight;
		}

		waiting = [];
	}

	return found;
};

test('the readme names every kind that is judged, with its weight', t => {
	t.deepEqual(writtenKinds(), kindWeight);
});

type Judged = {readonly own: Severity; readonly outcome: Outcome};

const severity = fc.constantFrom(...severities);

const judged: fc.Arbitrary<Judged> = fc.oneof(
	severity.map((own): Judged => ({own, outcome: {status: 'pass', evidence: []}})),
	severity.map((own): Judged => ({own, outcome: {status: 'fail', evidence: []}})),
	severity.map((own): Judged => ({own, outcome: {status: 'unknown', reason: 'x'}})),
);

/**
The formula as it stands in the readme, with the readme's numbers.
*/
const written = (all: readonly Judged[]): number | undefined => {
	const failed = all.filter(({outcome}) => outcome.status === 'fail');
	let lost = 0;
	for (const {own} of failed) {
		lost += weights[own];
	}

	let possible = lost;
	for (const {own, outcome} of all) {
		possible += outcome.status === 'pass' ? weights[own] : 0;
	}

	const ceiling = Math.min(100, ...failed.map(({own}) => ceilings[own]));
	return possible === 0 ? undefined : Math.floor(Math.min(100 * (1 - (lost / possible)), ceiling));
};

test('a score is what the readme\'s formula makes of the readme\'s numbers', t => {
	t.deepEqual(Object.keys(weights).toSorted((one, other) => one.localeCompare(other)), severities.toSorted((one, other) => one.localeCompare(other)));
	const resource = fc.array(judged, {maxLength: 30});
	fc.assert(fc.property(resource, all => {
		const verdicts = all.map(({own, outcome}): Verdict => ({checkId: 'x', outcome, severity: own}));
		t.is(scoreOf(verdicts, all.map(({own}) => ({severity: own}))), written(all));
	}));
});

test('a fleet\'s is the weighted mean that the readme tells', t => {
	t.is(fleetScore([{kind: 'cluster', score: 40}, {kind: 'subscription', score: 90}, {kind: 'image', score: 100}]), Math.floor(((3 * 40) + (2 * 90) + (0.02 * 100)) / 5.02));
});
