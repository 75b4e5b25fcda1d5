import type {Finding} from '../../model/finding.js';
import {severityRank} from '../../model/severity.js';
import {createKeeper} from '../keeper.js';
import {queries} from '../queries.js';
import {readFinding} from '../read/finding.js';
import {readList} from '../reading.js';
import {byKey, type Kind} from './collect-everywhere.js';
import {isOpenFinding} from './open-finding.js';

export const worstFirst = (one: Finding, other: Finding): number =>
	one.severity === other.severity ? byKey(one, other) : severityRank(one.severity) - severityRank(other.severity);

export const findingKind = (): Kind<Finding> => ({
	query: queries.findings,
	keeper: createKeeper(readFinding),
	async * list(session, reading, subscriptionId) {
		const client = await session.security(subscriptionId);
		// The client puts a slash before the scope.
		yield * readList(reading, options => client.assessments.list(`subscriptions/${subscriptionId}`, options));
		yield * readList(reading, options => client.alerts.list(options));
	},
	isWanted: isOpenFinding,
	compare: worstFirst,
});
