import type {Finding, FindingTotals} from '../../model/finding.js';
import {severities, type Severity} from '../../model/severity.js';
import {SourceError} from '../../model/source-error.js';
import type {Subscription} from '../../model/subscription.js';
import {isInGraph} from '../coverage.js';
import {readGraph} from '../pages.js';
import {queries} from '../queries.js';
import type {Reading} from '../reading.js';
import type {Session} from '../session.js';
import {collectEverywhere, type Kind} from './collect-everywhere.js';

const severityOf = (word: unknown): Severity => severities.find(severity => severity === word) ?? 'info';

type Counts = Record<Severity, number>;

const countRows = (rows: readonly unknown[], counts: Counts): void => {
	for (const row of rows) {
		const {severity, total} = (typeof row === 'object' && row !== null ? row : {}) as {readonly severity?: unknown; readonly total?: unknown};
		counts[severityOf(severity)] += typeof total === 'number' && Number.isSafeInteger(total) && total > 0 ? total : 0;
	}
};

/**
Counts open findings: Resource Graph sums up what it has, and what is read by list calls is counted here.
*/
export const collectFindingTotals = async (session: Session, reading: Reading, kind: Kind<Finding>, subscriptions: readonly Subscription[]): Promise<FindingTotals> => {
	const counts: Counts = {
		critical: 0, high: 0, medium: 0, low: 0, info: 0,
	};
	const inGraph = subscriptions.filter(subscription => isInGraph(subscription));
	let listed = subscriptions.filter(subscription => !isInGraph(subscription));
	try {
		for await (const {rows} of readGraph(session, reading, queries.findingTotals, {subscriptions: inGraph.map(({id}) => id)})) {
			countRows(rows, counts);
		}
	} catch (error) {
		if (!(error instanceof SourceError) || error.detail.cause !== 'denied') {
			throw error;
		}

		const {reason} = error.detail;
		listed = subscriptions.map(subscription => ({...subscription, coverage: {state: 'listed', reason}}));
	}

	if (listed.length > 0) {
		const {items} = await collectEverywhere(session, reading, kind, listed).catch((error: unknown) => {
			// The subscriptions that Resource Graph answers for are counted; the coverage tells of the others.
			if (error instanceof SourceError && error.detail.cause !== 'sign-in' && listed.length < subscriptions.length) {
				return {items: []};
			}

			throw error;
		});
		for (const {severity, status} of items) {
			// What is listed holds the exempt too.
			counts[severity] += status === 'not-applicable' ? 0 : 1;
		}
	}

	return {bySeverity: counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0)};
};
