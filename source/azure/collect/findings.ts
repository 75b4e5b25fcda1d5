import type {Finding} from '../../model/finding.js';
import {severityRank} from '../../model/severity.js';
import {createKeeper} from '../keeper.js';
import {queries} from '../queries.js';
import {readFinding} from '../read/finding.js';
import {readList} from '../reading.js';
import {byKey, type Kind} from './collect-everywhere.js';
import {isExemptFinding, isOpenFinding} from './open-finding.js';

const isSettled = ({status}: Finding): boolean => status === 'healthy' || status === 'not-applicable';

const bySeverity = (one: Finding, other: Finding): number =>
	one.severity === other.severity ? byKey(one, other) : severityRank(one.severity) - severityRank(other.severity);

/**
Worst first; what is met or exempt comes behind all that is open.
*/
export const worstFirst = (one: Finding, other: Finding): number =>
	(isSettled(one) === isSettled(other) ? bySeverity(one, other) : Number(isSettled(one)) - Number(isSettled(other)));

export const findingKind = (): Kind<Finding> => ({
	query: queries.findings,
	keeper: createKeeper(readFinding),
	async * list(session, reading, subscriptionId) {
		const client = await session.security(subscriptionId);
		// The client puts a slash before the scope.
		yield * readList(reading, options => client.assessments.list(`subscriptions/${subscriptionId}`, options));
		yield * readList(reading, options => client.alerts.list(options));
	},
	isWanted: document => isOpenFinding(document) || isExemptFinding(document),
	compare: worstFirst,
});
