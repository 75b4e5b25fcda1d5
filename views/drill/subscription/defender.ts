import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {JudgedSubscription} from '../../../source/model/judged-subscription.js';
import {isUnknown, valueOf} from '../../../source/model/known.js';
import {plural} from '../../../source/model/plural.js';
import {benefits, coverageOf} from '../../../source/posture/coverage/coverage.js';
import {costOf, unreadReason} from '../../columns/subscriptions.js';
import {planFactOf} from '../../coverage/plan-of.js';
import {benefitWords, coveredWords} from '../../coverage/words.js';
import {factRow, unknownLine, words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import {defenderPlanRows} from '../rows/defender-rows.js';
import type {Tab} from '../tab.js';

const trialRows = ({subscriptionId}: JudgedSubscription, snapshot: Snapshot): readonly SheetRow[] => {
	const plan = planFactOf(snapshot, subscriptionId);
	return isUnknown(plan) ? [] : [factRow('Free trial', plan.freeTrialRemaining, left => words(/^PT?0[A-Z]/v.test(left) ? 'over' : `${left} left (ISO 8601)`), words('none told', 'dim'))];
};

const legacyRows = ({subscriptionId}: JudgedSubscription, {defenderPlans}: Snapshot): readonly SheetRow[] => defenderPlans
	.filter(({subscriptionId: owner, name}) => owner === subscriptionId && /^(?:kubernetesservice|containerregistry)$/iv.test(name))
	.map(plan => factRow(plan.name, plan.tier, tier => (tier === 'Standard' ? words('still on: deprecated, and billed beside the plan Containers', 'medium') : words('off', 'dim')), words('not reported', 'unknown')));

const coverageSections = ({subscriptionId}: JudgedSubscription, snapshot: Snapshot): readonly Section[] => {
	const plan = planFactOf(snapshot, subscriptionId);
	const own = [...snapshot.clusters, ...snapshot.registries].filter(resource => resource.subscriptionId === subscriptionId).map(resource => coverageOf(resource, plan));
	return benefits.map(benefit => {
		const meant = own.map(coverage => coverage[benefit]).filter(({state}) => state !== 'not-meant');
		const groups = Map.groupBy(meant, ({state, because}) => `${state}\0${because}`);
		return {
			title: benefitWords[benefit].title,
			rows: [
				{value: words(benefitWords[benefit].about, 'dim')},
				...groups.values().flatMap((all): readonly SheetRow[] => {
					const [{state, because, how}] = all as [typeof all[number]];
					return [
						{label: `${all.length} ${coveredWords[state].word === '?' ? 'unknown' : coveredWords[state].word}`, value: words(because, coveredWords[state].tone)},
						...(how === undefined ? [] : [{label: '', value: words(how, 'dim')}]),
					];
				}),
			],
		};
	});
};

const money = (amount: number, currency: string): string => `${amount.toFixed(0)} ${currency}`;

const costSection = (resource: JudgedSubscription, snapshot: Snapshot): Section => {
	const {clusters, cores, amount, currency, scans} = costOf(resource, snapshot);
	const {table: {defender}, isFromFile} = snapshot.prices;
	const unread = unreadReason(resource, snapshot);
	if (unread !== undefined) {
		return {title: 'Cost, estimated', rows: [{label: 'vCores', value: unknownLine({unknown: 'denied', reason: unread})}]};
	}

	const isScaled = cores.least !== cores.most;
	const plan = planFactOf(snapshot, resource.subscriptionId);
	const isOff = !isUnknown(plan) && plan.tier === 'Free';
	const images = snapshot.images.filter(({subscriptionId}) => subscriptionId === resource.subscriptionId).length;
	return {
		title: isOff ? 'What turning the plan on would cost, estimated' : 'Cost, estimated',
		rows: [
			{label: 'vCores', value: words(`${cores.now} of ${plural(clusters, 'cluster')}${isScaled ? `, ${cores.least} to ${cores.most} as the autoscaler may` : ''}`)},
			{
				label: 'A month', value: amount === undefined
					? words('no price of a vCore in the table', 'unknown')
					: words(`${cores.gaps.length === 0 ? '' : 'at least '}${money(amount.now, currency)}${isScaled ? `, ${money(amount.least, currency)} to ${money(amount.most, currency)}` : ''}: an estimate, no bill`),
			},
			{label: 'Scans included', value: scans === undefined ? words('not in the table', 'unknown') : words(`${scans} a month; ${plural(images, 'image')} known here`)},
			...cores.gaps.slice(0, 5).map((gap): SheetRow => ({label: 'Not counted', value: words(gap, 'unknown')})),
			...(defender ? [{label: 'Prices', value: words(`of ${defender.date}: ${defender.source}${isFromFile ? '' : ' (built in)'}`, 'dim')}] : []),
		],
	};
};

/**
Defender for Containers in one subscription: plan, what it covers and what not and why, what it costs.
*/
export const defender: Tab<JudgedSubscription> = {
	id: 'defender',
	title: 'Defender',
	type: 'lines',
	lines({resource, snapshot, theme, width}) {
		const plan = planFactOf(snapshot, resource.subscriptionId);
		return drawSheet([
			{title: 'Plan', rows: [...defenderPlanRows(resource.subscriptionId, snapshot), ...(valueOf(plan) === undefined ? [] : trialRows(resource, snapshot)), ...legacyRows(resource, snapshot)]},
			...coverageSections(resource, snapshot),
			costSection(resource, snapshot),
		], width, theme);
	},
};
