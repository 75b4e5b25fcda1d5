import test from 'ava';
import fc from 'fast-check';
import {documentLines, type DocumentFormat} from '../../../../views/parts/document/document-lines.js';
import {memberLine} from '../../../../views/parts/document/member-line.js';
import {loadDocument} from '../../../support/azure-server/fleet.js';
import {documentOf} from '../../../support/models.js';

const formats: readonly DocumentFormat[] = ['yaml', 'json'];

const textAt = (document: unknown, path: string, format: DocumentFormat): string => {
	const found = memberLine(document, path, format)!;
	return documentLines(document, format)[found.line]!.map(({text}) => text).join('');
};

const beginning: Readonly<Record<DocumentFormat, (name: string) => RegExp>> = {
	yaml: name => new RegExp(`^(?: |- )*"?${name}"?:`, 'v'),
	json: name => new RegExp(`^ *"${name}":`, 'v'),
};

type Way = readonly string[];

const waysIn = (value: unknown, way: Way = []): readonly Way[] => {
	if (typeof value !== 'object' || value === null) {
		return way.length === 0 ? [] : [way];
	}

	return [...(way.length === 0 ? [] : [way]), ...Object.entries(value).flatMap(([name, member]) => waysIn(member, [...way, name]))];
};

const isIndex = (name: string): boolean => /^\d+$/v.test(name);

const pathOf = (way: Way): string => way.map((name, index) => (isIndex(name) ? `[${name}]` : (index === 0 ? name : `.${name}`))).join('');

test('every member of any document is found on the line that begins with its name', t => {
	const name = fc.constantFrom('a', 'b', 'ab', 'cd', 'name', 'on', 'properties');
	const {tree} = fc.letrec(tie => ({
		tree: fc.oneof({maxDepth: 4}, fc.constantFrom<unknown>('text', 12, true, null), fc.dictionary(name, tie('tree'), {maxKeys: 4}), fc.array(tie('tree'), {maxLength: 3})),
	}));
	fc.assert(fc.property(fc.dictionary(name, tree, {minKeys: 1, maxKeys: 4}), document => {
		for (const way of waysIn(document)) {
			const last = way.at(-1)!;
			if (isIndex(last)) {
				continue;
			}

			for (const format of formats) {
				const found = memberLine(document, pathOf(way), format)!;
				t.true(found.isThere);
				const text = textAt(document, pathOf(way), format);
				t.regex(text, beginning[format](last), pathOf(way));
			}
		}
	}), {numRuns: 200});
});

test('a name in quotes is one name, whatever stands in it', t => {
	const node = loadDocument('kubernetes/node-recorded.json');
	const {metadata: {annotations, labels}} = node as {readonly metadata: Readonly<Record<'annotations' | 'labels', Readonly<Record<string, string>>>>};
	const members = [...Object.keys(annotations).map(name => ['annotations', name] as const), ...Object.keys(labels).map(name => ['labels', name] as const)];
	t.true(members.some(([, name]) => name.includes('.') && name.includes('/')));
	for (const format of formats) {
		for (const [of, name] of members) {
			const path = `metadata.${of}["${name}"]`;
			t.true(memberLine(node, path, format)!.isThere, path);
			t.true(textAt(node, path, format).includes(name), path);
		}

		t.like(memberLine(node, 'metadata.annotations["weave.works/kured-node-lock"]', format), {isThere: false});
		t.regex(textAt(node, 'metadata.annotations["weave.works/kured-node-lock"]', format), /annotations/v);
	}

	t.true(memberLine({a: {'b.c': [{d: 1}]}}, 'a["b.c"][0].d', 'yaml')!.isThere);
});

test('evidence of a real document is found in any casing, with or without properties', t => {
	const cluster = documentOf('aks/managed-cluster-weak-composed');
	for (const format of formats) {
		t.regex(textAt(cluster, 'properties.currentKubernetesVersion', format), /currentKubernetesVersion/v);
		t.regex(textAt(cluster, 'Properties.DISABLELOCALACCOUNTS', format), /disableLocalAccounts/v);
		t.regex(textAt(cluster, 'currentKubernetesVersion', format), /currentKubernetesVersion/v);
		t.regex(textAt({type: 'x', properties: {nodeImageVersion: 'y'}}, 'nodeImageVersion', format), /nodeImageVersion/v);
		t.regex(textAt({type: 'x', nodeImageVersion: 'y'}, 'properties.nodeImageVersion', format), /nodeImageVersion/v);
	}
});

test('what is absent leads to the deepest part that is there, and what has nothing to do with the document nowhere', t => {
	const document = {name: 'a', properties: {network: {plugin: 'azure'}}};
	for (const format of formats) {
		const found = memberLine(document, 'properties.network.policy.mode', format)!;
		t.false(found.isThere);
		t.regex(textAt(document, 'properties.network.policy.mode', format), /network/v);
	}

	t.is(memberLine(document, 'pricings/Containers properties.pricingTier', 'yaml'), undefined);
	t.is(memberLine(undefined, 'a.b', 'yaml'), undefined);
	t.is(memberLine('text', '', 'json'), undefined);
	t.is(memberLine({pools: [{name: 'a'}]}, 'pools[].name', 'yaml')?.line, 0);
});
