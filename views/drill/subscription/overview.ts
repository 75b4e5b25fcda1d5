import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {JudgedSubscription} from '../../../source/model/judged-subscription.js';
import {valueOf} from '../../../source/model/known.js';
import {factRow, textRow, words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type SheetRow} from '../../parts/sheet/sheet.js';
import {defenderPlanRows} from '../rows/defender-rows.js';
import {postureSection} from '../rows/posture-section.js';
import type {Tab} from '../tab.js';
import {plural} from '../../../source/model/plural.js';
import {logSection} from '../rows/log-rows.js';

const holds = ({subscriptionId}: JudgedSubscription, {clusters, nodePools, registries}: Snapshot): string => {
	const own = (all: ReadonlyArray<{readonly subscriptionId: string}>): number => all.filter(resource => resource.subscriptionId === subscriptionId).length;
	return `${plural(own(clusters), 'cluster')}, ${plural(own(nodePools), 'node pool')}, ${plural(own(registries), 'registry', 'registries')}`;
};

const planRows = ({subscriptionId}: JudgedSubscription, {defenderPlans}: Snapshot): readonly SheetRow[] => defenderPlans
	.filter(plan => plan.subscriptionId === subscriptionId && plan.name !== 'Containers')
	.map(plan => factRow(plan.name, plan.tier, tier => words(`${tier === 'Standard' ? 'on' : 'off'}${valueOf(plan.deprecated) === true ? ', deprecated' : ''}`)));

/**
A subscription at a glance: what it holds, and which Defender plans are on.
*/
export const overview: Tab<JudgedSubscription> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines({resource, snapshot, theme, width}) {
		const subscription = snapshot.subscriptions.find(({id}) => id === resource.subscriptionId);
		return drawSheet([
			postureSection(snapshot.posture.byKey.get(resource.key), theme),
			{
				title: 'Subscription',
				rows: [
					{label: 'Id', value: words(resource.subscriptionId, 'dim')},
					textRow('State', subscription?.state, words('not reported', 'unknown')),
					{label: 'Holds', value: words(holds(resource, snapshot))},
				],
			},
			{title: 'Defender for Containers', rows: defenderPlanRows(resource.subscriptionId, snapshot)},
			{title: 'Other Defender plans', rows: planRows(resource, snapshot)},
			logSection(resource, snapshot),
		], width, theme);
	},
};
