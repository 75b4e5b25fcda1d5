import test from 'ava';
import {unknown} from '../../../source/model/known.js';
import type {Outcome, RegistryFacts} from '../../../source/posture/check.js';
import {checkById} from '../../../source/posture/checks/index.js';
import {tokenScopeOf} from '../../../source/posture/registry/token-scope.js';
import {contextOf, registryOf} from '../../support/posture.js';
import {recordDocuments, scopeMapsOf, tokensOf} from '../../support/registry-records.js';

const registry = registryOf('recorded-registry-basic');

const judge = (id: string, facts: Partial<RegistryFacts>): Outcome => checkById.get(id)!.judge(registry, contextOf({
	registryRecords: new Map([[registry.key, {
		usages: [], tokens: [], scopeMaps: [], ...facts,
	}]]),
}));

const all = recordDocuments('token-list-composed');

const named = (...names: readonly string[]) => tokensOf(...all.filter(({name}) => names.includes(String(name))));

test('the worst end decides how bad it is: none is worse than soon, soon than over', t => {
	const severityOf = (...names: readonly string[]) => {
		const outcome = judge('acr-token-no-expiry', {tokens: named(...names)});
		return outcome.status === 'fail' ? outcome.severity ?? 'own' : outcome.status;
	};

	t.is(severityOf('ci-forever', 'ci-soon', 'ci-expired'), 'own');
	t.is(severityOf('ci-soon', 'ci-expired'), 'low', 'ends in twelve days');
	t.is(severityOf('ci-expired'), 'info');
	t.is(severityOf('ci-off'), 'pass', 'it opens nothing');
	t.like(judge('acr-token-no-expiry', {tokens: named('ci-forever')}), {evidence: {0: {path: 'tokens/ci-forever: properties.credentials.passwords[name=password1].expiry', value: 'absent'}}});
	const hidden = [{...(named('ci-soon') as ReadonlyArray<Record<string, unknown>>)[0], credentials: unknown('malformed', 'expiry is no time')}];
	t.is(judge('acr-token-no-expiry', {tokens: [...named('ci-expired') as readonly never[], ...hidden as never[]]}).status, 'unknown', 'what could not be read may be without an end');
	t.is(judge('acr-token-no-expiry', {tokens: [...named('ci-forever') as readonly never[], ...hidden as never[]]}).status, 'fail', 'and is no worse than that');
});

test('a broad scope is told by its map and the action that makes it broad', t => {
	const scopeMaps = scopeMapsOf(...recordDocuments('scope-map-list-composed'));
	t.like(judge('acr-token-broad-scope', {tokens: named('edge', 'ci-soon'), scopeMaps}), {
		status: 'fail', evidence: {length: 1, 0: {path: 'tokens/edge: scopeMaps/_repositories_admin: properties.actions', value: 'repositories/*/content/write'}},
	});
	t.deepEqual(tokenScopeOf(['repositories/shop/frontend/content/read', 'repositories/shop/*/content/write', 'gateway/edge/config/read']), {
		pulls: true, pushes: true, deletes: false, repositories: ['shop/frontend', 'shop/*'], broad: [],
	});
	t.deepEqual(tokenScopeOf(['repositories/*/metadata/write']), {
		pulls: false, pushes: false, deletes: false, repositories: [], broad: [],
	});
});
