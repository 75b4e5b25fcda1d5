import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {isUnknown} from '../../../source/model/known.js';
import type {Line} from '../../theme.js';
import {factRow, unknownLine, words} from '../../parts/sheet/fact-row.js';
import type {SheetRow} from '../../parts/sheet/sheet.js';

const whyAbsent = ({sources}: Snapshot): Line => {
	const {error, status} = sources.defenderPlans;
	if (error) {
		return unknownLine({unknown: 'unreachable', reason: error.reason});
	}

	return words(status === 'waiting' || status === 'reading'
		? 'unknown: the plans are still being read'
		: 'unknown: Azure listed no plan Containers for this subscription', 'unknown');
};

const extensionLine = (extensions: Readonly<Record<string, boolean>>): Line => {
	const entries = Object.entries(extensions);
	return entries.length === 0
		? words('none listed', 'dim')
		: entries.flatMap(([name, isOn], index): Line => [
			{text: index === 0 ? '' : ', '},
			{text: name},
			{text: isOn ? ' on' : ' off', tone: isOn ? 'good' : 'medium'},
		]);
};

/**
The Defender plan `Containers` of a subscription with its extensions; a plan that could not be read says why.
*/
export const defenderPlanRows = (subscriptionId: string, snapshot: Snapshot): readonly SheetRow[] => {
	const plan = snapshot.defenderPlans.find(({name, subscriptionId: owner}) => owner === subscriptionId && name.toLowerCase() === 'containers');
	if (!plan) {
		return [{label: 'Plan Containers', value: whyAbsent(snapshot)}];
	}

	const tier = factRow('Plan Containers', plan.tier, value => (value === 'Standard'
		? words('on (Standard)', 'good')
		: words(`off (${value})`, 'high')), words('not reported', 'unknown'));
	const isOff = !isUnknown(plan.tier) && plan.tier === 'Free';
	return isOff ? [tier] : [tier, factRow('Extensions', plan.extensions, extensionLine, words('not reported', 'unknown'))];
};
