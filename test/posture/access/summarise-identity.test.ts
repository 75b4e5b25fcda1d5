import test from 'ava';
import {finish} from '../../../source/model/finish.js';
import {unknown} from '../../../source/model/known.js';
import type {AccessParts} from '../../../source/posture/access/access-parts.js';
import type {IdentityAccess} from '../../../source/posture/access/summaries.js';
import {role} from '../../support/access.js';
import {held, partsOf, viewOf} from '../../support/fleet-access.js';

const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const accessAdministrator = '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9';
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d';

const subscription = '/subscriptions/s1';
const group = `${subscription}/resourcegroups/rg`;
const registry = `${group}/providers/microsoft.containerregistry/registries/acr`;

const summaryOf = (parts: Partial<AccessParts>): IdentityAccess => {
	const view = viewOf(partsOf({groupIdentities: ['me'], subscriptionNames: new Map([['s1', 'Shop'], ['s2', 'Lab']]), ...parts}));
	return finish(view.summarise()).identities.get('me')!;
};

test('a role that changes everything counts by how far it reaches', t => {
	for (const [roleId, scope, wide, inGroup] of [
		[owner, subscription, 1, 0],
		[contributor, '/providers/microsoft.management/managementgroups/mg', 1, 0],
		[accessAdministrator, '/', 1, 0],
		[contributor, group, 0, 1],
		[contributor, registry, 0, 0],
		[reader, subscription, 0, 0],
		[acrPull, registry, 0, 0],
	] as const) {
		const access = summaryOf({assignments: [held('me', roleId, scope)]});
		t.deepEqual([access.wide.total, access.inGroup.total, access.gaps.length], [wide, inGroup, 0], `${roleId} at ${scope}`);
	}
});

test('a role of a company\'s own that writes everything is one, and so is one that a group holds', t => {
	const writer = role('writer', {actions: ['*/write']});
	t.is(summaryOf({assignments: [held('me', 'writer', subscription)], definitions: [writer]}).wide.total, 1);
	const mild = role('mild', {actions: ['Microsoft.ContainerInstance/*']});
	t.is(summaryOf({assignments: [held('me', 'mild', subscription)], definitions: [mild]}).wide.total, 0);
	t.is(summaryOf({assignments: [held('other', owner, subscription)]}).wide.total, 0);
});

test('what could not be read anywhere may hide a role', t => {
	const unread = summaryOf({assignmentGaps: new Map([['s2', unknown('denied', 'the identity lacks the right')]])});
	t.regex(unread.gaps[0]!, /role assignments of 1 of 2 subscriptions could not be read: the identity lacks the right/v);
	t.true(summaryOf({assignmentGap: unknown('not-asked', 'They have not been read yet.')}).gaps.length > 0);
	t.regex(summaryOf({assignments: [held('me', 'gone', subscription)]}).gaps[0]!, /what one of its roles lets do could not be read/v);
});
