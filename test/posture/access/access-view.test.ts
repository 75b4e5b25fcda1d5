import test from 'ava';
import {unknown} from '../../../source/model/known.js';
import type {RoleEligibility} from '../../../source/model/role-eligibility.js';
import type {AccessParts} from '../../../source/posture/access/access-parts.js';
import {denial} from '../../support/access.js';
import {
	at,
	held,
	partsOf,
	roleIds,
	viewOf,
} from '../../support/fleet-access.js';
import {registryOf} from '../../support/posture.js';

const registry = registryOf('recorded-registry-admin-user');
const subscription = `/subscriptions/${registry.subscriptionId}`;
const group = '/providers/microsoft.management/managementgroups/mg-platform';
const day = 86_400_000;

const eligible = (principalId: string, roleId: string, scope: string, endsAt?: number): RoleEligibility => ({...held(principalId, roleId, scope), key: `eligible ${principalId} ${roleId} ${scope}`, endsAt});

const parts = (members: Partial<AccessParts>): AccessParts => partsOf({
	denials: new Map([[registry.subscriptionId, []]]),
	eligibilities: new Map([[registry.subscriptionId, []]]),
	managementGroups: new Map([[registry.subscriptionId, ['mg-platform']]]),
	...members,
});

const marksOf = (given: AccessParts) => {
	const {operations, rows, gaps} = viewOf(given).matrixOf(registry);
	return {gaps, cells: Object.fromEntries(rows.map(({id, marks}) => [id, Object.fromEntries(operations.map(({id: operation}, index) => [operation, marks[index]]))]))};
};

test('whoever may take a role on has a row, and cells that say so', t => {
	const given = parts({
		assignments: [held('reader', roleIds.reader, subscription), held('pusher', roleIds.acrPush, subscription)],
		eligibilities: new Map([[registry.subscriptionId, [
			eligible('reader', roleIds.owner, group),
			eligible('waiting', roleIds.acrPush, registry.key),
			eligible('late', roleIds.owner, subscription, at - day),
			eligible('elsewhere', roleIds.owner, `${subscription}/resourcegroups/rg-other`),
		]]]),
	});
	const {cells, gaps} = marksOf(given);
	t.deepEqual(gaps, []);
	t.deepEqual(Object.keys(cells).toSorted(), ['pusher', 'reader', 'waiting']);
	t.like(cells.reader, {pull: 'given', push: 'eligible', createDeleteRegistry: 'eligible'});
	t.like(cells.waiting, {pull: 'eligible', push: 'eligible', deleteImageData: 'none'});
	t.like(cells.pusher, {push: 'given'});
	const row = viewOf(given).matrixOf(registry).rows.find(({id}) => id === 'waiting');
	t.like(row!.rights.find(({operation}) => operation.id === 'push')!.needs[0]!.eligible[0], {role: 'AcrPush', scope: registry.key});
	const {groups} = viewOf(given).rightsOf('waiting', [registry]);
	t.is(groups[0]!.rights.find(({operation}) => operation.id === 'push')!.is, 'eligible');
});

test('members of a group that may take a role on have it behind their group', t => {
	const team = eligible('team', roleIds.acrPush, subscription);
	const {cells} = marksOf(parts({
		assignments: [held('member', roleIds.reader, subscription)],
		eligibilities: new Map([[registry.subscriptionId, [team]]]),
		principals: new Map([['team', {
			id: 'team', kind: 'group', isGone: false, name: 'Team', members: ['member'],
		}]]),
	}));
	t.is(cells.member!.push, 'eligible');
	t.is(cells.team!.push, 'eligible');
});

test('a matrix says "at least" where eligible roles could not be read', t => {
	const refused = unknown('denied', 'it takes more than Reader.');
	const {gaps} = marksOf(parts({eligibilities: new Map([[registry.subscriptionId, refused]])}));
	t.regex(gaps.join(','), /Who may take on a role here.*it takes more than Reader/v);
});

test('a denial at a management group stands in the cells below it', t => {
	const denials = (scope: string) => new Map([[registry.subscriptionId, [denial({scope, actions: ['*/push/*']})]]]);
	const assignments = [held('owner', roleIds.owner, subscription)];
	const pushWith = (scope: string) => marksOf(parts({assignments, denials: denials(scope)})).cells.owner!.push;
	t.is(pushWith(group), 'denied');
	t.is(pushWith(`${group}-other`), 'given');
	const view = viewOf(parts({assignments, denials: denials(group), managementGroups: new Map()}));
	const [row] = view.matrixOf(registry).rows;
	t.regex(JSON.stringify(row!.rights), /which management groups its subscription lies in was not read/v);
});
