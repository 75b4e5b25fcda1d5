import test from 'ava';
import fc from 'fast-check';
import {unknown} from '../../../source/model/known.js';
import type {Access} from '../../../source/posture/access/access.js';
import {kubernetesOperations} from '../../../source/posture/access/cluster-operations.js';
import {registryOperations} from '../../../source/posture/access/registry-operations.js';
import type {Right, Standing} from '../../../source/posture/access/right.js';
import {rightsOf} from '../../../source/posture/access/rights-of.js';
import type {RoleAssignment} from '../../../source/model/role-assignment.js';
import {
	accessOf,
	assignment,
	assignmentsIn,
	definitionsIn,
	denial,
	denialsIn,
	resourceKey,
	role,
} from '../../support/access.js';

const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const acrPush = '8311e382-0749-4cb8-b61a-304f252e45ec';
const repositoryReader = 'b93aa761-3e63-49ed-ac28-beffa264f7ac';
const kubernetesReader = '7f6c6a51-bcf8-42ba-9220-52d62157d7db';

const rbac = registryOperations('rbac');
const abac = registryOperations('abac');

const right = (id: string, access: Access, operations = rbac): Right => rightsOf(operations, access).find(({operation}) => operation.id === id)!;

const standings = (access: Access, operations = rbac): Readonly<Record<string, Standing>> =>
	Object.fromEntries(rightsOf(operations, access).map(({operation, is}) => [operation.id, is]));

const holding = (...assignments: Access['assignments']): Access => accessOf({assignments});

test('a cell tells which assignment gives it, at which scope, by which entry', t => {
	const pull = right('pull', accessOf({assignments: [assignment(reader, {key: 'a1', scope: '/subscriptions/s1'})]}));
	t.is(pull.is, 'given');
	t.deepEqual(pull.needs[0]!.by, [{
		assignment: 'a1', scope: '/subscriptions/s1', role: 'Reader', pattern: '*/read', limits: [],
	}]);
});

test('assignments at every scope above the resource count, those beside it do not', t => {
	const at = (scope: string) => right('push', accessOf({assignments: [assignment(acrPush, {scope})]})).is;
	t.is(at('/'), 'given');
	t.is(at('/providers/microsoft.management/managementgroups/mg-platform'), 'given');
	t.is(at('/providers/Microsoft.Management/managementGroups/MG-Platform'), 'given');
	t.is(at('/subscriptions/s1'), 'given');
	t.is(at('/subscriptions/s1/resourcegroups/rg'), 'given');
	t.is(at(resourceKey), 'given');
	t.is(at('/providers/microsoft.management/managementgroups/mg-other'), 'none');
	t.is(at('/subscriptions/s10'), 'none');
	t.is(at('/subscriptions/s1/resourcegroups/r'), 'none');
	t.is(at(`${resourceKey}2`), 'none');
});

test('roles of others and of other groups are passed over, those of its groups are not', t => {
	const access = accessOf({assignments: [assignment(owner, {principalId: 'else'})]});
	t.is(right('push', access).is, 'none');
	t.is(right('push', {...access, principals: new Set(['someone', 'else'])}).is, 'given');
});

test('two roles that only together hold what an operation needs', t => {
	const roles = [
		role('signer', {actions: ['Microsoft.ContainerRegistry/registries/sign/*']}),
		role('collector', {dataActions: ['*/trustedCollections/write']}),
	];
	const signer = assignment('signer');
	const collector = assignment('collector');
	t.is(right('signImages', accessOf({roles, assignments: [signer]})).is, 'none');
	const signing = right('signImages', accessOf({roles, assignments: [signer, collector]}));
	t.is(signing.is, 'given');
	t.deepEqual(signing.needs.map(({by}) => by[0]!.role), ['signer', 'collector']);
});

test('what one role leaves out another gives', t => {
	const roles = [role('most', {actions: ['*'], notActions: ['*/push/write']})];
	const most = assignment('most');
	t.is(right('push', accessOf({roles, assignments: [most]})).is, 'none');
	const both = [most, assignment(acrPush)];
	t.is(right('push', accessOf({roles, assignments: both})).is, 'given');
});

test('a condition makes a right conditional, unless it is given without one too', t => {
	const condition = '@Resource[Microsoft.ContainerRegistry/registries/repositories:name] StringStartsWith \'shop/\'';
	const limited = assignment(repositoryReader, {condition});
	const pull = right('pull', accessOf({assignments: [limited]}), abac);
	t.is(pull.is, 'conditional');
	t.deepEqual(pull.needs[0]!.by[0]!.limits, [`if ${condition}`]);
	const free = assignment(repositoryReader);
	const unread = assignment(repositoryReader, {condition: unknown('malformed', 'condition is not a text.')});
	t.is(right('pull', holding(limited, free), abac).is, 'given');
	t.is(right('pull', holding(unread), abac).is, 'conditional');
});

test('a role inside a cluster gives content there, and no say over the cluster', t => {
	const assignments = [assignment(kubernetesReader, {scope: `${resourceKey}/namespaces/shop`}), assignment(owner, {scope: `${resourceKey}/namespaces/shop`})];
	const pods = right('readPods', accessOf({assignments}), kubernetesOperations);
	t.is(pods.is, 'conditional');
	t.deepEqual(pods.needs[0]!.by[0]!.limits, [`only inside ${resourceKey}/namespaces/shop`]);
	t.is(right('createDeleteRegistry', accessOf({assignments})).is, 'none');
});

test('what could add a right and was not readable makes it unknown, with the reason, and never none', t => {
	const gap = unknown('denied', 'not allowed to read it');
	const cases: ReadonlyArray<Partial<Parameters<typeof accessOf>[0]>> = [
		{assignments: [assignment(owner, {principalId: gap})]},
		{assignments: [assignment(owner, {roleId: gap})]},
		{assignments: [assignment(owner, {scope: gap})]},
		{assignments: [assignment(owner, {scope: '/providers/microsoft.management/managementgroups/mg-platform'})], managementGroups: gap},
		{assignments: [assignment('locked')], roles: [{...role('locked', {}), permissions: gap}]},
		{assignmentGaps: [gap]},
		{groupGap: gap},
	];
	for (const members of cases) {
		const push = right('push', accessOf(members));
		t.is(push.is, 'unknown', JSON.stringify(members));
		t.true(push.needs[0]!.gaps.some(words => words.includes(gap.reason)), JSON.stringify(members));
	}

	const gone = right('push', accessOf({assignments: [assignment('custom-role-that-is-gone')]}));
	t.is(gone.is, 'unknown');
	t.regex(gone.needs[0]!.gaps[0]!, /custom-role-that-is-gone is gone or could not be read/v);
});

test('a right that is given stays given beside a gap, and keeps it', t => {
	const push = right('push', accessOf({assignments: [assignment(acrPush), assignment('gone')]}));
	t.is(push.is, 'given');
	t.is(push.needs[0]!.gaps.length, 1);
});

test('a deny takes away what it names, from whomever it does not spare, as far as it reaches', t => {
	const assignments = [assignment(owner, {scope: '/subscriptions/s1'})];
	const lock = denial({actions: ['*/push/*', '*/delete']});
	t.deepEqual(standings(accessOf({assignments, denials: [lock]})), {
		accessResourceManager: 'given', createDeleteRegistry: 'denied', push: 'denied', pull: 'given', deleteImageData: 'denied', changePolicies: 'given', signImages: 'none',
	});
	const push = (members: Parameters<typeof denial>[0]) => right('push', accessOf({assignments, denials: [denial({actions: ['*'], ...members})]})).is;
	t.is(push({excluded: ['someone']}), 'given');
	t.is(push({principals: ['else']}), 'given');
	t.is(push({principals: ['someone']}), 'denied');
	t.is(push({scope: '/subscriptions/s1'}), 'denied');
	t.is(push({scope: '/subscriptions/s1', stopsAtScope: true}), 'given');
	t.is(push({stopsAtScope: true}), 'denied');
	t.is(push({scope: '/subscriptions/s2'}), 'given');
	t.is(push({condition: 'x'}), 'conditional');
	t.is(push({scope: '/subscriptions/s1', stopsAtScope: unknown('malformed', 'no switch')}), 'conditional');
});

test('a deny at a management group reaches what lies below it, and is a doubt where nobody tells what does', t => {
	const assignments = [assignment(owner, {scope: '/subscriptions/s1'})];
	const push = (members: Parameters<typeof denial>[0], rest: Partial<Access> = {}) => {
		const lock = denial({actions: ['*'], ...members});
		return right('push', {...accessOf({assignments, denials: [lock]}), ...rest});
	};

	const group = '/providers/Microsoft.Management/managementGroups/MG-Platform';
	t.is(push({scope: group}).is, 'denied');
	t.is(push({scope: group}).needs[0]!.denials[0]!.scope, group);
	t.is(push({scope: '/'}).is, 'denied');
	t.is(push({scope: '/providers/microsoft.management/managementgroups/mg-other'}).is, 'given');
	t.is(push({scope: group, stopsAtScope: true}).is, 'given', 'it stops at the group');
	t.is(push({scope: group, excluded: ['someone']}).is, 'given');
	const unsure = push({scope: group}, {managementGroups: unknown('not-reported', 'nobody tells its groups')});
	t.is(unsure.is, 'given');
	t.regex(unsure.needs[0]!.doubts[0]!, /nobody tells its groups/v);
});

test('a role that may be taken on gives a right that is told apart from one that is held', t => {
	const taken = (roleId: string, members: Partial<RoleAssignment> = {}) => ({...assignment(roleId, {key: `eligible for ${roleId}`, ...members}), endsAt: undefined});
	const push = (members: Parameters<typeof accessOf>[0]) => right('push', accessOf(members));
	const eligible = push({eligible: [taken(acrPush, {scope: '/subscriptions/s1'})]});
	t.is(eligible.is, 'eligible');
	t.deepEqual(eligible.needs[0]!.by, []);
	t.like(eligible.needs[0]!.eligible[0], {assignment: `eligible for ${acrPush}`, scope: '/subscriptions/s1', role: 'AcrPush'});
	t.is(push({assignments: [assignment(acrPush)], eligible: [taken(owner)]}).is, 'given');
	t.is(push({assignments: [assignment(acrPush, {condition: 'x'})], eligible: [taken(owner)]}).is, 'conditional');
	t.is(push({eligible: [taken(owner)], denials: [denial({actions: ['*']})]}).is, 'denied');
	t.is(push({eligible: [taken(owner, {principalId: 'else'})]}).is, 'none');
	t.is(push({eligible: [taken(owner, {scope: '/subscriptions/s2'})]}).is, 'none');
	t.is(push({eligible: [taken('gone')]}).is, 'unknown');
	const roles = [role('signer', {actions: ['Microsoft.ContainerRegistry/registries/sign/*']}), role('collector', {dataActions: ['*/trustedCollections/write']})];
	const half = accessOf({roles, assignments: [assignment('signer')], eligible: [taken('collector')]});
	t.is(right('signImages', half).is, 'eligible', 'half of it is held');
});

test('a deny that could not be read is a doubt', t => {
	const gap = unknown('malformed', 'no list');
	const assignments = [assignment(owner)];
	for (const members of [{permissions: gap}, {principals: gap}, {excluded: gap}, {scope: gap}]) {
		const push = right('push', accessOf({assignments, denials: [denial({actions: ['*'], ...members})]}));
		t.is(push.is, 'given');
		t.regex(push.needs[0]!.doubts[0]!, /no list/v);
	}

	t.deepEqual(right('push', accessOf({assignments, denialGaps: [gap]})).needs[0]!.doubts, ['no list']);
	// A deny may spare a group that we do not know to hold the principal.
	const push = right('push', accessOf({assignments, groupGap: gap, denials: [denial({actions: ['*'], excluded: ['a group']})]}));
	t.is(push.is, 'given');
	t.is(push.needs[0]!.doubts.length, 1);
});

test('documents of Azure: a list of one registry\'s assignments, inherited ones included, with a deployment stack\'s deny', t => {
	const definitions = definitionsIn('authorization/role-definitions-list-composed').values().toArray();
	const assignments = assignmentsIn('authorization/role-assignments-list-composed');
	const acr = '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourcegroups/rg-shop/providers/microsoft.containerregistry/registries/acrshop';
	const of = (principal: string, members: Partial<Access> = {}) => standings({
		...accessOf({roles: definitions, assignments}), resourceKey: acr, principals: new Set([principal]), ...members,
	});
	// Owner of the subscription, whom the stack spares.
	const denials = denialsIn('authorization/deny-assignments-list-composed');
	const first = of('00000000-0000-0000-0000-000000000100', {denials});
	t.is(first.createDeleteRegistry, 'given');
	// Contributor of the group, whom it does not spare: deleting is taken, reading and pushing are not.
	const developers = of('00000000-0000-0000-0000-000000000102', {denials});
	t.is(developers.createDeleteRegistry, 'denied');
	t.is(developers.push, 'given');
	// Owner at a management group, and User Access Administrator at the root.
	t.is(of('00000000-0000-0000-0000-000000000106').push, 'given');
	t.is(of('00000000-0000-0000-0000-000000000106', {managementGroups: []}).push, 'none');
	t.is(of('00000000-0000-0000-0000-000000000106', {managementGroups: []}).pull, 'given');
});

const pools = fc.constantFrom(owner, reader, acrPush, repositoryReader, 'custom', 'gone');
const scopes = fc.constantFrom('/', '/subscriptions/s1', '/subscriptions/s2', resourceKey, `${resourceKey}/inside`, '/providers/microsoft.management/managementgroups/mg-platform');
const condition = fc.option(fc.constant('x'), {nil: undefined});
const someAssignment = fc.record({
	roleId: pools, scope: scopes, condition, principalId: fc.constantFrom('someone', 'else'),
}).map(({roleId, ...members}) => assignment(roleId, members));
const someEligibility = someAssignment.map(members => ({...members, endsAt: undefined}));
const patterns = fc.array(fc.constantFrom('*', '*/read', '*/write', '*/delete', 'Microsoft.ContainerRegistry/*', '*/push/*'), {maxLength: 3});
const someDenial = fc.record({
	actions: patterns, dataActions: patterns, scope: scopes, condition, stopsAtScope: fc.boolean(), principals: fc.constantFrom(['someone'], ['else'], ['00000000-0000-0000-0000-000000000000']),
}).map(members => denial(members));
const someRole = fc.record({
	actions: patterns, notActions: patterns, dataActions: patterns, notDataActions: patterns,
}).map(members => role('custom', members));
const someAccess = fc.record({
	roles: fc.array(someRole, {maxLength: 1}), assignments: fc.array(someAssignment, {maxLength: 5}), eligible: fc.array(someEligibility, {maxLength: 2}), denials: fc.array(someDenial, {maxLength: 3}),
}).map(members => accessOf(members));
const order: readonly Standing[] = ['none', 'denied', 'unknown', 'eligible', 'conditional', 'given'];
const ranks = (access: Access): readonly number[] => [rbac, abac].flatMap(operations => rightsOf(operations, access).map(({is}) => order.indexOf(is)));

const check = (t: {notThrows: (run: () => void) => boolean}, property: fc.IPropertyWithHooks<any>): void => {
	t.notThrows(() => {
		fc.assert(property, {numRuns: 500});
	});
};

test('adding an assignment never removes a right', t => {
	check(t, fc.property(someAccess, someAssignment, (access, more) => {
		const before = ranks(access);
		return ranks({...access, assignments: [...access.assignments, more]}).every((after, index) => after >= before[index]!);
	}));
});

test('a deny never adds a right, and one without a condition that names everything for everybody always wins', t => {
	check(t, fc.property(someAccess, someDenial, (access, more) => {
		const before = ranks(access);
		const all = denial({actions: ['*'], dataActions: ['*']});
		return ranks({...access, denials: [...access.denials, more]}).every((after, index) => after <= before[index]!)
			&& ranks({...access, denials: [...access.denials, all]}).every(after => after <= order.indexOf('denied'));
	}));
});

test('what may be taken on never removes a right, and is never called held', t => {
	check(t, fc.property(someAccess, someEligibility, (access, more) => {
		const before = ranks(access);
		const after = ranks({...access, eligible: [...access.eligible ?? [], more]});
		const isNew = (rank: number, index: number): boolean => rank !== before[index];
		return after.every((rank, index) => rank >= before[index]!) && after.filter((rank, index) => isNew(rank, index)).every(rank => rank <= order.indexOf('eligible'));
	}));
});

test('notActions never widen a role', t => {
	check(t, fc.property(someRole, patterns, patterns, (custom, notActions, notDataActions) => {
		const [block] = custom.permissions as [Parameters<typeof role>[1] & {readonly notActions: readonly string[]; readonly notDataActions: readonly string[]}];
		const narrower = role('custom', {...block, notActions: [...block.notActions, ...notActions], notDataActions: [...block.notDataActions, ...notDataActions]});
		const of = (definition: typeof custom) => ranks(accessOf({roles: [definition], assignments: [assignment('custom')]}));
		const before = of(custom);
		return of(narrower).every((after, index) => after <= before[index]!);
	}));
});

test('a gap never makes a right smaller, and leaves no "none" behind', t => {
	check(t, fc.property(someAccess, access => {
		const before = ranks(access);
		const gapped = {...access, assignmentGaps: [unknown('denied', 'not read')]};
		return ranks(gapped).every((after, index) => after >= before[index]!)
			&& rightsOf(rbac, gapped).every(({is}) => is !== 'none');
	}));
});
