import type {Finding} from '../../model/finding.js';
import {SourceError} from '../../model/source-error.js';
import {readGraph} from '../pages.js';
import {queries} from '../queries.js';
import {readFinding} from '../read/finding.js';
import {readList, type Reading} from '../reading.js';
import {resourceParts} from '../resource-id.js';
import type {Session} from '../session.js';
import {worstFirst} from './findings.js';
import {isOpenFinding, isSettledFinding} from './open-finding.js';

/**
More than anybody reads of one resource.
*/
const mostFindings = 2000;

const isAbout = ({key: findingKey, resourceKey}: Finding, key: string): boolean =>
	resourceKey === key || resourceKey.startsWith(`${key}/`) || findingKey.startsWith(`${key}/`);

const readListed = async (session: Session, reading: Reading, key: string): Promise<readonly Finding[]> => {
	const {subscriptionId} = resourceParts(key);
	const client = await session.security(subscriptionId);
	const lists = [
		readList(reading, options => client.assessments.list(key.slice(1), options)),
		readList(reading, options => client.alerts.list(options)),
	];
	const findings: Finding[] = [];
	for (const list of lists) {
		// eslint-disable-next-line no-await-in-loop -- one list after the other spares the quota
		for await (const page of list) {
			findings.push(...(page ?? []).filter(document => isOpenFinding(document) || isSettledFinding(document)).flatMap(document => readFinding(document) ?? []));
		}
	}

	return findings.filter(finding => isAbout(finding, key)).toSorted(worstFirst);
};

/**
Reads the findings on one resource and on what lies below it: the open ones worst first, then those that are met or exempt.

@param session Whose clients are asked.
@param reading Its signal ends it.
@param key The resource's id in small letters.
@param isInGraph Whether Resource Graph answers for its subscription; it would leave it out in silence.
*/
export const collectFindingsOf = async (session: Session, reading: Reading, key: string, isInGraph: boolean): Promise<readonly Finding[]> => {
	if (!isInGraph) {
		return readListed(session, reading, key);
	}

	const {findingsOf} = queries;
	const findings: Finding[] = [];
	try {
		for await (const {rows} of readGraph(session, reading, {...findingsOf, text: findingsOf.text(key)}, {subscriptions: [resourceParts(key).subscriptionId]})) {
			findings.push(...rows.flatMap(row => readFinding(row) ?? []));
			if (findings.length >= mostFindings) {
				break;
			}
		}
	} catch (error) {
		if (error instanceof SourceError && error.detail.cause === 'denied') {
			return readListed(session, reading, key);
		}

		throw error;
	}

	return findings;
};
