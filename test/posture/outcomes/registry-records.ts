import {unknown} from '../../../source/model/known.js';
import type {JudgeContext, Outcome, RegistryFacts} from '../../../source/posture/check.js';
import {checkById} from '../../../source/posture/checks/index.js';
import type {Json} from '../../support/azure-documents.js';
import {contextOf, registryOf, type Changes} from '../../support/posture.js';
import {
	recordDocuments,
	scopeMapsOf,
	tokensOf,
	usagesOf,
} from '../../support/registry-records.js';
import {rowsOf, type Impossible, type OutcomeTable} from '../outcome-rows.js';

type Case = readonly [status: Outcome['status'], document: string, facts?: Partial<RegistryFacts>, context?: JudgeContext];

const basic = 'recorded-registry-basic';
const premium = 'registry-premium-hardened-composed';

const denied = unknown('denied', 'no right to read it');

const basicUsages = 'registry-list-usages-composed';
const premiumUsages = 'recorded-registry-list-usages';

const usages = (file: string, changes: Changes = {}, ...names: readonly string[]): Partial<RegistryFacts> => ({usages: usagesOf(...recordDocuments(file, changes, ...names))});

const tebibyte = 1024 ** 4;

const all = recordDocuments('token-list-composed');
const maps = scopeMapsOf(...recordDocuments('scope-map-list-composed'));
const endless = recordDocuments('recorded-token-password-without-expiry');
const unused = recordDocuments('recorded-token-without-password');
const byName = (...names: readonly string[]): readonly Json[] => all.filter(({name}) => names.includes(String(name)));

/**
The tokens of these documents with the composed scope maps.
*/
const held = (...documents: readonly Json[]): Partial<RegistryFacts> => ({tokens: tokensOf(...documents), scopeMaps: maps});

/**
The composed token `ci-soon`, its password ending then.
*/
const until = (...expiry: readonly unknown[]): Partial<RegistryFacts> => held(...recordDocuments('token-list-composed', {
	'properties.credentials.passwords': expiry.map((end, index) => ({name: `password${index + 1}`, creationTime: '2026-08-01T00:00:00Z', expiry: end})),
}).filter(({name}) => name === 'ci-soon'));

const off = (documents: readonly Json[]): readonly Json[] => documents.map(document => ({...document, properties: {...document.properties as Json, status: 'Disabled'}}));

const withMap = (actions: unknown): Partial<RegistryFacts> => {
	const id = String((byName('ci-soon')[0]!.properties as Json).scopeMapId);
	return {...held(...byName('ci-soon')), scopeMaps: scopeMapsOf({id, name: 'shop-pull', properties: {type: 'UserDefined', actions}})};
};

const cases: Readonly<Record<string, readonly Case[]>> = {
	'acr-storage-over-included': [
		['pass', basic, usages(basicUsages)],
		['pass', premium, usages(premiumUsages)],
		['fail', basic, usages(basicUsages, {currentValue: 10_737_418_241}, '', 'Size')],
		['fail', premium, usages(premiumUsages, {currentValue: 95 * tebibyte}, 'Size')],
		['unknown', basic, usages(basicUsages, {currentValue: '7'}, 'Size')],
		['unknown', basic, {usages: denied}],
		['unknown', basic, {usages: []}],
		['unknown', premium, usages(premiumUsages, {limit: -1}, 'Size')],
		['unknown', basic, undefined, contextOf()],
	],
	'acr-limit-near': [
		['pass', premium, usages(premiumUsages)],
		['pass', basic, usages(basicUsages, {currentValue: 1}, 'Webhooks')],
		['fail', basic, usages(basicUsages)],
		['fail', premium, usages(premiumUsages, {currentValue: 40_000}, 'Tokens')],
		['unknown', premium, usages(premiumUsages, {limit: null}, 'Tokens')],
		['unknown', premium, {usages: denied}],
		['unknown', premium, undefined, contextOf()],
		['not-applicable', basic, usages(basicUsages, {limit: 0})],
		['not-applicable', premium, usages(premiumUsages, {limit: -1})],
	],
	'acr-token-no-expiry': [
		['pass', basic, until('2026-12-01T00:00:00Z')],
		['pass', basic, held(...unused)],
		['pass', basic, held(...off(endless))],
		['fail', basic, held(...endless)],
		['fail', basic, until('2026-12-01T00:00:00Z', undefined)],
		['fail', basic, until('2026-09-05T12:00:00Z')],
		['fail', basic, until('2027-09-05T12:00:00Z')],
		['fail', basic, until('2025-12-31T00:00:00Z')],
		['unknown', basic, until('soon')],
		['unknown', basic, held(...recordDocuments('token-list-composed', {'properties.status': 7}, 'ci-soon').filter(({name}) => name === 'ci-soon'))],
		['unknown', basic, {tokens: denied}],
		['unknown', basic, undefined, contextOf()],
		['not-applicable', basic, {tokens: []}],
	],
	'acr-token-broad-scope': [
		['pass', basic, held(...byName('ci-expired', 'ci-soon'))],
		['pass', basic, held(...off(byName('ci-forever')))],
		['pass', basic, withMap(['repositories/shop/*/content/write'])],
		['fail', basic, held(...all)],
		['fail', basic, held(...byName('edge'))],
		['fail', basic, withMap(['repositories/*/content/delete'])],
		['fail', basic, withMap(['Repositories/**/Content/Write'])],
		['unknown', basic, withMap('all')],
		['unknown', basic, {...held(...byName('ci-soon')), scopeMaps: []}],
		['unknown', basic, {...held(...byName('ci-soon')), scopeMaps: denied}],
		['unknown', basic, held(...recordDocuments('token-list-composed', {'properties.scopeMapId': 7}, 'ci-soon').filter(({name}) => name === 'ci-soon'))],
		['unknown', basic, held(...recordDocuments('token-list-composed', {'properties.status': 7}, 'ci-forever').filter(({name}) => name === 'ci-forever'))],
		['unknown', basic, {tokens: denied}],
		['unknown', basic, undefined, contextOf()],
		['not-applicable', basic, {tokens: []}],
	],
};

const impossible: Impossible = {
	'acr-storage-over-included': {'not-applicable': 'every SKU includes some storage'},
};

/**
What is judged by what only a registry's own service tells.
*/
export const table: OutcomeTable = {
	rows: rowsOf<Case>(cases, (id, [, file, facts, context]) => {
		const registry = registryOf(file);
		const known: RegistryFacts = {
			usages: [], tokens: [], scopeMaps: [], ...facts,
		};
		return checkById.get(id)!.judge(registry, context ?? contextOf({registryRecords: new Map([[registry.key, known]])}));
	}),
	impossible,
};
