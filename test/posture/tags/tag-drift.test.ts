import test from 'ava';
import fc from 'fast-check';
import {readNetworkResource} from '../../../source/azure/read/network-resource.js';
import {unknown} from '../../../source/model/known.js';
import {hasDrift, inheritedTags, tagDrift} from '../../../source/posture/tags/tag-drift.js';
import {documentOf, hardenedCluster, withMember} from '../../support/models.js';

const tags = {environment: 'production', owner: 'team-shop', 'aks-managed-x': 'own mark'};
const cluster = {...hardenedCluster, isTagged: true, tags};

const table = (found: unknown) => readNetworkResource(withMember(documentOf('network/recorded-route-table'), 'tags', found))!;

test('a resource that carries every tag, in whatever casing of the names, has not drifted', t => {
	const [drift] = tagDrift(cluster, [table({ENVIRONMENT: 'production', Owner: 'team-shop', more: 'of its own'})]);
	t.false(hasDrift(drift!));
	t.is(drift!.unknown, undefined);
});

test('what is lacking and what says something else is told apart', t => {
	const [drift] = tagDrift(cluster, [table({environment: 'Production'})]);
	t.deepEqual(drift!.missing, ['owner']);
	t.deepEqual(drift!.different, [{name: 'environment', wanted: 'production', found: 'Production'}]);
	t.true(hasDrift(drift!));
});

test('a resource without tags lacks them all, one whose tags could not be read is unknown', t => {
	const [bare, unreadable] = tagDrift(cluster, [table(undefined), {...table({}), isTagged: unknown('malformed', 'tags is not an object.')}]);
	t.deepEqual(bare!.missing, ['environment', 'owner']);
	t.is(unreadable!.unknown, 'tags is not an object.');
	t.false(hasDrift(unreadable!));
});

test('marks of AKS are no tags of a person', t => {
	t.deepEqual(inheritedTags(cluster).map(([name]) => name), ['environment', 'owner']);
});

test('a resource with exactly the cluster\'s tags never drifts, and one tag less always does', t => {
	const names = fc.uniqueArray(fc.constantFrom('environment', 'owner', 'cost centre', 'größe', 'x'), {minLength: 1});
	const some = names.chain(list => fc.record(Object.fromEntries(list.map(name => [name, fc.string({minLength: 1})])) as Record<string, fc.Arbitrary<string>>));
	const property = fc.property(some, all => {
		const of = {...cluster, tags: all};
		const model = {...table({}), isTagged: true};
		const [first] = Object.keys(all);
		const {[first!]: _, ...fewer} = all;
		const [same] = tagDrift(of, [{...model, tags: all}]);
		const [less] = tagDrift(of, [{...model, tags: fewer}]);
		t.false(hasDrift(same!));
		t.deepEqual(less!.missing, [first]);
	});
	fc.assert(property);
});
