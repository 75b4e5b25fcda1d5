import type {DenyAssignment} from '../../model/deny-assignment.js';
import type {Fact} from '../../model/known.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {ListedRole} from '../../model/role-definition.js';
import type {RoleEligibility} from '../../model/role-eligibility.js';
import {createKeeper} from '../keeper.js';
import {mapConcurrently} from '../map-concurrently.js';
import {queries} from '../queries.js';
import {readDenyAssignment} from '../read/deny-assignment.js';
import {isNearFleet, readRoleAssignment, readRoleEligibility} from '../read/role-assignment.js';
import {readRoleDefinition} from '../read/role-definition.js';
import {readList, type Reading} from '../reading.js';
import type {Session} from '../session.js';
import {byKey, mostCalls, type Kind} from './collect-everywhere.js';
import {collectWholeList} from './whole-list.js';

export const roleAssignmentKind = (): Kind<RoleAssignment> => ({
	query: queries.roleAssignments,
	keeper: createKeeper(readRoleAssignment),
	async * list(session, reading, subscriptionId) {
		const client = await session.authorization(subscriptionId);
		yield * readList(reading, options => client.roleAssignments.listForSubscription(options));
	},
	isWanted: isNearFleet,
	compare: byKey,
});

const idOf = ({id}: ListedRole): {readonly key: string} => ({key: id});

export const roleDefinitionKind = (): Kind<ListedRole> => ({
	query: queries.roleDefinitions,
	keeper: createKeeper(readRoleDefinition),
	async * list(session, reading, subscriptionId) {
		const client = await session.authorization(subscriptionId);
		yield * readList(reading, options => client.roleDefinitions.list(`subscriptions/${subscriptionId}`, options));
	},
	compare: (one, other) => byKey(idOf(one), idOf(other)),
});

/**
One list for each subscription; a refusal is an unknown entry, and so is one with an element that cannot be read.
*/
const eachSubscription = async <T>(subscriptionIds: readonly string[], collect: (subscriptionId: string) => Promise<Fact<readonly T[]>>): Promise<ReadonlyMap<string, Fact<readonly T[]>>> =>
	new Map(await mapConcurrently(subscriptionIds, mostCalls, async id => [id, await collect(id)] as const));

/**
The deny assignments of each subscription, by its id.
*/
export const collectDenyAssignments = async (session: Session, reading: Reading, subscriptionIds: readonly string[]): Promise<ReadonlyMap<string, Fact<readonly DenyAssignment[]>>> =>
	eachSubscription(subscriptionIds, async id => collectWholeList('deny assignments', async () => {
		const client = await session.authorization(id);
		return readList(reading, options => client.denyAssignments.list(options));
	}, readDenyAssignment));

/**
What may be taken on in each subscription, by its id.
*/
export const collectRoleEligibilities = async (session: Session, reading: Reading, subscriptionIds: readonly string[]): Promise<ReadonlyMap<string, Fact<readonly RoleEligibility[]>>> =>
	eachSubscription(subscriptionIds, async id => collectWholeList('eligible roles', async () => {
		const client = await session.authorization(id);
		return readList(reading, options => client.roleEligibilityScheduleInstances.listForScope(`subscriptions/${id}`, options));
	}, readRoleEligibility));
