import test from 'ava';
import type {ContainerGroup} from '../../../source/model/container-group.js';
import {finish} from '../../../source/model/finish.js';
import type {Verdict} from '../../../source/posture/check.js';
import {
	fail,
	pass,
	seen,
	unknownBecause,
} from '../../../source/posture/outcome.js';
import type {ResourcePosture} from '../../../source/posture/posture.js';
import {imageOf} from '../../../source/posture/groups/image-of.js';
import {
	boardOf,
	recommendationIds,
	recommendationsOf,
	type RecommendationFacts,
	type RecommendationId,
} from '../../../source/posture/groups/recommendations.js';
import {groupFrom, groupOf} from '../../support/container-groups.js';
import {imageOf as image} from '../../support/images.js';
import {documentOf, withMember} from '../../support/models.js';
import {registryOf} from '../../support/posture.js';

const single = withMember(documentOf('aci/container-group-full-composed'), 'properties.containers', [{name: 'c', properties: {image: 'acrshop.azurecr.io/shop/frontend:1'}}]);

const group = groupFrom(withMember(single, 'properties.initContainers', []));

const registry = {
	...registryOf('recorded-registry-basic'), loginServer: 'acrshop.azurecr.io', key: '/acrshop', name: 'acrshop', subscriptionId: 's2',
};

const own = image({
	host: 'acrshop.azurecr.io', repository: 'shop/frontend', tagNames: ['1'], key: '/acrshop/images/shop/frontend',
});

const good: Verdict['outcome'] = pass(seen('a', 'b'));
const bad: Verdict['outcome'] = fail([seen('a', 'b')]);
const unsure: Verdict['outcome'] = unknownBecause('it could not be read');

const posture = (key: string, outcomes: Readonly<Record<string, Verdict['outcome']>>): readonly [string, ResourcePosture] => [key, {
	key, verdicts: Object.entries(outcomes).map(([checkId, outcome]): Verdict => ({checkId, outcome, severity: 'high'})), failed: {
		critical: 0, high: 0, medium: 0, low: 0, info: 0,
	}, unknown: 0, passed: 0, accepted: 0, worst: undefined, score: undefined,
}];

const groupChecks = ['aci-public-registry-image', 'aci-secret-in-plain-env', 'aci-secret-in-command', 'aci-registry-password-credentials', 'aci-registry-admin-user', 'aci-identity-overprivileged', 'aci-diagnostics-missing', 'aci-restart-policy-loop'];

const all = (ids: readonly string[], outcome = good) => Object.fromEntries(ids.map(id => [id, outcome]));

const factsWith = (change: Readonly<Record<string, Verdict['outcome']>> = {}, more: Partial<RecommendationFacts> = {}): RecommendationFacts => {
	const changed = (outcomes: Readonly<Record<string, Verdict['outcome']>>) => Object.fromEntries(Object.entries(outcomes).map(([id, outcome]) => [id, change[id] ?? outcome]));
	return {
		registries: [registry],
		images: [own],
		subscriptionNames: new Map(),
		postures: new Map(([
			[group.key, groupChecks],
			[`/subscriptions/${group.subscriptionId}`, ['subscription-activity-log-export-off']],
			['/subscriptions/s2', ['defender-containers-plan-off', 'defender-ext-registry-va-off']],
			['/acrshop', ['acr-diagnostics-missing']],
			[own.key, ['image-unscanned', 'image-critical-cves', 'image-high-cves', 'image-scan-stale']],
		] as const).map(([key, ids]) => posture(key, changed(all(ids))))),
		...more,
	};
};

const statesOf = (facts: RecommendationFacts, of: ContainerGroup = group) => new Map(recommendationsOf(of, facts).map(({id, state}) => [id, state]));

test('all eight are met where every check that decides them passes', t => {
	const states = statesOf(factsWith());
	t.deepEqual([...states], recommendationIds.map(id => [id, 'met']));
});

const cases: ReadonlyArray<readonly [check: string, hit: readonly RecommendationId[]]> = [
	['aci-public-registry-image', ['private-registry', 'scan-images', 'life-cycle']],
	['aci-secret-in-plain-env', ['credentials']],
	['aci-registry-admin-user', ['credentials']],
	['aci-identity-overprivileged', ['least-privilege']],
	['aci-diagnostics-missing', ['user-access', 'resource-activity']],
	['aci-restart-policy-loop', ['resource-activity']],
	['subscription-activity-log-export-off', ['user-access', 'audit']],
	['defender-ext-registry-va-off', ['scan-images']],
	['acr-diagnostics-missing', ['audit']],
	['image-critical-cves', ['life-cycle']],
	['image-unscanned', ['scan-images']],
];

for (const [check, hit] of cases) {
	test(`${check} decides ${hit.join(', ')}`, t => {
		for (const [outcome, state] of [[bad, 'not-met'], [unsure, 'unknown']] as const) {
			const states = statesOf(factsWith({[check]: outcome}));
			t.deepEqual([...states].filter(([, found]) => found !== 'met'), hit.map(id => [id, state]));
		}
	});
}

test('what was not judged or not read is unknown, with its reason, never met', t => {
	const unjudged = statesOf(factsWith({}, {postures: new Map()}));
	t.true(unjudged.values().every(state => state === 'unknown'));
	const states = statesOf(factsWith({}, {registries: [], images: []}));
	t.deepEqual([...states].filter(([, state]) => state === 'unknown').map(([id]) => id), ['scan-images', 'life-cycle', 'audit']);
	const broken = groupFrom({id: group.id});
	t.is(statesOf(factsWith({}, {registries: []}), broken).get('scan-images'), 'unknown');
	t.true(recommendationsOf(broken, factsWith()).every(({proofs}) => proofs.every(({verdict, reason}) => verdict !== undefined || (reason ?? '').length > 5)));
});

test('an image is found by its digest, its tag, and latest where it has none', t => {
	const digest = `sha256:${'a'.repeat(64)}`;
	const images = [image({
		host: 'h', repository: 'x/y', tagNames: ['latest', '2'], digest,
	})];
	t.is(imageOf(images, 'h', 'h/x/y:2'), images[0]);
	t.is(imageOf(images, 'h', 'h/x/y'), images[0]);
	t.is(imageOf(images, 'h', `h/x/y@${digest}`), images[0]);
	t.is(imageOf(images, 'h', 'h/x/y:3'), undefined);
	t.is(imageOf(images, 'g', 'g/x/y:2'), undefined);
});

test('the board of the fleet counts each group once for each recommendation', t => {
	const other = groupOf('recorded-group-spot-no-ip');
	const board = finish(boardOf({groups: [group, other], facts: factsWith()}));
	for (const id of recommendationIds) {
		const states = board.get(id)!;
		t.is(states.met.length + states['not-met'].length + states.unknown.length, 2);
		t.true(states.met.includes(group), id);
	}
});
