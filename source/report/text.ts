import type {Snapshot, SourceName} from '../fleet/snapshot.js';
import {isUnknown} from '../model/known.js';
import {severityRank} from '../model/severity.js';
import type {Subscription} from '../model/subscription.js';
import {countedTotals} from '../posture/defender/counted-totals.js';
import {relationOf} from '../posture/defender/defender-view.js';
import {standingOf} from '../posture/standing.js';
import {sourceLabels} from '../fleet/source-labels.js';
import {columns, fit, wrap} from './text/lines.js';
import {
	age,
	bySeverity,
	count,
	dateTime,
} from './text/words.js';
import {worstResources} from './text/worst-resources.js';

export type TextSummaryOptions = {
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
	/**
	False when the wait was over before every source had answered or failed.
	*/
	readonly isWhole?: boolean;
	/**
	A check's title; its id serves without.
	*/
	readonly titleOf?: (checkId: string) => string;
};

const row = (label: string, text: string): readonly string[] => wrap(label.padEnd(15), text);

const title = ({isDemo, tenant}: Snapshot, now: number): string => {
	const whose = isUnknown(tenant) ? 'tenant unknown' : (tenant ?? 'tenant not reported');
	return fit(`crowsnest  ${isDemo ? 'DEMO, nothing here is real  ' : ''}${fit(whose, 50)}  ${dateTime(now)}`, columns);
};

const reasonOf = ({coverage}: Subscription): string => ('reason' in coverage ? `: ${coverage.reason}` : '');

const coverageLines = (subscriptions: readonly Subscription[]): readonly string[] => {
	const isRead = ({coverage}: Subscription): boolean => coverage.state === 'answered' || coverage.state === 'listed';
	const read = subscriptions.filter(subscription => isRead(subscription));
	const names = read.map(({name}) => fit(name, 40)).join(', ');
	return [
		...row('Subscriptions', `${read.length} of ${subscriptions.length} answered${names === '' ? '' : `: ${names}`}`),
		...subscriptions.filter(subscription => !isRead(subscription)).flatMap(subscription =>
			row('', `${fit(subscription.name, 40)} ${subscription.coverage.state === 'waiting' ? 'has not answered' : subscription.coverage.state}${reasonOf(subscription)}`)),
	];
};

const findingsLine = ({findings, findingTotals, findingsComplete, defender}: Snapshot): string => {
	const totals = countedTotals(findingTotals, defender);
	if (totals !== undefined) {
		return `${count(totals.total, 'finding')}: ${bySeverity(totals.bySeverity)}`;
	}

	const counts = {
		critical: 0, high: 0, medium: 0, low: 0, info: 0,
	};
	for (const finding of findings) {
		const {place} = relationOf(defender, finding);
		if (place !== 'gone' && place !== 'grouped' && ['unhealthy', 'active', 'in-progress'].includes(finding.status)) {
			counts[finding.severity]++;
		}
	}

	return `${findingsComplete ? '' : 'at least '}${bySeverity(counts)}`;
};

const isAnswered = (snapshot: Snapshot, name: SourceName): boolean => snapshot.sources[name].readAt !== undefined;

const amount = (snapshot: Snapshot, name: SourceName, text: () => string): string =>
	isAnswered(snapshot, name) ? text() : `${sourceLabels[name].toLowerCase()} unknown`;

const fleetLines = (snapshot: Snapshot): readonly string[] => {
	const {posture, clusters, nodePools, registries, containerGroups} = snapshot;
	return [
		...row('Posture', posture.score === undefined ? 'unknown: nothing could be judged' : `${Math.round(posture.score)} of 100`),
		...row('Checks', `failed: ${bySeverity(posture.failed)}; ${count(posture.unknown, 'unknown', 'unknown')}; ${count(posture.passed, 'passed', 'passed')}`),
		...row('Fleet', [
			amount(snapshot, 'clusters', () => `${count(clusters.length, 'cluster')}, ${count(nodePools.length, 'node pool')}`),
			amount(snapshot, 'registries', () => count(registries.length, 'registry', 'registries')),
			amount(snapshot, 'containerGroups', () => count(containerGroups.length, 'container group', 'container groups')),
		].join(', ')),
		...row('Findings', isAnswered(snapshot, 'findings') || isAnswered(snapshot, 'findingTotals') ? findingsLine(snapshot) : 'unknown: they could not be read'),
	];
};

const worstLines = (snapshot: Snapshot, titleOf: (checkId: string) => string): readonly string[] => {
	const worst = worstResources(snapshot, 10);
	return worst.length === 0
		? []
		: ['', 'Worst resources', ...worst.flatMap(({resource, posture}, index) => [
			fit(`${String(index + 1).padStart(3)}. ${fit(resource.name, 40)}  ${resource.kindName}  ${fit(resource.place, 50)}`, columns),
			...posture.verdicts
				.filter(verdict => standingOf(verdict) === 'fail')
				.toSorted((left, right) => severityRank(left.severity) - severityRank(right.severity))
				.flatMap(({severity, checkId}) => wrap(`     ${severity.padEnd(9)} `, titleOf(checkId), 2)),
		])];
};

const gapLines = ({sources}: Snapshot, now: number): readonly string[] => {
	const gaps = Object.values(sources).flatMap(({name, status, error, readAt, isKept}) => {
		const label = sourceLabels[name];
		if (error !== undefined) {
			const shown = readAt === undefined ? '' : ` Shown as read ${age(now - readAt)} ago${isKept ? ', from the last run' : ''}.`;
			return wrap(`  ${label.padEnd(20)} `, `${error.reason}${shown}${error.remedy === undefined ? '' : ` Way out: ${error.remedy}`}`);
		}

		return status === 'waiting' || status === 'reading' ? wrap(`  ${label.padEnd(20)} `, 'no answer yet') : [];
	});
	return gaps.length === 0 ? [] : ['', 'Gaps and errors', ...gaps];
};

const ageLine = ({readAt, sources}: Snapshot, now: number): readonly string[] => {
	const times = Object.values(sources).map(source => source.readAt).filter(time => time !== undefined);
	return row('Data', readAt === undefined || times.length === 0
		? 'nothing was read'
		: `newest read ${age(now - readAt)} ago, oldest ${age(now - Math.min(...times))} ago`);
};

/**
One plain-text summary of a snapshot for pipes and CI: no escape codes, sanitised, at most 100 columns, ends in a line feed.
*/
export const textSummary = (snapshot: Snapshot, {now, isWhole = true, titleOf = checkId => checkId}: TextSummaryOptions): string => [
	title(snapshot, now),
	'',
	...coverageLines(snapshot.subscriptions),
	...fleetLines(snapshot),
	...ageLine(snapshot, now),
	...(isWhole ? [] : row('', 'not everything had answered when the time was over')),
	...worstLines(snapshot, titleOf),
	...gapLines(snapshot, now),
].map(line => `${line.trimEnd()}\n`).join('');
