import test from 'ava';
import {unknown} from '../../../source/model/known.js';
import type {Principal} from '../../../source/model/principal.js';
import type {MatrixRow} from '../../../source/posture/access/access-matrix.js';
import {registryOperations} from '../../../source/posture/access/registry-operations.js';
import type {Standing} from '../../../source/posture/access/right.js';
import {waysIn, type WayIn, type WaysInput} from '../../../source/posture/registry/ways-in.js';
import {clusterOf, registryOf, today} from '../../support/posture.js';
import {recordDocuments, scopeMapsOf, tokensOf} from '../../support/registry-records.js';

const operations = registryOperations('rbac');

const row = (id: string, kind: MatrixRow['kind'], held: Readonly<Record<string, Standing>>): MatrixRow => ({
	id, name: `name of ${id}`, kind, nameGap: undefined, marks: operations.map(operation => held[operation.id] ?? 'none'), rights: [],
});

const kubelet = 'aaaaaaaa-0000-0000-0000-000000000001';

const pulling = {...clusterOf('managed-cluster-weak-composed'), name: 'aks-one', kubeletObjectId: kubelet.toUpperCase()};
const older = {
	...pulling, name: 'aks-two', kubeletObjectId: undefined, servicePrincipalClientId: 'cccccccc-0000-0000-0000-000000000001',
};

const principal = (id: string, members: Partial<Principal>): readonly [string, Principal] => [id, {
	id, kind: 'servicePrincipal', isGone: false, name: id, ...members,
}];

const facts = {usages: [], tokens: tokensOf(...recordDocuments('token-list-composed')), scopeMaps: scopeMapsOf(...recordDocuments('scope-map-list-composed'))};

const principals = new Map([
	principal('u1', {kind: 'user', isGuest: true}),
	principal('s1', {credentials: [{type: 'password', startsAt: 0, endsAt: today + (10 * 86_400_000)}]}),
]);

const given = (members: Partial<WaysInput> = {}): ReadonlyMap<string, WayIn> => new Map(waysIn({
	registry: registryOf('recorded-registry-admin-user'),
	facts,
	matrix: {
		operations,
		gaps: [],
		rows: [
			row('u1', 'user', {pull: 'given', push: 'conditional'}),
			row('u2', 'user', {accessResourceManager: 'given'}),
			row('s1', 'servicePrincipal', {push: 'given', pull: 'given'}),
			row('m1', 'managedIdentity', {pull: 'given'}),
			row(kubelet, 'managedIdentity', {pull: 'given', push: 'given'}),
			row('d1', 'deleted', {pull: 'given'}),
		],
	},
	principals,
	graphGap: undefined,
	clusters: [pulling, older],
	now: today,
	...members,
}).map(way => [way.id, way]));

test('who comes in by which way, with which rights, until when, and what is wrong with it', t => {
	const ways = given();
	t.deepEqual(ways.keys().toArray(), ['user', 'servicePrincipal', 'managedIdentity', 'clusterIdentity', 'clusterServicePrincipal', 'adminUser', 'token', 'anonymous']);
	t.like(ways.get('user'), {
		isUsed: true, entrants: {
			length: 1, 0: {
				name: 'name of u1', rights: 'push under a condition, pull', ends: undefined, faults: ['a guest'],
			},
		},
	});
	t.like(ways.get('servicePrincipal'), {isUsed: true, entrants: {length: 2, 0: {ends: new Date(today + (10 * 86_400_000)).toISOString(), faults: ['a password that ends in 10 d']}, 1: {faults: ['it was deleted, its role stands']}}});
	t.like(ways.get('managedIdentity'), {isUsed: true, entrants: {length: 1, 0: {rights: 'pull', faults: []}}});
	t.like(ways.get('clusterIdentity'), {isUsed: true, entrants: {length: 1, 0: {name: 'cluster aks-one', faults: ['it only has to pull']}}});
	t.like(ways.get('clusterServicePrincipal'), {isUsed: {unknown: 'not-reported'}, entrants: {length: 1, 0: {name: 'cluster aks-two'}}});
	t.like(ways.get('adminUser'), {isUsed: true, entrants: {0: {ends: 'never'}}});
	const token = ways.get('token')!;
	t.is(token.entrants.length, 5, 'the one that is switched off is no way in');
	t.deepEqual(token.notes, ['1 more token is switched off.']);
	const byName = new Map(token.entrants.map(entrant => [entrant.name, entrant]));
	t.like(byName.get('ci-forever'), {rights: 'pull, push in every repository', ends: 'never', faults: ['a password without end', 'it may write to every repository']});
	t.like(byName.get('ci-soon'), {rights: 'pull in shop/frontend', ends: '2027-08-01T12:00:00.000Z', faults: ['a password that ends in 12 d']});
	t.like(byName.get('ci-expired'), {faults: ['a password that is over']});
	t.like(byName.get('unused'), {ends: undefined, faults: ['nobody has made a password for it']});
});

test('what could not be read is unknown with its reason, never unused', t => {
	const denied = unknown('denied', 'no right to read it');
	t.like(given({facts: denied}).get('token'), {isUsed: denied, entrants: []});
	t.like(given({facts: {...facts, tokens: denied}}).get('token'), {isUsed: denied});
	t.regex(given({facts: {...facts, scopeMaps: denied}}).get('token')!.entrants[0]!.rights, /^unknown: /v);
	t.like(given({matrix: undefined}).get('user'), {isUsed: {unknown: 'not-asked'}});
	const empty = {operations, rows: [], gaps: ['Role assignments: no right to read them']};
	t.like(given({matrix: empty}).get('managedIdentity'), {isUsed: {unknown: 'not-reported', reason: 'Role assignments: no right to read them'}});
	t.false(given({matrix: {...empty, gaps: []}}).get('managedIdentity')!.isUsed);
	const registry = {...registryOf('recorded-registry-admin-user'), adminUser: denied, anonymousPull: undefined};
	t.like(given({registry}).get('adminUser'), {isUsed: denied, entrants: []});
	t.false(given({registry}).get('anonymous')!.isUsed);
	const ways = given({graphGap: 'start with --graph', principals: new Map()});
	t.like(ways.get('servicePrincipal')!.entrants[0]!.ends, {unknown: 'not-asked', reason: 'start with --graph'});
	t.regex(ways.get('managedIdentity')!.gaps[0]!, /told apart by Microsoft Graph only: start with --graph/v);
});

test('a cluster\'s service principal has the rights of the object id that Graph leads to, and no second line of its own', t => {
	const found = new Map([...principals, principal('s1', {appId: 'cccccccc-0000-0000-0000-000000000001', credentials: [{type: 'password', startsAt: 0, endsAt: today + (10 * 86_400_000)}]})]);
	const ways = given({principals: found});
	const way = ways.get('clusterServicePrincipal')!;
	t.true(way.isUsed);
	t.like(way.entrants[0], {name: 'cluster aks-two', rights: 'push, pull'});
	t.true(way.entrants[0]!.faults.includes('a password that ends in 10 d'));
	t.false(ways.get('servicePrincipal')!.entrants.some(({name}) => name === 'name of s1'));
	const elsewhere = given({principals: new Map([principal('s9', {appId: 'cccccccc-0000-0000-0000-000000000001'})])}).get('clusterServicePrincipal')!;
	t.false(elsewhere.isUsed);
	t.regex(elsewhere.entrants[0]!.rights, /nothing with images/v);
});
