import test from 'ava';
import fc from 'fast-check';
import {readCluster} from '../../../source/azure/read/cluster.js';
import {readDefenderPlan} from '../../../source/azure/read/defender-plan.js';
import {readFinding} from '../../../source/azure/read/finding.js';
import {readKubernetesVersions} from '../../../source/azure/read/kubernetes-versions.js';
import {maskDocument} from '../../../source/azure/read/mask-document.js';
import {readNodePool} from '../../../source/azure/read/node-pool.js';
import {readRegistry} from '../../../source/azure/read/registry.js';
import {
	alertExamples,
	assessmentExamples,
	clusterExamples,
	poolExamples,
	pricingExamples,
	readDocument,
	registryExamples,
	type Example,
} from '../../support/azure-documents.js';
import {
	clusterMembers,
	isFaithful,
	poolMembers,
	registryMembers,
	type Member,
} from '../../support/faithful.js';

type Mutation = {readonly at: number; readonly value: unknown};

const junk = fc.oneof(
	fc.constantFrom<unknown>(undefined, null, 'yes', '', 0, -1, true, false, 'BrandNewValue', [], {}, [null], [7], {enabled: 'True'}, {unknown: 'x', reason: 'y'}, '\u{1B}[31mred'),
	fc.jsonValue({maxDepth: 2}),
);

const mutations = fc.array(fc.record({at: fc.nat(), value: junk}), {minLength: 1, maxLength: 12});

type Slot = {readonly holder: Record<string, unknown>; readonly name: string};

const slots = (value: unknown): readonly Slot[] => {
	if (typeof value !== 'object' || value === null) {
		return [];
	}

	const holder = value as Record<string, unknown>;
	return Object.keys(holder).flatMap(name => [{holder, name}, ...slots(holder[name])]);
};

/**
The document with some members dropped, nulled or replaced; the id stays.
*/
const mutate = (document: unknown, changes: readonly Mutation[]): unknown => {
	const copy: unknown = structuredClone(document);
	for (const {at, value} of changes) {
		const all = slots(copy).filter(({holder, name}) => holder !== copy || name !== 'id');
		const slot = all[at % Math.max(1, all.length)];
		if (slot !== undefined) {
			// A dropped member: JSON leaves out what is undefined.
			slot.holder[slot.name] = structuredClone(value);
		}
	}

	// As it arrives: what is undefined is not there.
	// eslint-disable-next-line unicorn/prefer-structured-clone
	return JSON.parse(JSON.stringify(copy)) as unknown;
};

const faithful = (name: string, examples: readonly Example[], read: (document: unknown) => Record<string, unknown> | undefined, members: readonly Member[]): void => {
	test(`${name}: a damaged document gives no value that was not sent`, t => {
		fc.assert(fc.property(fc.constantFrom(...examples), mutations, ({file, document}, changes) => {
			const damaged = mutate(document, changes);
			const model = read(damaged);
			t.truthy(model);
			// Texts with escapes are cleaned, so what was sent is compared in its clean form.
			isFaithful(t, JSON.parse(JSON.stringify(damaged).replaceAll(String.raw`\u001b[31m`, '')) as unknown, model!, members, file);
		}), {numRuns: 200});
	});
};

const owner = readCluster(readDocument('aks/managed-cluster-hardened-composed.json'))!;

faithful('clusters', clusterExamples, readCluster, clusterMembers);
faithful('registries', registryExamples, readRegistry, registryMembers);
faithful(
	'pools',
	poolExamples.filter(({document}) => document.properties !== undefined),
	document => readNodePool({...document as Record<string, unknown>, name: 'pool', properties: (document as {properties?: unknown}).properties ?? 'gone'}, owner),
	poolMembers('properties.'),
);

const dangerous = /[\p{Control}\p{Surrogate}]/v;

const texts = (value: unknown): readonly string[] => {
	if (typeof value === 'string') {
		return [value];
	}

	return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, member]) => [key, ...texts(member)]) : [];
};

test('nothing throws, and nothing unsafe comes out, whatever goes in', t => {
	const readers = [readCluster, readRegistry, readFinding, readDefenderPlan, readKubernetesVersions, maskDocument, (document: unknown) => readNodePool(document, owner, 0)];
	const everything = [...clusterExamples, ...registryExamples, ...assessmentExamples, ...alertExamples, ...pricingExamples];
	fc.assert(fc.property(fc.constantFrom(...everything), mutations, fc.constantFrom(...readers), ({document}, changes, read) => {
		for (const text of texts(read(mutate(document, changes)))) {
			t.notRegex(text.replaceAll('\n', ''), dangerous);
		}
	}), {numRuns: 1000});
	fc.assert(fc.property(fc.anything(), fc.constantFrom(...readers), (anything, read) => {
		t.notThrows(() => read(anything));
	}), {numRuns: 500});
});
