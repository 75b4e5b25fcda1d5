import type {DefenderPlan} from '../../model/defender-plan.js';
import {createKeeper} from '../keeper.js';
import {queries} from '../queries.js';
import {readDefenderPlan} from '../read/defender-plan.js';
import {readDocument} from '../reading.js';
import type {Kind} from './collect-everywhere.js';

const keyOf = ({subscriptionId, name}: DefenderPlan): string => `${subscriptionId}/${name}`.toLowerCase();

const compare = (one: DefenderPlan, other: DefenderPlan): number => (keyOf(one) < keyOf(other) ? -1 : 1);

export const defenderPlanKind = (): Kind<DefenderPlan> => ({
	query: queries.defenderPlans,
	keeper: createKeeper(readDefenderPlan),
	async * list(session, reading, subscriptionId) {
		const client = await session.security(subscriptionId);
		// This list has no pages.
		const answer = await readDocument(reading, async options => client.pricings.list(options)) as {readonly value?: unknown} | undefined;
		yield Array.isArray(answer?.value) ? answer.value as readonly unknown[] : undefined;
	},
	compare,
});
